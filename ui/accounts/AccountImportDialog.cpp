// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountImportDialog.h"

#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

namespace proconnect::ui {
namespace {

/// Hours on the screen are those of Paris, whatever the computer's: the field counts them as UTC.
QDateTime asShown(const QDateTime& instant)
{
    const QTime time = DateText::timeOf(instant);
    return QDateTime(DateText::dayOf(instant), QTime(time.hour(), time.minute()), Qt::UTC);
}

} // namespace

AccountImportDialog::AccountImportDialog(const Theme& theme, const DateText& dates,
                                         const QList<Portal>& portals, QWidget* parent)
    : Dialog(theme, qtTrId("imp.title"), QStringLiteral("V-36"), parent),
      m_lead(new TextLabel(qtTrId("imp.lead"))), m_portal(new ComboBox(theme)),
      m_choose(new Button(theme, qtTrId("imp.choose"), Button::Kind::Secondary)), m_asOf(new QDateTimeEdit),
      m_columns(new TextLabel(qtTrId("imp.columns"), TextStyle::Small, TextLabel::Ink::Muted)),
      m_file(new TextLabel({}, TextStyle::BodyStrong)),
      m_banner(new Banner(theme, Banner::Tone::Warning, {})), m_facts(new QWidget),
      m_why(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_cancel(new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet)),
      m_go(new Button(theme, qtTrId("imp.go"), Button::Kind::Primary))
{
    body()->addWidget(m_lead->wrapped());
    addChoices(dates, portals);
    body()->addWidget(m_file->wrapped());
    body()->addWidget(m_banner);
    auto* facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_facts);
    body()->addWidget(m_asOfRow);
    body()->addWidget(m_why->wrapped());
    m_file->setHeading();
    m_file->hide();
    m_banner->hide();
    m_facts->hide();

    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    // Enter must not replace a portal's accounts by itself.
    m_go->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, [this] {
        if (!m_sending) {
            Q_EMIT confirmed();
        }
    });
    addButton(m_cancel);
    addButton(m_go);
    showParts();
}

void AccountImportDialog::addChoices(const DateText& dates, const QList<Portal>& portals)
{
    for (const Portal& portal : portals) {
        m_portal->addItem(portal.name, portal.id);
    }
    connect(m_portal, &QComboBox::currentIndexChanged, this, &AccountImportDialog::choiceChanged);
    body()->addWidget(new FieldRow(theme(), qtTrId("imp.portal"), m_portal));
    body()->addWidget(m_choose, 0, Qt::AlignLeft);
    connect(m_choose, &Button::clicked, this, &AccountImportDialog::fileAsked);
    body()->addWidget(m_columns->wrapped());

    m_asOf->setTimeSpec(Qt::UTC);
    m_asOf->setCalendarPopup(true);
    m_asOf->setDisplayFormat(QStringLiteral("d MMMM yyyy, HH:mm"));
    m_asOf->setMaximumDateTime(asShown(dates.now()));
    m_asOf->setDateTime(m_asOf->maximumDateTime());
    m_asOfRow = new FieldRow(theme(), qtTrId("imp.asof"), m_asOf);
    m_asOfRow->setHint(qtTrId("imp.asof.hint"));
    m_asOf->findChild<QLineEdit*>()->setAccessibleName(qtTrId("imp.asof"));
    connect(m_asOf, &QDateTimeEdit::dateTimeChanged, this, &AccountImportDialog::choiceChanged);
}

QString AccountImportDialog::portal() const
{
    return m_portal->currentData().toString();
}

QDateTime AccountImportDialog::asOf() const
{
    const QDateTime shown = m_asOf->dateTime();
    return QDateTime(shown.date(), shown.time(), QTimeZone("Europe/Paris")).toUTC();
}

void AccountImportDialog::setAsOf(const QDateTime& instant)
{
    m_asOf->setDateTime(std::min(asShown(instant), m_asOf->maximumDateTime()));
}

void AccountImportDialog::showFaults(const QString& file, const QList<Fact>& faults, int count)
{
    m_takeable = false;
    m_banner->setTone(Banner::Tone::Error);
    m_banner->setText(qtTrId("imp.faults", count), qtTrId("imp.faults.body"));
    m_banner->show();
    showFile(file, faults);
}

void AccountImportDialog::showChanges(const QString& file, const QList<Fact>& changes, int gone)
{
    m_takeable = true;
    m_banner->setTone(Banner::Tone::Warning);
    m_banner->setText(qtTrId("imp.gone.warn", gone), qtTrId("imp.gone.body"));
    m_banner->setVisible(gone > 0);
    showFile(file, changes);
}

void AccountImportDialog::showFile(const QString& file, const QList<Fact>& facts)
{
    m_file->setText(withNames(qtTrId("imp.file.name"), {file}));
    m_file->show();
    delete m_facts->findChild<FactSheet*>();
    m_facts->layout()->addWidget(new FactSheet(theme(), facts));
    m_facts->show();
    m_choose->setText(qtTrId("imp.choose.other"));
    showParts();
}

void AccountImportDialog::showFound()
{
    m_file->setFocus(Qt::OtherFocusReason);
}

void AccountImportDialog::setHindrance(const QString& reason)
{
    m_hindrance = reason;
    showParts();
}

void AccountImportDialog::setSending(bool sending)
{
    m_sending = sending;
    m_go->setBusy(sending);
    // What is on its way arrives: there is nothing left to cancel.
    m_cancel->setText(sending ? qtTrId("common.close") : qtTrId("common.cancel"));
    showParts();
}

void AccountImportDialog::showRefusal(const FailureText& text)
{
    setSending(false);
    m_banner->setTone(Banner::Tone::Error);
    m_banner->setText(text.title, text.body, text.supportCode);
    m_banner->show();
}

void AccountImportDialog::showParts()
{
    // What a file must hold helps before there is one, and when it is wrong.
    m_lead->setVisible(m_facts->isHidden());
    m_columns->setVisible(!m_takeable);
    m_asOfRow->setVisible(m_takeable);
    m_why->setText(m_sending ? qtTrId("imp.sending") : m_hindrance);
    m_why->setVisible(m_sending || (m_takeable && !m_hindrance.isEmpty()));
    m_go->setEnabled(m_takeable && m_hindrance.isEmpty());
    for (QWidget* choice :
         {static_cast<QWidget*>(m_portal), static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_asOf)}) {
        choice->setEnabled(!m_sending);
    }
}

} // namespace proconnect::ui

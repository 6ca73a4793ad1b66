// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountImportDialog.h"

#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrappedChoice.h"

#include <QBoxLayout>
#include <QCheckBox>
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
      m_choose(new Button(theme, qtTrId("imp.choose"), Button::Kind::Secondary)),
      m_asOf(new CalendarField<QDateTimeEdit>(theme, QStringLiteral("d MMMM yyyy, HH:mm"))),
      m_asOfConfirmed(new QCheckBox), m_when(new QWidget),
      m_newer(new Banner(theme, Banner::Tone::Warning, {})),
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
    // What is asked stands before what may be long.
    body()->addWidget(m_when);
    body()->addWidget(m_why->wrapped());
    body()->addWidget(m_banner);
    auto* facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_facts);
    m_file->setHeading();
    m_file->hide();
    m_banner->hide();
    m_facts->hide();
    m_newer->hide();

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
    connect(m_choose, &Button::clicked, this, [this] {
        if (m_reading) {
            Q_EMIT stopAsked();
        } else {
            Q_EMIT fileAsked();
        }
    });
    body()->addWidget(m_columns->wrapped());

    m_asOf->setTimeSpec(Qt::UTC);
    m_asOf->setMaximumDateTime(asShown(dates.now()));
    m_asOf->setDateTime(m_asOf->maximumDateTime());
    m_asOfRow = new FieldRow(theme(), qtTrId("imp.asof"), m_asOf);
    m_asOf->findChild<QLineEdit*>()->setAccessibleName(qtTrId("imp.asof"));
    connect(m_asOf, &QDateTimeEdit::dateTimeChanged, this, &AccountImportDialog::choiceChanged);
    connect(m_asOfConfirmed, &QCheckBox::toggled, this, &AccountImportDialog::showParts);
    auto* when = new QVBoxLayout(m_when);
    when->setContentsMargins(0, 0, 0, 0);
    when->addWidget(m_asOfRow);
    when->addWidget(new WrappedChoice(theme(), qtTrId("imp.asof.confirm"), m_asOfConfirmed));
    when->addWidget(m_newer);
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
    const QDateTime shown = asShown(instant);
    const bool ahead = shown > m_asOf->maximumDateTime();
    m_asOfRow->setHint(qtTrId(ahead ? "imp.asof.ahead" : "imp.asof.hint"));
    m_asOf->setDateTime(ahead ? m_asOf->maximumDateTime() : shown);
    m_asOfConfirmed->setChecked(false);
}

void AccountImportDialog::showReading(const QString& file)
{
    clearFile();
    m_reading = true;
    m_file->setText(withNames(qtTrId("imp.reading"), {file}));
    m_file->show();
    m_choose->setText(qtTrId("imp.reading.stop"));
    showParts();
}

void AccountImportDialog::showStopped()
{
    clearFile();
    m_choose->setText(qtTrId("imp.choose"));
    showParts();
}

void AccountImportDialog::clearFile()
{
    m_reading = false;
    m_takeable = false;
    m_file->hide();
    m_banner->hide();
    m_facts->hide();
}

void AccountImportDialog::showFaults(const QString& file, const QList<Fact>& faults, const QString& count)
{
    m_takeable = false;
    m_banner->setTone(Banner::Tone::Error);
    m_banner->setText(count, qtTrId("imp.faults.body"));
    m_banner->show();
    showFile(file, faults);
}

void AccountImportDialog::showChanges(const QString& file, const QList<Fact>& changes, const QString& gone)
{
    m_takeable = true;
    m_banner->setTone(Banner::Tone::Warning);
    m_banner->setText(gone, qtTrId("imp.gone.body"));
    m_banner->setVisible(!gone.isEmpty());
    showFile(file, changes);
}

void AccountImportDialog::setNewer(const QString& newer)
{
    m_newer->setText(newer, qtTrId("imp.older.body"));
    m_newer->setVisible(!newer.isEmpty());
}

void AccountImportDialog::showFile(const QString& file, const QList<Fact>& facts)
{
    m_reading = false;
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
    m_when->setVisible(m_takeable);
    const QString why = hindrance();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_go->setEnabled(m_takeable && (m_sending || why.isEmpty()));
    for (QWidget* choice : QList<QWidget*>{m_portal, m_choose, m_asOf, m_asOfConfirmed}) {
        choice->setEnabled(!m_sending);
    }
}

QString AccountImportDialog::hindrance() const
{
    if (m_sending) {
        return qtTrId("imp.sending");
    }
    if (!m_takeable) {
        return {};
    }
    if (!m_hindrance.isEmpty()) {
        return m_hindrance;
    }
    return m_asOfConfirmed->isChecked() ? QString() : qtTrId("imp.asof.missing");
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/departure/StaffDialog.h"

#include "ui/departure/StaffText.h"
#include "ui/sheets/FaultFacts.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrappedChoice.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

/// As many rows at once as a window builds without one noticing.
constexpr qsizetype rowsAtOnce = 40;

} // namespace

StaffDialog::StaffDialog(const Theme& theme, const DateText& dates, QWidget* parent)
    : Dialog(theme, qtTrId("staff.title"), QStringLiteral("R-47"), parent), m_dates(dates),
      m_choose(new Button(theme, qtTrId("imp.choose"), Button::Kind::Secondary)),
      m_columns(new TextLabel(qtTrId("staff.columns"), TextStyle::Small, TextLabel::Ink::Muted)),
      m_file(new TextLabel({}, TextStyle::BodyStrong)), m_banner(new Banner(theme, Banner::Tone::Info, {})),
      m_rows(new QVBoxLayout), m_more(new LinkButton(QString())),
      m_go(new Button(theme, QString(), Button::Kind::Primary))
{
    body()->addWidget((new TextLabel(qtTrId("staff.lead")))->wrapped());
    body()->addWidget(m_choose, 0, Qt::AlignLeft);
    body()->addWidget(m_columns->wrapped());
    body()->addWidget(m_file->wrapped());
    body()->addWidget(m_banner);
    body()->addLayout(m_rows);
    body()->addWidget(m_more, 0, Qt::AlignLeft);
    m_file->setHeading();
    m_more->setAutoDefault(false);
    connect(m_choose, &Button::clicked, this, [this] {
        if (m_reading) {
            Q_EMIT stopAsked();
        } else {
            Q_EMIT fileAsked();
        }
    });
    connect(m_more, &LinkButton::clicked, this, &StaffDialog::showMore);
    auto* close = new Button(theme, qtTrId("common.close"), Button::Kind::Quiet);
    connect(close, &Button::clicked, this, &QDialog::reject);
    addButton(close);
    // Enter in the list must not leave it.
    m_go->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, [this] {
        QStringList leavers;
        for (const QCheckBox* box : std::as_const(m_boxes)) {
            if (box->isChecked()) {
                leavers += box->objectName();
            }
        }
        accept();
        Q_EMIT picked(leavers);
    });
    addButton(m_go);
    clear();
}

void StaffDialog::clear()
{
    delete m_found;
    m_found = nullptr;
    m_boxes.clear();
    m_suggestions.clear();
    m_shown = 0;
    m_reading = false;
    for (QWidget* part : QList<QWidget*>{m_file, m_banner, m_more, m_go}) {
        part->hide();
    }
}

void StaffDialog::showReading(const QString& file)
{
    clear();
    m_reading = true;
    m_file->setText(withNames(qtTrId("imp.reading"), {file}));
    m_file->show();
    m_choose->setText(qtTrId("imp.reading.stop"));
}

void StaffDialog::showStopped()
{
    clear();
    m_choose->setText(qtTrId("imp.choose"));
}

void StaffDialog::show(const QString& file)
{
    clear();
    m_file->setText(withNames(qtTrId("imp.file.name"), {file}));
    m_file->show();
    m_banner->show();
    m_choose->setText(qtTrId("imp.choose.other"));
    m_file->setFocus(Qt::OtherFocusReason);
}

void StaffDialog::showFacts(const QString& file, const QList<Fact>& facts)
{
    m_banner->setTone(Banner::Tone::Error);
    show(file);
    m_columns->show();
    m_found = new FactSheet(theme(), facts);
    m_rows->addWidget(m_found);
}

void StaffDialog::showTrouble(const TextFile& file)
{
    m_banner->setText(qtTrId("imp.faults", 1), qtTrId("staff.faults.body"));
    showFacts(file.name, {staffText::trouble(file.trouble)});
}

void StaffDialog::showFaults(const QString& file, const StaffFile& staff)
{
    m_banner->setText(faultCount(staff), qtTrId("staff.faults.body"));
    showFacts(file, staffText::faults(staff));
}

void StaffDialog::showSuggestions(const QString& file, const StaffFile& staff,
                                  const QList<StaffSuggestion>& suggestions, const QList<Leaver>& people)
{
    const int count = static_cast<int>(suggestions.size());
    m_banner->setTone(Banner::Tone::Info);
    const QString read = qtTrId("staff.read", static_cast<int>(staff.people.size()));
    m_banner->setText(count > 0 ? qtTrId("staff.found", count) : qtTrId("staff.none"),
                      (staff.tellsLastDays ? read : read + u' ' + qtTrId("staff.nodays")) + u' ' +
                          qtTrId("staff.stays"));
    show(file);
    m_columns->hide();
    m_suggestions = suggestions;
    m_people = people;
    m_found = new QWidget;
    (new QVBoxLayout(m_found))->setContentsMargins(0, 0, 0, 0);
    m_rows->addWidget(m_found);
    m_go->setVisible(count > 0);
    showMore();
    showPicked();
}

void StaffDialog::showMore()
{
    const qsizetype begin = m_shown;
    const qsizetype end = std::min(begin + rowsAtOnce, m_suggestions.size());
    for (; m_shown < end; ++m_shown) {
        if (m_shown > 0) {
            m_found->layout()->addWidget(new Rule);
        }
        const StaffSuggestion& one = m_suggestions.at(m_shown);
        QWidget* row = rowOf(one, m_people.at(one.leaver));
        m_found->layout()->addWidget(row);
        row->show();
    }
    // Where the keyboard is goes away with the button.
    if (focusWidget() == m_more) {
        m_boxes.at(begin)->setFocus(Qt::OtherFocusReason);
    }
    m_more->setText(qtTrId("staff.more", static_cast<int>(m_suggestions.size() - m_shown)));
    m_more->setVisible(m_shown < m_suggestions.size());
}

void StaffDialog::showPicked()
{
    const auto picked = std::count_if(m_boxes.cbegin(), m_boxes.cend(),
                                      [](const QCheckBox* box) { return box->isChecked(); });
    m_go->setText(picked > 0 ? qtTrId("staff.go", static_cast<int>(picked)) : qtTrId("staff.go.none"));
    m_go->setEnabled(picked > 0);
}

QWidget* StaffDialog::rowOf(const StaffSuggestion& suggestion, const Leaver& person)
{
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, theme().px(6), 0, theme().px(6));
    column->setSpacing(theme().px(2));
    const QString name = person.name.isEmpty() ? person.address : person.name;
    auto* box = new QCheckBox;
    box->setObjectName(person.key);
    column->addWidget(new WrappedChoice(theme(), name, box));
    box->setAccessibleName(withNames(qtTrId("staff.prepare.of"), {name}));
    connect(box, &QCheckBox::toggled, this, &StaffDialog::showPicked);
    m_boxes += box;
    const QString accounts = qtTrId("acc.sub.count", static_cast<int>(person.accounts.size()));
    const QString reason = withNames(qtTrId("staff.why"), {reasonOf(suggestion), accounts});
    box->setAccessibleDescription(reason);
    column->addWidget((new TextLabel(reason, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    return row;
}

QString StaffDialog::reasonOf(const StaffSuggestion& suggestion) const
{
    QString reason;
    switch (suggestion.why) {
    case StaffSuggestion::Why::Left:
        reason = qtTrId("staff.left").arg(m_dates.longDate(*suggestion.lastDay));
        break;
    case StaffSuggestion::Why::Leaving:
        reason = qtTrId("staff.leaving").arg(m_dates.longDate(*suggestion.lastDay));
        break;
    case StaffSuggestion::Why::NotListed:
        reason = qtTrId("staff.notlisted");
        break;
    }
    return suggestion.byName ? withNames(qtTrId("staff.byname"), {reason}) : reason;
}

} // namespace proconnect::ui

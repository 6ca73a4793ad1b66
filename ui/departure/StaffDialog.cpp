// SPDX-License-Identifier: MIT
#include "ui/departure/StaffDialog.h"

#include "ui/departure/StaffText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr qsizetype mostRows = 40;

} // namespace

StaffDialog::StaffDialog(const Theme& theme, const DateText& dates, QWidget* parent)
    : Dialog(theme, qtTrId("staff.title"), QStringLiteral("R-47"), parent), m_dates(dates),
      m_choose(new Button(theme, qtTrId("imp.choose"), Button::Kind::Secondary)),
      m_columns(new TextLabel(qtTrId("staff.columns"), TextStyle::Small, TextLabel::Ink::Muted)),
      m_file(new TextLabel({}, TextStyle::BodyStrong)), m_banner(new Banner(theme, Banner::Tone::Info, {})),
      m_rows(new QVBoxLayout)
{
    body()->addWidget((new TextLabel(qtTrId("staff.lead")))->wrapped());
    body()->addWidget(m_choose, 0, Qt::AlignLeft);
    body()->addWidget(m_columns->wrapped());
    body()->addWidget(m_file->wrapped());
    body()->addWidget(m_banner);
    body()->addLayout(m_rows);
    m_file->setHeading();
    m_file->hide();
    m_banner->hide();
    connect(m_choose, &Button::clicked, this, &StaffDialog::fileAsked);
    auto* close = new Button(theme, qtTrId("common.close"), Button::Kind::Quiet);
    connect(close, &Button::clicked, this, &QDialog::reject);
    addButton(close);
}

void StaffDialog::show(const QString& file)
{
    delete m_found;
    m_found = nullptr;
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

void StaffDialog::showFaults(const QString& file, const QList<StaffFault>& faults)
{
    m_banner->setText(qtTrId("imp.faults", static_cast<int>(faults.size())), qtTrId("staff.faults.body"));
    showFacts(file, staffText::faults(faults));
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
    m_found = new QWidget;
    auto* column = new QVBoxLayout(m_found);
    column->setContentsMargins(0, 0, 0, 0);
    for (const StaffSuggestion& one : suggestions.first(std::min(suggestions.size(), mostRows))) {
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        column->addWidget(rowOf(one, people.at(one.leaver)));
    }
    if (suggestions.size() > mostRows) {
        const auto more = static_cast<int>(suggestions.size() - mostRows);
        column->addWidget((new TextLabel(qtTrId("staff.more", more)))->wrapped());
    }
    m_rows->addWidget(m_found);
}

QWidget* StaffDialog::rowOf(const StaffSuggestion& suggestion, const Leaver& person)
{
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, theme().px(6), 0, theme().px(6));
    column->setSpacing(theme().px(2));
    const QString name = person.name.isEmpty() ? person.address : person.name;
    column->addWidget((new TextLabel(name, TextStyle::BodyStrong))->wrapped());
    const QString accounts = qtTrId("acc.sub.count", static_cast<int>(person.accounts.size()));
    const QString reason = withNames(qtTrId("staff.why"), {reasonOf(suggestion), accounts});
    column->addWidget((new TextLabel(reason, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    auto* prepare = new LinkButton(qtTrId("staff.prepare"), LinkButton::Size::Small);
    prepare->setAutoDefault(false);
    prepare->setAccessibleName(withNames(qtTrId("staff.prepare.of"), {name}));
    connect(prepare, &LinkButton::clicked, this, [this, key = person.key] {
        Q_EMIT chosen(key);
        accept();
    });
    column->addWidget(prepare, 0, Qt::AlignLeft);
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

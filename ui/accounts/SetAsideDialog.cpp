// SPDX-License-Identifier: MIT
#include "ui/accounts/SetAsideDialog.h"

#include "ui/text/FindingText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLineEdit>

namespace proconnect::ui {
namespace {

constexpr int longestReason = 500;
constexpr int longestMonths = 12;
constexpr int proposedMonths = 6;

/// Keeping a shared account is a choice like another, not a point left aside.
QString titleOf(FindingKind kind)
{
    return kind == FindingKind::Shared ? qtTrId("shared.o2")
                                       : qtTrId("find.aside.title").arg(FindingText::badge(kind).text);
}

} // namespace

SetAsideDialog::SetAsideDialog(const Theme& theme, const DateText& dates, const PortalAccount& account,
                               FindingKind kind, QWidget* parent)
    : Dialog(theme, titleOf(kind),
             kind == FindingKind::Shared ? QStringLiteral("V-34") : QStringLiteral("V-33"), parent),
      m_reason(new QLineEdit), m_day(new CalendarField<QDateEdit>(theme, QStringLiteral("d MMMM yyyy"))),
      m_missing(new TextLabel(qtTrId("find.aside.missing"), TextStyle::Small, TextLabel::Ink::Muted)),
      m_go(new Button(theme, qtTrId(kind == FindingKind::Shared ? "shared.keep.go" : "find.aside.go"),
                      Button::Kind::Primary))
{
    body()->addWidget(
        (new TextLabel(qtTrId(kind == FindingKind::Shared ? "shared.o2.body" : "find.aside.lead")))
            ->wrapped());
    m_reason->setMaxLength(longestReason);
    body()->addWidget(new FieldRow(theme, qtTrId("find.aside.reason"), m_reason));
    m_day->setDateRange(dates.today().addDays(1), dates.today().addMonths(longestMonths));
    m_day->setDate(dates.today().addMonths(kind == FindingKind::Shared ? longestMonths : proposedMonths));
    body()->addWidget(new FieldRow(theme, qtTrId("find.aside.day"), m_day));
    m_day->findChild<QLineEdit*>()->setAccessibleName(qtTrId("find.aside.day"));
    body()->addWidget(m_missing->wrapped());
    connect(m_reason, &QLineEdit::textChanged, this, &SetAsideDialog::showChoice);

    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_go, &Button::clicked, this, [this, id = account.id, kind] {
        Q_EMIT chosen({id, kind, m_reason->text().trimmed(), m_day->date()});
        accept();
    });
    addButton(cancel);
    addButton(m_go);
    showChoice();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void SetAsideDialog::showChoice()
{
    const bool empty = m_reason->text().trimmed().isEmpty();
    m_missing->setVisible(empty);
    m_go->setEnabled(!empty);
}

} // namespace proconnect::ui

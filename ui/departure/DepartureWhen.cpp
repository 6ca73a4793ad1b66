// SPDX-License-Identifier: MIT
#include "ui/departure/DepartureWhen.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace proconnect::ui {
namespace {

constexpr int fieldWidth = 280;
/// The service takes 366 days; one is left for hours that differ.
constexpr int longestDays = 365;
const QTime endOfTheDay(18, 0);

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

struct ReasonName
{
    LeavingReason reason;
    const char* id;
};
constexpr std::array reasons{
    ReasonName{LeavingReason::NotSaid, QT_TRID_NOOP("dep.why.notsaid")},
    ReasonName{LeavingReason::Resignation, QT_TRID_NOOP("dep.why.resignation")},
    ReasonName{LeavingReason::Dismissal, QT_TRID_NOOP("dep.why.dismissal")},
    ReasonName{LeavingReason::EndOfContract, QT_TRID_NOOP("dep.why.contract")},
    ReasonName{LeavingReason::Retirement, QT_TRID_NOOP("dep.why.retirement")},
    ReasonName{LeavingReason::Transfer, QT_TRID_NOOP("dep.why.transfer")},
};

/// The hours on the screen are those of Paris, whatever the computer's: the field counts them as UTC.
QDateTime asShown(const QDateTime& instant)
{
    const QDateTime there = instant.toTimeZone(paris());
    return QDateTime(there.date(), QTime(there.time().hour(), there.time().minute()), Qt::UTC);
}

} // namespace

DepartureWhen::DepartureWhen(const Theme& theme, const DateText& dates, QWidget* parent)
    : QWidget(parent), m_choice(new SegmentedControl(
                           theme, qtTrId("dep.when"),
                           {qtTrId("dep.when.now"), qtTrId("dep.when.later"), qtTrId("dep.when.conflict")})),
      m_words(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_hour(new CalendarField<QDateTimeEdit>(theme, QStringLiteral("d MMMM yyyy, HH:mm"))),
      m_reason(new ComboBox(theme))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(10));
    auto* first = new FlowLayout(theme.px(12), theme.px(8));
    first->addWidget(new TextLabel(qtTrId("dep.when"), TextStyle::BodyStrong));
    first->addWidget(m_choice);
    column->addLayout(first);
    column->addWidget(m_words->wrapped());

    m_hour->setTimeSpec(Qt::UTC);
    m_hourRow = new FieldRow(theme, qtTrId("dep.when.hour"), m_hour);
    m_hour->findChild<QLineEdit*>()->setAccessibleName(qtTrId("dep.when.hour"));
    for (const ReasonName& one : reasons) {
        m_reason->addItem(qtTrId(one.id), static_cast<int>(one.reason));
    }
    m_reasonRow = new FieldRow(theme, qtTrId("dep.why"), m_reason);
    for (FieldRow* row : {m_hourRow, m_reasonRow}) {
        row->setMaximumWidth(theme.px(fieldWidth));
    }
    auto* fields = new FlowLayout(theme.px(20), theme.px(10));
    fields->addWidget(m_hourRow);
    fields->addWidget(m_reasonRow);
    column->addLayout(fields);
    column->addWidget(
        (new TextLabel(qtTrId("dep.why.stays"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());

    setNow(dates);
    connect(m_choice, &SegmentedControl::chosen, this, [this] {
        showParts();
        Q_EMIT changed();
    });
    connect(m_hour, &QDateTimeEdit::dateTimeChanged, this, &DepartureWhen::changed);
    connect(m_reason, &QComboBox::activated, this, &DepartureWhen::changed);
    showParts();
}

void DepartureWhen::setNow(const DateText& dates)
{
    const QSignalBlocker quiet(m_hour);
    const QDateTime first(dates.today(), QTime(0, 0), Qt::UTC);
    const QDateTime last = asShown(dates.now().addDays(longestDays));
    QDateTime hour = m_hour->dateTime();
    // Somebody's choice stays, even once it is over: the objection says so.
    if (m_choice->current() != Later && (!m_usual.isValid() || hour == m_usual || hour < first)) {
        hour = QDateTime(dates.today().addDays(1), endOfTheDay, Qt::UTC);
    }
    m_usual = QDateTime(dates.today().addDays(1), endOfTheDay, Qt::UTC);
    m_hour->setDateTimeRange(std::min(first, hour), std::max(last, hour));
    if (m_hour->dateTime() != hour) { // what is being typed would be lost
        m_hour->setDateTime(hour);
    }
}

void DepartureWhen::set(const std::optional<QDateTime>& at, LeavingReason reason)
{
    const QSignalBlocker quiet(m_hour);
    m_choice->setCurrent(reason == LeavingReason::Conflict ? Conflict : at ? Later : Now);
    if (at) {
        const QDateTime hour = asShown(*at);
        m_hour->setDateTimeRange(std::min(m_hour->minimumDateTime(), hour),
                                 std::max(m_hour->maximumDateTime(), hour));
        m_hour->setDateTime(hour);
    }
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(static_cast<int>(reason))));
    showParts();
}

std::optional<QDateTime> DepartureWhen::at() const
{
    if (m_choice->current() != Later) {
        return std::nullopt;
    }
    return QDateTime(shown().date(), shown().time(), paris()).toUTC();
}

QDateTime DepartureWhen::shown() const
{
    const QDateTime hour = m_hour->dateTime();
    return QDateTime(hour.date(), QTime(hour.time().hour(), hour.time().minute()), Qt::UTC);
}

LeavingReason DepartureWhen::reason() const
{
    return m_choice->current() == Conflict ? LeavingReason::Conflict
                                           : static_cast<LeavingReason>(m_reason->currentData().toInt());
}

QString DepartureWhen::objection(const QDateTime& now) const
{
    const auto chosen = at();
    if (!chosen) {
        return {};
    }
    return asShown(*chosen) != shown() ? qtTrId("dep.when.gap")
           : *chosen <= now            ? qtTrId("dep.when.past")
                                       : QString();
}

void DepartureWhen::showParts()
{
    const int choice = m_choice->current();
    m_words->setText(qtTrId(choice == Later      ? "dep.when.later.body"
                            : choice == Conflict ? "dep.when.conflict.body"
                                                 : "dep.when.now.body"));
    m_hourRow->setVisible(choice == Later);
    m_reasonRow->setVisible(choice != Conflict);
}

} // namespace proconnect::ui

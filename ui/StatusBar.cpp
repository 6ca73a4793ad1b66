// SPDX-License-Identifier: MIT
#include "ui/StatusBar.h"

#include "core/clock/Clock.h"
#include "core/departure/DepartureProgress.h"
#include "core/sync/Workspace.h"
#include "ui/UiSettings.h"
#include "ui/text/DateText.h"
#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QPainter>
#include <QVariant>

namespace proconnect::ui {

/// The round mark beside the word that says the same.
class StatusBar::Dot final : public QWidget
{
public:
    explicit Dot(const Theme& theme) : m_theme(theme) { setFixedSize(theme.px(8), theme.px(8)); }

    void setColor(ColorRole role)
    {
        m_role = role;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(m_role));
        painter.drawEllipse(rect());
    }

private:
    const Theme& m_theme;
    ColorRole m_role = ColorRole::TextMuted;
};

StatusBar::StatusBar(const Services& services, QWidget* parent)
    : QFrame(parent), m_services(services), m_dot(new Dot(services.theme)),
      m_offlineIcon(new IconLabel(services.theme, QStringLiteral("offline"), ColorRole::WarningText, 16)),
      m_state(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_age(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_departure(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Info)),
      m_demonstration(new TextLabel(qtTrId("status.demo"), TextStyle::Small, TextLabel::Ink::Warning)),
      m_lock(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_phone(new IconLabel(services.theme, QStringLiteral("phone"), ColorRole::TextMuted, 14)),
      m_support(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))
{
    const Theme& theme = services.theme;
    setProperty("surface", QStringLiteral("status"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(20), 1, theme.px(20), 0);
    row->setSpacing(theme.px(7));
    row->addWidget(m_dot);
    row->addWidget(m_offlineIcon);
    row->addWidget(m_state);
    row->addSpacing(theme.px(10));
    row->addWidget(m_age);
    row->addSpacing(theme.px(10));
    row->addWidget(m_departure->elided());
    row->addStretch(1);
    row->addWidget(m_demonstration);
    row->addStretch(1);
    row->addWidget(m_lock);
    row->addSpacing(theme.px(10));
    row->addWidget(m_phone);
    row->addWidget(m_support);
    m_state->setHeading();
    m_demonstration->setVisible(services.demonstration);
    setMinimumHeight(theme.px(tokens::sizeStatusBar));
    refresh();
}

void StatusBar::refresh()
{
    const Workspace& workspace = m_services.workspace;
    const bool offline = workspace.connection() == Workspace::Connection::Offline;
    const bool online = workspace.connection() == Workspace::Connection::Online;
    m_dot->setVisible(!offline);
    m_dot->setColor(online ? ColorRole::SuccessText : ColorRole::TextMuted);
    m_offlineIcon->setVisible(offline);
    const bool nothingToRead = !offline && !online && workspace.selectedSiren().isEmpty();
    m_state->setText(qtTrId(offline         ? "status.offline"
                            : online        ? "status.online"
                            : nothingToRead ? "status.nocompany"
                                            : "status.connecting"));
    const CompanySnapshot* snapshot = workspace.snapshot();
    m_age->setVisible(snapshot != nullptr);
    if (snapshot) {
        const DateText dates(m_services.clock.now());
        const QDate day = DateText::dayOf(snapshot->asOf);
        m_age->setText(online && day == dates.today()
                           ? qtTrId("status.fresh").arg(dates.clock(snapshot->asOf))
                           : qtTrId("status.stale").arg(dates.shortDate(day), dates.clock(snapshot->asOf)));
    }
    showDeparture();
    QStringList said{m_state->text(), m_age->text(), m_departure->text()};
    said.removeAll(QString());
    m_state->setAccessibleName(said.join(QStringLiteral(". ")));
    if (isVisible()) {
        fit(); // before, the width is not known
    }
}

void StatusBar::showDeparture()
{
    m_departure->setText({});
    const CompanySnapshot* snapshot = m_services.workspace.snapshot();
    for (const Departure& one : snapshot ? snapshot->departures : QList<Departure>()) {
        if (isMoving(*snapshot, one)) {
            const DepartureTally tally = tallyOf(one);
            m_departure->setText(
                withNames(qtTrId("status.departure"), {shortened(one.person), QString::number(tally.closed),
                                                       QString::number(tally.all)}));
        }
    }
    m_departure->setVisible(!m_departure->text().isEmpty());
}

void StatusBar::fit()
{
    const QString& number = m_services.supportNumber;
    const auto tooWide = [this] { return layout()->minimumSize().width() > width(); };
    const int minutes = m_services.settings.lockMinutes();
    m_lock->setVisible(minutes > 0);
    m_lock->setText(minutes > 0 ? qtTrId("status.lock", minutes) : QString());
    m_phone->setVisible(!number.isEmpty());
    m_support->setVisible(!number.isEmpty());
    m_support->setText(qtTrId("status.support").arg(number));
    m_demonstration->setText(qtTrId("status.demo"));
    if (tooWide()) {
        m_lock->hide();
    }
    if (tooWide()) {
        m_support->setText(number);
    }
    if (tooWide()) {
        m_demonstration->setText(qtTrId("status.demo.short"));
    }
    if (tooWide()) {
        m_phone->hide();
        m_support->hide();
    }
}

QSize StatusBar::minimumSizeHint() const
{
    return {0, QFrame::minimumSizeHint().height()};
}

void StatusBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void StatusBar::focusState()
{
    m_state->setFocus(Qt::TabFocusReason);
}

} // namespace proconnect::ui

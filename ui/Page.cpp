// SPDX-License-Identifier: MIT
#include "ui/Page.h"

#include "core/clock/Clock.h"
#include "core/model/CompanySnapshot.h"
#include "core/session/SignInRenewal.h"
#include "core/sync/Workspace.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"

#include <QBoxLayout>
#include <QResizeEvent>

namespace proconnect::ui {
namespace {

constexpr int widePadding = 36;
constexpr int narrowPadding = 24;
/// The focus ring stands outside of widgets; a scrolled page needs room for it on its sides.
constexpr int ringRoom = 4;
/// Effective height (pixels divided by the text scale) under which the whole page scrolls.
constexpr int lowUnder = 400;

} // namespace

Page::Page(const Services& services, const QString& title, const QString& code, QWidget* parent)
    : QWidget(parent), m_services(services), m_header(new PageHeader(services.theme, title, code)),
      m_column(new QVBoxLayout(this)), m_top(new QWidget), m_topColumn(new QVBoxLayout(m_top)),
      m_body(new QVBoxLayout)
{
    m_column->setSpacing(services.theme.px(18));
    m_column->addWidget(m_top);
    m_topColumn->setSpacing(services.theme.px(18));
    m_topColumn->addWidget(m_header);
    m_body->setSpacing(services.theme.px(20));
    m_body->setContentsMargins(ringRoom, 0, ringRoom, 0);
    m_column->addLayout(m_body, 1);
    arrange();
    connect(&services.workspace, &Workspace::connectionChanged, this, &Page::showConnection);
    connect(&services.workspace, &Workspace::snapshotChanged, this, &Page::showConnection);
    showConnection();
}

void Page::showConnection()
{
    const Workspace& workspace = m_services.workspace;
    const std::optional<Failure> trouble = workspace.trouble();
    const bool offline = workspace.connection() == Workspace::Connection::Offline;
    if (!offline && !trouble) {
        if (m_connection) {
            m_connection->hide();
        }
        return;
    }
    if (!m_connection) {
        m_connection = new Banner(m_services.theme, Banner::Tone::Warning, {});
        m_connection->hide();
        connect(m_connection->setAction(qtTrId("common.retry")), &QPushButton::clicked, this,
                &Page::readAgain);
        addNotice(*m_connection);
    }
    const bool noNetwork = !trouble || trouble->code == FailureCode::Offline;
    const CompanySnapshot* shown = workspace.snapshot();
    if (noNetwork && shown) {
        const DateText dates(m_services.clock.now());
        m_connection->setText(
            qtTrId("off.banner"),
            qtTrId("off.banner.body")
                .arg(qtTrId("off.date")
                         .arg(dates.longDate(DateText::dayOf(shown->asOf)), dates.clock(shown->asOf))));
    } else {
        const FailureText text = failureText(trouble.value_or(Failure{FailureCode::Offline, {}, {}}));
        m_connection->setText(text.title, text.body, text.supportCode);
    }
    const bool tooOld = trouble && trouble->code == FailureCode::SignInTooOld;
    if (tooOld) {
        // Reading needs no recent sign-in, except to confirm who leads the company.
        m_connection->setText(qtTrId("fc.why.reading"));
    }
    m_connection->setAction(tooOld ? qtTrId("undo.signin") : qtTrId("common.retry"),
                            tooOld ? QStringLiteral("lock") : QStringLiteral("refresh"));
    m_connection->setIconName(noNetwork ? QStringLiteral("offline") : QStringLiteral("warning"));
    m_connection->show();
}

void Page::readAgain()
{
    const std::optional<Failure> trouble = m_services.workspace.trouble();
    if (!trouble || trouble->code != FailureCode::SignInTooOld) {
        m_services.workspace.refresh();
        return;
    }
    m_services.renewal.require(SignInReason::Reading, SignInStrength::Ordinary, this,
                               [this](const Outcome<Done>& renewed) {
                                   if (renewed) {
                                       m_services.workspace.refresh();
                                   } else {
                                       const FailureText text = failureText(renewed.failure());
                                       m_connection->setText(text.title, text.body, text.supportCode);
                                   }
                               });
}

bool Page::titleHasFocus() const
{
    return m_header->titleHasFocus();
}

void Page::focusBody()
{
    // The title comes first in the page, the screen code next; what follows is the page's own.
    m_header->screenCode().setFocus(Qt::TabFocusReason);
    focusNextChild();
}

QString Page::title() const
{
    return m_header->title();
}

QString Page::screenCode() const
{
    return m_header->screenCode().code();
}

void Page::focusTitle()
{
    m_header->focusTitle();
}

void Page::showTarget(const QString&) {}

void Page::setWidthClass(WidthClass width)
{
    m_width = width;
    arrange();
}

void Page::setLow(bool low)
{
    m_low = low;
    if (m_scrolled) {
        if (low) {
            m_scrolled->insertWidget(0, m_top);
        } else {
            m_column->insertWidget(0, m_top);
        }
    }
    arrange();
}

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool low = event->size().height() < m_services.theme.px(lowUnder);
    if (low != m_low) {
        setLow(low);
    }
}

void Page::arrange()
{
    const bool roomy = m_width == WidthClass::Normal || m_width == WidthClass::Wide;
    const bool together = m_low && m_scrolled;
    const int side = roomy ? m_services.theme.px(widePadding) : m_services.theme.px(narrowPadding);
    const int bottom = m_services.theme.px(roomy ? 28 : 20);
    const int top = m_services.theme.px(roomy ? 24 : 18);
    m_column->setContentsMargins(side - ringRoom, together ? 0 : top, side - ringRoom,
                                 m_scrolled ? 0 : bottom);
    const int ring = together ? 0 : ringRoom;
    m_topColumn->setContentsMargins(ring, 0, ring, 0);
    if (m_scrolled) {
        // What scrolls is cut at the window's edge, not above an empty band.
        m_scrolled->setContentsMargins(ringRoom, together ? top : ringRoom, ringRoom, bottom);
    }
}

QVariant Page::draft() const
{
    return {};
}

void Page::restoreDraft(const QVariant&) {}

bool Page::focusSearch()
{
    return false;
}

const CompanySnapshot* Page::snapshot() const
{
    return m_services.workspace.snapshot();
}

void Page::addNotice(QWidget& notice)
{
    m_topColumn->insertWidget(1, &notice);
}

QVBoxLayout* Page::scrolled()
{
    auto* area = new ScrollArea;
    auto* content = new ScrollContent;
    m_scrolled = new QVBoxLayout(content);
    m_scrolled->setSpacing(m_services.theme.px(20));
    area->setWidget(content);
    content->setAutoFillBackground(false);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->addWidget(area);
    arrange();
    return m_scrolled;
}

} // namespace proconnect::ui

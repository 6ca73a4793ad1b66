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

namespace proconnect::ui {
namespace {

constexpr int widePadding = 36;
constexpr int narrowPadding = 24;
/// The focus ring stands outside of widgets; a scrolled page needs room for it on its sides.
constexpr int ringRoom = 4;

} // namespace

Page::Page(const Services& services, const QString& title, const QString& code, QWidget* parent)
    : QWidget(parent), m_services(services), m_header(new PageHeader(services.theme, title, code)),
      m_column(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_column->setSpacing(services.theme.px(18));
    m_column->addWidget(m_header);
    m_body->setSpacing(services.theme.px(20));
    m_header->setContentsMargins(ringRoom, 0, ringRoom, 0);
    m_body->setContentsMargins(ringRoom, 0, ringRoom, 0);
    m_column->addLayout(m_body, 1);
    Page::setWidthClass(WidthClass::Normal);
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
    m_services.renewal.require(SignInReason::Reading, this, [this](const Outcome<Done>& renewed) {
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
    const bool roomy = width == WidthClass::Normal || width == WidthClass::Wide;
    const int side = roomy ? m_services.theme.px(widePadding) : m_services.theme.px(narrowPadding);
    const int bottom = m_services.theme.px(roomy ? 28 : 20);
    m_column->setContentsMargins(side - ringRoom, m_services.theme.px(roomy ? 24 : 18), side - ringRoom,
                                 m_scrolled ? 0 : bottom);
    if (m_scrolled) {
        // What scrolls is cut at the window's edge, not above an empty band.
        m_scrolled->setContentsMargins(ringRoom, ringRoom, ringRoom, bottom);
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
    auto* row = new QHBoxLayout;
    row->setContentsMargins(ringRoom, 0, ringRoom, 0);
    row->addWidget(&notice);
    m_column->insertLayout(1, row);
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
    Page::setWidthClass(WidthClass::Normal);
    return m_scrolled;
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/data_page/DataPage.h"

#include "core/clock/Clock.h"
#include "core/departure/Leavers.h"
#include "core/departure/WayOut.h"
#include "core/sync/DecisionDesk.h"
#include "core/sync/Workspace.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int skeletonRows = 6;

/// A way out of a shared account for which its portal opens accounts of high effect.
bool opensStrongAccounts(const CompanySnapshot& company, const Decision& decision)
{
    if (!decision.departure || decision.departure->newcomers.isEmpty()) {
        return false;
    }
    const QString& id = decision.departure->items.constFirst().account;
    const auto shared = std::find_if(company.accounts.cbegin(), company.accounts.cend(),
                                     [&id](const PortalAccount& one) { return one.id == id; });
    if (shared == company.accounts.cend()) {
        return false;
    }
    const bool opens =
        std::any_of(company.portals.cbegin(), company.portals.cend(), [&shared](const Portal& portal) {
            return portal.id == shared->portal && opensLike(portal, *shared);
        });
    const QList<Newcomer>& newcomers = decision.departure->newcomers;
    return opens && std::any_of(newcomers.cbegin(), newcomers.cend(), [&](const Newcomer& one) {
               return isOfHighEffect(*shared, one) && !ownAccountOf(company.accounts, *shared, one) &&
                      !ownRequestOf(company.requests, *shared, one);
           });
}

} // namespace

DataPage::DataPage(const Services& services, const QString& title, const QString& code, QWidget* parent)
    : Page(services, title, code, parent),
      m_tracker(new DecisionTracker(services.decisions, services.workspace, this)),
      m_notice(new Banner(services.theme, Banner::Tone::Error, {})),
      m_skeleton(new Skeleton(services.theme, skeletonRows)),
      m_trouble(new EmptyState(services.theme, QStringLiteral("error"), qtTrId("screen.problem"))),
      m_page(new QWidget), m_content(new QVBoxLayout(m_page))
{
    const Button* retry = m_trouble->addAction(qtTrId("common.retry"));
    connect(retry, &Button::clicked, this, [this] { this->services().workspace.refresh(); });
    addNotice(*m_notice);
    m_notice->hide();

    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(services.theme.px(20));
    QVBoxLayout* column = scrolled();
    column->addWidget(m_skeleton, 1);
    column->addWidget(m_trouble, 1);
    column->addWidget(m_page, 1);
    m_trouble->hide();
    m_page->hide();

    connect(m_tracker, &DecisionTracker::changed, this, &DataPage::refreshIfVisible);
    connect(&services.workspace, &Workspace::connectionChanged, this, &DataPage::refreshIfVisible);
    connect(&services.workspace, &Workspace::loadingChanged, this, &DataPage::refreshIfVisible);
    connect(&services.decisions, &DecisionDesk::refused, this, &DataPage::showRefusal);
}

void DataPage::refreshIfVisible()
{
    if (isVisible()) {
        refresh();
    }
}

void DataPage::refresh()
{
    const CompanySnapshot* shown = snapshot();
    const auto trouble = services().workspace.trouble();
    m_skeleton->setVisible(!shown && !trouble);
    m_trouble->setVisible(!shown && trouble);
    m_page->setVisible(shown != nullptr);
    if (shown) {
        showData(*shown);
    } else if (trouble) {
        const FailureText text = failureText(*trouble);
        m_trouble->setText(text.title, text.body);
    }
}

bool DataPage::canDecide() const
{
    return services().workspace.connection() != Workspace::Connection::Offline;
}

QString DataPage::offlineReason()
{
    return qtTrId("screen.offline.reason");
}

DateText DataPage::dateText() const
{
    return DateText(services().clock.now());
}

RequestText DataPage::requestText() const
{
    Q_ASSERT(snapshot());
    return {CompanyText(*snapshot()), dateText()};
}

AccountText DataPage::accountText() const
{
    Q_ASSERT(snapshot());
    return {CompanyText(*snapshot()), dateText()};
}

SignInStrength DataPage::neededFor(const Decision& decision) const
{
    // What gives an administrator's role or a payment right.
    const auto strong = [&decision](const auto& one) {
        return one.id == decision.target &&
               (one.administratorRole || std::any_of(one.rights.cbegin(), one.rights.cend(),
                                                     [](const PortalRight& right) { return right.payment; }));
    };
    const CompanySnapshot* shown = snapshot();
    const bool needed = decision.kind == DecisionKind::NameAdministrator ||
                        (shown && opensStrongAccounts(*shown, decision)) ||
                        (shown && ((decision.kind == DecisionKind::AcceptRequest &&
                                    std::any_of(shown->requests.cbegin(), shown->requests.cend(), strong)) ||
                                   (decision.kind == DecisionKind::RestoreAccount &&
                                    std::any_of(shown->accounts.cbegin(), shown->accounts.cend(), strong))));
    return needed ? SignInStrength::HighEffect : SignInStrength::Ordinary;
}

bool DataPage::submit(const Decision& decision, const QString& person, const QString& portal)
{
    hideNotice();
    const Outcome<QString> stored =
        services().decisions.submit(decision, person, portal, neededFor(decision));
    if (!stored) {
        const FailureText text = failureText(stored.failure());
        showNotice(Banner::Tone::Error, text.title, text.body, text.supportCode);
    }
    return stored.ok();
}

void DataPage::showNotice(Banner::Tone tone, const QString& title, const QString& body,
                          const QString& supportCode)
{
    m_notice->hideAction();
    m_notice->setTone(tone);
    m_notice->setText(title, body, supportCode);
    m_notice->show();
}

void DataPage::hideNotice()
{
    m_notice->hide();
}

void DataPage::showRefusal(const Decision& decision, const Failure& failure)
{
    const FailureText text = failureText(failure);
    showNotice(Banner::Tone::Error, text.title, text.body, text.supportCode);
    if (failure.code == FailureCode::LastHand && snapshot() &&
        leaverFor(leavers(*snapshot(), dateText().today()), *snapshot(), decision.target)) {
        offerSuccessor(decision.target);
    }
}

void DataPage::offerSuccessor(const QString& account)
{
    m_lacksSuccessor = account;
    const Button* choose = m_notice->setAction(qtTrId("dep.without.back"));
    connect(choose, &Button::clicked, this, &DataPage::askSuccessor, Qt::UniqueConnection);
}

void DataPage::askSuccessor()
{
    hideNotice();
    Q_EMIT pageRequested(QStringLiteral("departure"), QStringLiteral("account:") + m_lacksSuccessor);
}

} // namespace proconnect::ui

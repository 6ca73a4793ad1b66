// SPDX-License-Identifier: MIT
#include "core/departure/DeparturePlan.h"

#include <algorithm>

namespace proconnect {
namespace {

constexpr int nearDays = 30;

bool samePlaces(const PortalAccount& one, const PortalAccount& other)
{
    return one.sirets.isEmpty() || other.sirets.isEmpty() ||
           std::any_of(one.sirets.cbegin(), one.sirets.cend(),
                       [&other](const QString& siret) { return other.sirets.contains(siret); });
}

class Planner
{
public:
    Planner(const CompanySnapshot& company, const Leaver& leaver, QDate today, const QSet<QString>& kept)
        : m_company(company), m_today(today), m_facts(company, today), m_holders(m_facts),
          m_closing(closable(leaver).subtract(kept)), m_hands(company, m_closing, today)
    {}

    [[nodiscard]] PlannedClosing of(qsizetype i) const
    {
        const PortalAccount& account = m_company.accounts.at(i);
        PlannedClosing planned;
        planned.position = i;
        planned.account = account.id;
        planned.version = account.version;
        planned.portal = account.portal;
        for (const Portal& portal : m_company.portals) {
            if (portal.id == account.portal) {
                planned.way =
                    portal.closesByLetter ? PlannedClosing::Way::ByLetter : PlannedClosing::Way::Online;
                planned.hours = portal.closingHours;
            }
        }
        if (!canBeClosed(account)) {
            planned.way = PlannedClosing::Way::UnderWay;
            return planned;
        }
        planned.lastHand = m_hands.of(account.id);
        if (planned.lastHand) {
            planned.successors = m_hands.successorsOf(account.id);
            planned.lost = lostWith(account);
        }
        planned.deadlines = deadlinesOn(account.portal);
        return planned;
    }

private:
    [[nodiscard]] QSet<QString> closable(const Leaver& leaver) const
    {
        QSet<QString> ids;
        for (const qsizetype i : leaver.accounts) {
            if (canBeClosed(m_company.accounts.at(i))) {
                ids.insert(m_company.accounts.at(i).id);
            }
        }
        return ids;
    }

    /// Whoever could still do it: a working account of somebody in post, where this one reaches too.
    [[nodiscard]] bool stays(qsizetype i, const PortalAccount& beside) const
    {
        const PortalAccount& one = m_company.accounts.at(i);
        return one.portal == beside.portal && !m_closing.contains(one.id) && canBeClosed(one) &&
               one.state != AccountState::Suspended && m_holders.named(i) && !m_holders.left(i) &&
               samePlaces(one, beside);
    }

    [[nodiscard]] QStringList lostWith(const PortalAccount& account) const
    {
        QSet<QString> kept;
        for (qsizetype i = 0; i < m_company.accounts.size(); ++i) {
            if (stays(i, account)) {
                for (const PortalRight& right : m_company.accounts.at(i).rights) {
                    kept.insert(right.code);
                }
            }
        }
        QStringList labels;
        for (const PortalRight& right : account.rights) {
            if (!kept.contains(right.code)) {
                labels += right.label.isEmpty() ? right.code : right.label;
            }
        }
        return labels;
    }

    [[nodiscard]] QList<BusinessDeadline> deadlinesOn(const QString& portal) const
    {
        QList<BusinessDeadline> found;
        for (const AccessRequest& request : m_company.requests) {
            const auto& deadline = request.deadline;
            if (request.portal == portal && deadline && deadline->date >= m_today &&
                deadline->date <= m_today.addDays(nearDays) &&
                std::none_of(found.cbegin(), found.cend(), [&deadline](const BusinessDeadline& known) {
                    return known.label == deadline->label && known.date == deadline->date;
                })) {
                found += *deadline;
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.date < b.date; });
        return found;
    }

    const CompanySnapshot& m_company;
    QDate m_today;
    AccountFacts m_facts;
    Holders m_holders;
    QSet<QString> m_closing;
    LastHands m_hands;
};

/// What is over soonest comes first.
std::pair<int, int> soonest(const PlannedClosing& one)
{
    return {static_cast<int>(one.way), one.hours};
}

} // namespace

DeparturePlan planDeparture(const CompanySnapshot& company, const Leaver& leaver, QDate today,
                            const QSet<QString>& kept)
{
    const Planner planner(company, leaver, today, kept);
    DeparturePlan plan{leaver, {}, 0, false};
    for (const qsizetype i : leaver.accounts) {
        const QString address = AccountFacts::foldedAddress(company.accounts.at(i).email);
        plan.contactEmail |=
            !address.isEmpty() && address == AccountFacts::foldedAddress(company.contactEmail.address);
        if (plan.closings.size() < mostClosings) {
            plan.closings += planner.of(i);
        } else {
            ++plan.leftOut;
        }
    }
    std::stable_sort(plan.closings.begin(), plan.closings.end(),
                     [](const auto& a, const auto& b) { return soonest(a) < soonest(b); });
    return plan;
}

} // namespace proconnect

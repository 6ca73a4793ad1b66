// SPDX-License-Identifier: MIT
#include "service/requests/RequestFacts.h"

#include "service/accounts/PersonNames.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int nightBegins = 22;
constexpr int nightEnds = 6;

} // namespace

RequestFacts::RequestFacts(const PortalDirectory& portals, const QList<StoredAccount>& accounts,
                           const QList<StoredRequest>& requests)
    : m_portals(portals), m_people(accounts)
{
    for (const StoredRequest& stored : requests) {
        const auto first = m_firstFrom.constFind(stored.request.portal);
        if (first == m_firstFrom.cend() || stored.request.receivedAt < *first) {
            m_firstFrom.insert(stored.request.portal, stored.request.receivedAt);
        }
        const RequestState state = stored.request.state;
        if (state == RequestState::Accepted || state == RequestState::AcceptedWithLimits) {
            m_acceptedAt.insert(stored.request.email.toLower(), stored.request.receivedAt);
        }
    }
}

void RequestFacts::fill(AccessRequest& request) const
{
    const auto accounts = m_people.accountsOf(request);
    request.resembles = accounts.isEmpty() ? m_people.resembled(request) : QString();
    request.risks = risksOf(request, accounts);
    request.existingPortals.clear();
    for (const PortalAccount* account : accounts) {
        if (account->openAccount() && !request.existingPortals.contains(account->portal)) {
            request.existingPortals.append(account->portal);
        }
    }
    if (request.deadline) {
        request.deadline->whoElseCan = m_people.othersWhoCan(request);
    }
}

QList<RiskFact> RequestFacts::risksOf(const AccessRequest& request,
                                      const QList<const PortalAccount*>& accounts) const
{
    QList<RiskFact> risks;
    const auto note = [&risks](bool fact, RiskFact risk) {
        if (fact) {
            risks.append(risk);
        }
    };
    const PortalConfiguration* portal = m_portals.find(request.portal);
    const bool pays = std::any_of(request.rights.begin(), request.rights.end(),
                                  [](const PortalRight& right) { return right.payment; });
    const auto gone = [&](const PortalAccount* account) {
        return account->holderLeftOn && *account->holderLeftOn <= request.receivedAt.date();
    };
    // Whoever has left writes from an address of their own.
    const auto namesakes = m_people.namesakesOf(request);
    const bool left = std::any_of(accounts.begin(), accounts.end(), gone) ||
                      std::any_of(namesakes.begin(), namesakes.end(), gone);
    const QString& domain = m_people.companyDomain();
    note(accounts.isEmpty() && !acceptedBefore(request), RiskFact::UnknownRequester);
    note(!domain.isEmpty() && mailDomain(request.email) != domain, RiskFact::ExternalDomain);
    note(request.administratorRole, RiskFact::AdministratorRole);
    note(pays, RiskFact::PaymentRight);
    note(portal != nullptr && portal->portal.sensitive, RiskFact::SensitivePortal);
    note(left, RiskFact::RequesterLeft);
    note(isGenericAddress(request.email), RiskFact::GenericAddress);
    note(isOddHour(request.receivedAt), RiskFact::OddHour);
    note(firstFromPortal(request), RiskFact::FirstFromPortal);
    note(!request.resembles.isEmpty(), RiskFact::NearCopyOfName);
    return risks;
}

bool RequestFacts::acceptedBefore(const AccessRequest& request) const
{
    const auto instants = m_acceptedAt.values(request.email.toLower());
    return std::any_of(instants.begin(), instants.end(),
                       [&](const QDateTime& at) { return at < request.receivedAt; });
}

bool RequestFacts::firstFromPortal(const AccessRequest& request) const
{
    const auto first = m_firstFrom.constFind(request.portal);
    const bool none = first == m_firstFrom.cend() || *first >= request.receivedAt;
    return none && !m_people.anyAccountOn(request.portal);
}

bool isOddHour(const QDateTime& instant)
{
    const QDateTime paris = instant.toTimeZone(QTimeZone("Europe/Paris"));
    const int hour = paris.time().hour();
    return hour >= nightBegins || hour < nightEnds || paris.date().dayOfWeek() == Qt::Sunday;
}

bool isGenericAddress(const QString& address)
{
    static const QStringList functions{
        QStringLiteral("accueil"), QStringLiteral("admin"),      QStringLiteral("administration"),
        QStringLiteral("bonjour"), QStringLiteral("compta"),     QStringLiteral("comptabilite"),
        QStringLiteral("contact"), QStringLiteral("direction"),  QStringLiteral("facturation"),
        QStringLiteral("finance"), QStringLiteral("gestion"),    QStringLiteral("info"),
        QStringLiteral("paie"),    QStringLiteral("rh"),         QStringLiteral("secretariat"),
        QStringLiteral("social"),  QStringLiteral("tresorerie"),
    };
    return functions.contains(address.section(u'@', 0, 0).toLower());
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "core/findings/AccountFacts.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect {
namespace {

constexpr int idleDays = 365;

/// The number of a value; values that share their memory are looked up once. They must live meanwhile.
class SharedNumbers
{
public:
    template <typename Value, typename Find>
    [[nodiscard]] int of(const Value& value, const Find& find)
    {
        const auto known = m_known.constFind(value.constData());
        return known != m_known.cend() ? *known : *m_known.insert(value.constData(), find(value));
    }

private:
    QHash<const void*, int> m_known;
};

bool beyondMandate(const PortalAccount& account, QDate today)
{
    if (!account.mandate) {
        return false;
    }
    const QStringList& places = account.mandate->sirets;
    const bool covered =
        places.isEmpty() || (!account.sirets.isEmpty() &&
                             std::all_of(account.sirets.cbegin(), account.sirets.cend(),
                                         [&places](const QString& siret) { return places.contains(siret); }));
    return account.mandate->lastDay < today || !covered;
}

} // namespace

QString AccountFacts::foldedAddress(const QString& address)
{
    return address.trimmed().toCaseFolded();
}

AccountFacts::AccountFacts(const CompanySnapshot& company, QDate today)
    : m_today(today),
      m_idleBefore(
          QDateTime(today.addDays(-idleDays), QTime(0, 0), QTimeZone("Europe/Paris")).toMSecsSinceEpoch())
{
    for (const PersonLink& link : company.personLinks) {
        if (link.same) {
            join(link);
        }
    }
    m_holderCount = static_cast<int>(m_holders.size());
    SharedNumbers holders;
    SharedNumbers portals;
    SharedNumbers places;
    m_facts.resize(company.accounts.size());
    m_days.resize(company.accounts.size());
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& account = company.accounts.at(i);
        read(i, account);
        AccountFact& fact = m_facts[i];
        fact.holder = holders.of(account.email, [this](const auto& email) { return holderNumber(email); });
        fact.portal = portals.of(account.portal, [this](const auto& id) { return portalNumber(id); });
        fact.places = places.of(account.sirets, [this](const auto& sirets) { return placesNumber(sirets); });
    }
}

void AccountFacts::follow(const AccountList& accounts, const AccountChanges& changes)
{
    changes.carry(m_facts);
    changes.carry(m_days);
    for (const int i : changes.fresh) {
        const PortalAccount& account = accounts.at(i);
        read(i, account);
        AccountFact& fact = m_facts[i];
        fact.holder = holderNumber(account.email);
        fact.portal = portalNumber(account.portal);
        fact.places = placesNumber(account.sirets);
    }
}

void AccountFacts::join(const PersonLink& link)
{
    // Each address gets a number below the size of the map: no two of different people can meet.
    const int fresh = static_cast<int>(m_holders.size());
    QList<int> before;
    for (const QString& address : link.addresses) {
        const auto known = m_holders.constFind(foldedAddress(address));
        if (known != m_holders.cend()) {
            before += *known;
        }
    }
    const int number = before.isEmpty() ? fresh : before.first();
    for (int& known : m_holders) {
        known = before.contains(known) ? number : known;
    }
    for (const QString& address : link.addresses) {
        m_holders.insert(foldedAddress(address), number);
    }
}

void AccountFacts::read(qsizetype position, const PortalAccount& account)
{
    AccountDays& days = m_days[position];
    days.createdOn = account.createdOn.value_or(QDate());
    days.leftOn = account.holderLeftOn.value_or(QDate());
    days.lastUsedAt = account.lastUsedAt ? account.lastUsedAt->toMSecsSinceEpoch() : AccountDays::unknown;
    AccountFact fact;
    fact.open = account.openAccount();
    fact.suspended = account.state == AccountState::Suspended;
    fact.administrator = account.administratorRole;
    fact.soleRole = account.soleRole;
    fact.named = !account.holderName.isEmpty();
    fact.generic = account.signalList.contains(AccountSignal::GenericAddress);
    fact.usedAfterDeparture = account.signalList.contains(AccountSignal::UsedAfterDeparture);
    fact.left = !days.leftOn.isNull();
    const auto note = [&fact](FindingKind kind, bool holds) {
        if (holds) {
            fact.alone.add(kind);
        }
    };
    note(FindingKind::Shared, account.shared());
    // A portal that does not say when an account was used last says nothing against it.
    note(FindingKind::Idle, account.signalList.contains(AccountSignal::Idle) ||
                                (account.lastUsedAt && days.lastUsedAt < m_idleBefore));
    note(FindingKind::UnreachableAddress, account.addressUnreachable);
    note(FindingKind::FormerDirectorCertified, account.certification == AccountCertification::ToWithdraw);
    note(FindingKind::BeyondMandate, beyondMandate(account, m_today));
    m_facts[position] = fact;
}

int AccountFacts::holderNumber(const QString& email)
{
    const QString address = foldedAddress(email);
    if (address.isEmpty()) {
        return AccountFact().holder;
    }
    const auto known = m_holders.constFind(address);
    return known != m_holders.cend() ? *known : *m_holders.insert(address, m_holderCount++);
}

int AccountFacts::portalNumber(const QString& portal)
{
    const auto known = m_portals.constFind(portal);
    return known != m_portals.cend() ? *known : *m_portals.insert(portal, portalCount());
}

int AccountFacts::placesNumber(const QStringList& sirets)
{
    const auto known = m_places.constFind(sirets);
    if (known != m_places.cend()) {
        return *known;
    }
    QList<int> numbers;
    for (const QString& siret : sirets) {
        const auto number = m_sirets.constFind(siret);
        numbers +=
            number != m_sirets.cend() ? *number : *m_sirets.insert(siret, static_cast<int>(m_sirets.size()));
    }
    m_establishments += numbers;
    return *m_places.insert(sirets, static_cast<int>(m_establishments.size()) - 1);
}

} // namespace proconnect

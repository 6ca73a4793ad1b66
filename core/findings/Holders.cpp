// SPDX-License-Identifier: MIT
#include "core/findings/Holders.h"

#include <algorithm>

namespace proconnect {

QString Holders::folded(const QString& address)
{
    return address.trimmed().toCaseFolded();
}

Holders::Holders(const CompanySnapshot& company, QDate today) : m_accounts(company.accounts), m_today(today)
{
    QHash<QString, int> numbers;
    for (const PersonLink& link : company.personLinks) {
        if (link.same) {
            join(link, numbers);
        }
    }
    m_holders.reserve(m_accounts.size());
    int next = static_cast<int>(numbers.size());
    const auto numberOf = [&numbers, &next](const QString& email) {
        const QString address = folded(email);
        if (address.isEmpty()) {
            return nobody;
        }
        const auto number = numbers.constFind(address);
        return number == numbers.cend() ? *numbers.insert(address, next++) : *number;
    };
    // The accounts of one person often share the address in memory: it is then folded once.
    QHash<const QChar*, int> shared;
    for (const PortalAccount& account : m_accounts) {
        auto known = shared.constFind(account.email.constData());
        if (known == shared.cend()) {
            known = shared.insert(account.email.constData(), numberOf(account.email));
        }
        m_holders += *known;
    }
    m_departures.resize(next);
    m_named.resize(next);
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        if (m_holders.at(i) == nobody) {
            continue;
        }
        auto& departure = m_departures[m_holders.at(i)];
        departure = std::max(departure, m_accounts.at(i).holderLeftOn);
        m_named[m_holders.at(i)] |= !m_accounts.at(i).holderName.isEmpty();
    }
}

void Holders::join(const PersonLink& link, QHash<QString, int>& numbers)
{
    // Each address gets a number below the size of the map: no two of different people can meet.
    const int fresh = static_cast<int>(numbers.size());
    QList<int> before;
    for (const QString& address : link.addresses) {
        const auto known = numbers.constFind(folded(address));
        if (known != numbers.cend()) {
            before += *known;
        }
    }
    const int number = before.isEmpty() ? fresh : before.first();
    for (int& known : numbers) {
        known = before.contains(known) ? number : known;
    }
    for (const QString& address : link.addresses) {
        numbers.insert(folded(address), number);
    }
}

std::optional<QDate> Holders::lastDay(qsizetype account) const
{
    const PortalAccount& one = m_accounts.at(account);
    if (one.holderLeftOn || of(account) == nobody) {
        return one.holderLeftOn;
    }
    const auto& elsewhere = m_departures.at(of(account));
    const bool since = elsewhere && one.createdOn && *one.createdOn > *elsewhere;
    return since ? std::nullopt : elsewhere;
}

bool Holders::left(qsizetype account) const
{
    const auto day = lastDay(account);
    return day && *day < m_today;
}

bool Holders::leaving(qsizetype account) const
{
    const auto day = lastDay(account);
    return day && *day >= m_today;
}

bool Holders::named(qsizetype account) const
{
    const PortalAccount& one = m_accounts.at(account);
    const bool generic = one.signalList.contains(AccountSignal::GenericAddress);
    return !one.holderName.isEmpty() || (!generic && of(account) != nobody && m_named.at(of(account)));
}

} // namespace proconnect

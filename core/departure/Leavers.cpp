// SPDX-License-Identifier: MIT
#include "core/departure/Leavers.h"

#include "core/findings/Holders.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace proconnect {
namespace {

constexpr int unusedMonths = 6;
const QString firmPrefix = QStringLiteral("mandate:");

/// What the requests tell of people: their own word for their job, the latest first.
QHash<QString, QString> jobsByAddress(const CompanySnapshot& company)
{
    QHash<QString, QString> jobs;
    QHash<QString, QDateTime> since;
    for (const AccessRequest& request : company.requests) {
        const QString address = AccountFacts::foldedAddress(request.email);
        const auto known = since.constFind(address);
        if (!request.jobTitle.isEmpty() && (known == since.cend() || *known < request.receivedAt)) {
            since.insert(address, request.receivedAt);
            jobs.insert(address, request.jobTitle);
        }
    }
    return jobs;
}

bool unusedBefore(const PortalAccount& account, const QDateTime& day)
{
    // A portal that does not say when an account was used last says nothing against it.
    return account.signalList.contains(AccountSignal::Idle) ||
           (account.lastUsedAt && *account.lastUsedAt < day);
}

class Roll
{
public:
    Roll(const CompanySnapshot& company, QDate today)
        : m_company(company), m_facts(company, today), m_holders(m_facts), m_jobs(jobsByAddress(company)),
          m_unusedBefore(today.addMonths(-unusedMonths), QTime(0, 0), Qt::UTC)
    {
        for (qsizetype i = 0; i < company.accounts.size(); ++i) {
            if (company.accounts.at(i).mine && m_holders.of(i) != Holders::nobody) {
                m_mine.insert(m_holders.of(i));
            }
        }
    }

    [[nodiscard]] QList<Leaver> everybody()
    {
        for (qsizetype i = 0; i < m_company.accounts.size(); ++i) {
            if (listed(i)) {
                add(i, leaverOf(i));
            }
        }
        nameByClosedAccounts();
        for (const QString& mandate : std::as_const(m_mandates)) {
            addFirm(mandate);
        }
        m_found.removeIf([](const Leaver& one) { return one.closable == 0; });
        return m_found;
    }

private:
    [[nodiscard]] bool listed(qsizetype i) const
    {
        const PortalAccount& account = m_company.accounts.at(i);
        const bool own = account.mine || m_mine.contains(m_holders.of(i));
        return account.openAccount() && !own && m_holders.named(i);
    }

    [[nodiscard]] Leaver& leaverOf(qsizetype i)
    {
        const PortalAccount& account = m_company.accounts.at(i);
        const int holder = m_holders.of(i);
        const auto known = m_places.constFind(holder);
        if (holder != Holders::nobody && known != m_places.cend()) {
            return m_found[*known];
        }
        if (holder != Holders::nobody) {
            m_places.insert(holder, m_found.size());
        }
        Leaver one;
        one.key = holder == Holders::nobody ? account.id : AccountFacts::foldedAddress(account.email);
        one.address = account.email;
        one.unused = true;
        m_found += one;
        return m_found.last();
    }

    void add(qsizetype i, Leaver& one)
    {
        const PortalAccount& account = m_company.accounts.at(i);
        one.accounts += i;
        one.closable += canBeClosed(account) ? 1 : 0;
        if (one.name.isEmpty()) {
            one.name = account.holderName;
        }
        if (const QString job = m_jobs.value(AccountFacts::foldedAddress(account.email)); !job.isEmpty()) {
            one.job = job;
        } else if (one.job.isEmpty()) {
            one.job = account.roleLabel;
        }
        if (account.mandate) {
            one.kind = Leaver::Kind::ThirdParty;
            if (!m_mandates.contains(account.mandate->reference)) {
                m_mandates += account.mandate->reference;
            }
        }
        one.left = one.left || m_holders.left(i);
        one.leaving = one.leaving || m_holders.leaving(i);
        one.lastDay = std::max(one.lastDay, m_holders.lastDay(i));
        one.unused = one.unused && unusedBefore(account, m_unusedBefore);
        one.unreachable = one.unreachable || account.addressUnreachable;
    }

    /// Whom none of their open accounts names, one that is closed may.
    void nameByClosedAccounts()
    {
        for (qsizetype i = 0; i < m_company.accounts.size(); ++i) {
            const auto known = m_places.constFind(m_holders.of(i));
            if (known != m_places.cend() && m_found.at(*known).name.isEmpty()) {
                m_found[*known].name = m_company.accounts.at(i).holderName;
            }
        }
    }

    void addFirm(const QString& mandate)
    {
        Leaver firm;
        firm.kind = Leaver::Kind::Firm;
        firm.key = firmPrefix + mandate;
        firm.name = mandate;
        int people = 0;
        for (const Leaver& one : std::as_const(m_found)) {
            bool of = false;
            for (const qsizetype i : one.accounts) {
                const PortalAccount& account = m_company.accounts.at(i);
                if (account.mandate && account.mandate->reference == mandate) {
                    of = true;
                    firm.accounts += i;
                    firm.closable += canBeClosed(account) ? 1 : 0;
                    firm.address = account.email;
                }
            }
            people += of ? 1 : 0;
        }
        if (people > 1) {
            m_found += firm;
        }
    }

    const CompanySnapshot& m_company;
    AccountFacts m_facts;
    Holders m_holders;
    QHash<QString, QString> m_jobs;
    QDateTime m_unusedBefore;
    QSet<int> m_mine;
    QHash<int, qsizetype> m_places; ///< in m_found, by holder
    QStringList m_mandates;
    QList<Leaver> m_found;
};

} // namespace

QList<Leaver> leavers(const CompanySnapshot& company, QDate today)
{
    return Roll(company, today).everybody();
}

const Leaver* leaverFor(const QList<Leaver>& leavers, const CompanySnapshot& company, const QString& key)
{
    const QString address = AccountFacts::foldedAddress(key);
    const auto theirs = [&](const Leaver& one) {
        return one.key == key ||
               (one.kind != Leaver::Kind::Firm &&
                std::any_of(one.accounts.cbegin(), one.accounts.cend(), [&](qsizetype i) {
                    const PortalAccount& account = company.accounts.at(i);
                    return account.id == key ||
                           (!address.isEmpty() && AccountFacts::foldedAddress(account.email) == address);
                }));
    };
    const auto found = std::find_if(leavers.cbegin(), leavers.cend(), theirs);
    return found == leavers.cend() ? nullptr : &*found;
}

bool canBeClosed(const PortalAccount& account)
{
    switch (account.state) {
    case AccountState::Active:
    case AccountState::Suspended:
    case AccountState::ClosureFailed:
    case AccountState::Unknown:
        return true;
    case AccountState::Closed:
    case AccountState::ClosureRequested:
    case AccountState::ClosureScheduled:
    case AccountState::ClosureManual:
        break;
    }
    return false;
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "core/findings/AccountFindings.h"

#include "core/findings/Administrators.h"
#include "core/findings/Holders.h"
#include "core/model/ActingRole.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace proconnect {
namespace {

constexpr int idleDays = 365;

QDateTime startOfDay(QDate day)
{
    return QDateTime(day, QTime(0, 0), QTimeZone("Europe/Paris")).toUTC();
}

/// Oldest account of each holder on each portal. Where a portal does not say when, its id decides.
class FirstAccounts
{
public:
    FirstAccounts(const QList<PortalAccount>& accounts, const Holders& holders)
        : m_accounts(accounts), m_holders(holders)
    {
        for (qsizetype i = 0; i < accounts.size(); ++i) {
            if (holders.of(i) == Holders::nobody || !accounts.at(i).openAccount()) {
                continue;
            }
            const auto first = m_first.constFind(place(i));
            if (first == m_first.cend() || order(i) < order(*first)) {
                m_first.insert(place(i), i);
            }
        }
    }

    [[nodiscard]] bool isSecond(qsizetype account) const
    {
        return m_first.value(place(account), account) != account;
    }

private:
    [[nodiscard]] std::pair<int, QString> place(qsizetype account) const
    {
        return {m_holders.of(account), m_accounts.at(account).portal};
    }
    [[nodiscard]] std::pair<QDate, QString> order(qsizetype account) const
    {
        const PortalAccount& one = m_accounts.at(account);
        return {one.createdOn.value_or(QDate::fromJulianDay(0)), one.id};
    }

    const QList<PortalAccount>& m_accounts;
    const Holders& m_holders;
    QHash<std::pair<int, QString>, qsizetype> m_first;
};

class Rules
{
public:
    Rules(const CompanySnapshot& company, const Holders& holders, QDate today)
        : m_company(company), m_today(today), m_whole(!isDelegated(company.company)), m_holders(holders),
          m_administrators(company.accounts, m_holders), m_first(company.accounts, m_holders),
          m_idleBefore(startOfDay(today.addDays(-idleDays)))
    {
        for (const Portal& portal : company.portals) {
            if (portal.closesByLetter) {
                m_byLetter.insert(portal.id);
            }
        }
    }

    [[nodiscard]] FindingSet of(qsizetype i) const
    {
        const PortalAccount& account = m_company.accounts.at(i);
        FindingSet found;
        const auto note = [&found](FindingKind kind, bool holds) {
            if (holds) {
                found.add(kind);
            }
        };
        if (!account.openAccount()) {
            return found;
        }
        note(FindingKind::HolderLeft, m_holders.left(i));
        note(FindingKind::UsedAfterDeparture, usedAfterDeparture(i));
        note(FindingKind::OrphanedAdministrator, orphaned(i));
        note(FindingKind::OnlyAdministrator, onlyAdministrator(i));
        note(FindingKind::Shared, account.shared());
        note(FindingKind::UnknownHolder, !m_holders.named(i));
        note(FindingKind::Idle, idle(account));
        note(FindingKind::UnreachableAddress, account.addressUnreachable);
        note(FindingKind::FormerDirectorCertified, account.certification == AccountCertification::ToWithdraw);
        note(FindingKind::Duplicate, !account.administratorRole && m_first.isSecond(i));
        note(FindingKind::BeyondMandate, beyondMandate(account));
        return found;
    }

private:
    [[nodiscard]] bool usedAfterDeparture(qsizetype i) const
    {
        const PortalAccount& account = m_company.accounts.at(i);
        const auto lastDay = m_holders.lastDay(i);
        const bool later =
            lastDay && account.lastUsedAt && *account.lastUsedAt >= startOfDay(lastDay->addDays(1));
        return later || account.signalList.contains(AccountSignal::UsedAfterDeparture);
    }

    [[nodiscard]] bool orphaned(qsizetype i) const
    {
        const PortalAccount& account = m_company.accounts.at(i);
        return m_whole && account.administratorRole && m_holders.left(i) &&
               (account.soleRole || !m_administrators.anotherBeside(i));
    }

    [[nodiscard]] bool onlyAdministrator(qsizetype i) const
    {
        return m_whole && !m_company.company.soleTrader && m_administrators.inPost(i) &&
               !m_administrators.anotherBeside(i) &&
               (m_holders.leaving(i) || m_byLetter.contains(m_company.accounts.at(i).portal));
    }

    [[nodiscard]] bool idle(const PortalAccount& account) const
    {
        // A portal that does not say when an account was used last says nothing against it.
        return account.signalList.contains(AccountSignal::Idle) ||
               (account.lastUsedAt && *account.lastUsedAt < m_idleBefore);
    }

    [[nodiscard]] bool beyondMandate(const PortalAccount& account) const
    {
        if (!account.mandate) {
            return false;
        }
        const QStringList& places = account.mandate->sirets;
        const bool covered =
            places.isEmpty() ||
            (!account.sirets.isEmpty() &&
             std::all_of(account.sirets.cbegin(), account.sirets.cend(),
                         [&places](const QString& siret) { return places.contains(siret); }));
        return account.mandate->lastDay < m_today || !covered;
    }

    const CompanySnapshot& m_company;
    QDate m_today;
    bool m_whole; ///< all accounts are in sight
    const Holders& m_holders;
    Administrators m_administrators;
    FirstAccounts m_first;
    QDateTime m_idleBefore;
    QSet<QString> m_byLetter;
};

} // namespace

QList<FindingSet> accountFindings(const CompanySnapshot& company, QDate today)
{
    return accountFindings(company, Holders(company, today), today);
}

QList<FindingSet> accountFindings(const CompanySnapshot& company, const Holders& holders, QDate today)
{
    const Rules rules(company, holders, today);
    QList<FindingSet> findings;
    findings.reserve(company.accounts.size());
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        findings += rules.of(i);
    }
    return findings;
}

QList<FindingSet> findingsSetAside(const CompanySnapshot& company, QDate today)
{
    QHash<QString, FindingSet> chosen;
    for (const SetAside& one : company.setAside) {
        if (one.until >= today) {
            chosen[one.account].add(one.kind);
        }
    }
    QList<FindingSet> sets(company.accounts.size());
    for (qsizetype i = 0; i < company.accounts.size() && !chosen.isEmpty(); ++i) {
        sets[i] = chosen.value(company.accounts.at(i).id);
    }
    return sets;
}

std::optional<QDate> lastDayOfHolder(const CompanySnapshot& company, const QString& account)
{
    const Holders holders(company, {});
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        if (company.accounts.at(i).id == account) {
            return holders.lastDay(i);
        }
    }
    return std::nullopt;
}

} // namespace proconnect

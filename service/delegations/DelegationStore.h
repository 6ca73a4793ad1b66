// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/result/Outcome.h"

#include <QList>
#include <QSqlDatabase>
#include <QStringList>
#include <QVariantList>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// How many days before its end people are told that a delegation ends (DESIGN.md 9, N09).
inline constexpr int delegationFirstNoticeDays = 30;
inline constexpr int delegationLastNoticeDays = 7;

/// A delegation as the service keeps it.
struct StoredDelegation
{
    Delegation delegation;
    QString delegatorSubject; ///< under whose mandate it stands
    QString delegateSubject;  ///< empty until it is taken up
    QString codeHash;         ///< fingerprint of the invitation's code; empty once it was answered
    int triesLeft = 0;        ///< people with the code who may still turn out not to be the one invited

    /// As it is told to this person.
    [[nodiscard]] Delegation toldTo(const QString& subject) const
    {
        Delegation told = delegation;
        told.mine = delegateSubject == subject;
        return told;
    }
};

/// The table of delegations. The sealed content holds all that gives rights; a row whose columns say
/// otherwise is StorageUnreadable, so that writing to the database appoints nobody.
class DelegationStore
{
public:
    explicit DelegationStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Conflict when the identifier was used before.
    [[nodiscard]] Outcome<Done> insert(QSqlDatabase& connection, const StoredDelegation& stored) const;
    /// Writes `stored` with the next version. VersionChanged when somebody else was faster.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, StoredDelegation& stored) const;
    /// Writes the number of tries left, which is no new version.
    [[nodiscard]] Outcome<Done> saveTries(QSqlDatabase& connection, const StoredDelegation& stored) const;
    [[nodiscard]] Outcome<std::optional<StoredDelegation>> find(QSqlDatabase& connection,
                                                                const QString& id) const;
    [[nodiscard]] Outcome<std::optional<StoredDelegation>> findByCode(QSqlDatabase& connection,
                                                                      const QString& codeHash) const;
    /// Newest first, at most 500.
    [[nodiscard]] Outcome<QList<StoredDelegation>> ofCompany(QSqlDatabase& connection,
                                                             const QString& siren) const;
    /// Those that somebody took up, newest first, at most 500.
    [[nodiscard]] Outcome<QList<StoredDelegation>> ofDelegate(QSqlDatabase& connection,
                                                              const QString& subject) const;
    /// The same for one company.
    [[nodiscard]] Outcome<QList<StoredDelegation>>
    ofDelegate(QSqlDatabase& connection, const QString& subject, const QString& siren) const;
    /// Identifiers of those under a director's mandate that are not over.
    [[nodiscard]] Outcome<QStringList> underMandate(QSqlDatabase& connection, const QString& subject,
                                                    const QString& siren) const;
    /// Identifiers of those that time has changed, at most 100.
    [[nodiscard]] Outcome<QStringList> due(QSqlDatabase& connection, const QDateTime& now) const;
    /// Identifiers, for each company, of those that time changes within thirty days and of which that was not
    /// noted, or seven and not noted since; at most 100 in all.
    [[nodiscard]] Outcome<QList<QStringList>> ending(QSqlDatabase& connection, const QDateTime& now) const;
    /// Notes that its end, as it stands, was told of so many days before; which is no new version.
    [[nodiscard]] Outcome<Done> saveNotice(QSqlDatabase& connection, const QString& id, int days) const;
    /// How many were proposed for a company since.
    [[nodiscard]] Outcome<int> proposedSince(QSqlDatabase& connection, const QString& siren,
                                             const QDateTime& since) const;

private:
    [[nodiscard]] Outcome<QList<StoredDelegation>> select(QSqlDatabase& connection, const QString& condition,
                                                          const QVariantList& values) const;
    [[nodiscard]] QString sealed(const StoredDelegation& stored) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

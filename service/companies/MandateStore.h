// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/companies/MandateRecord.h"

#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// The table of mandates.
class MandateStore
{
public:
    explicit MandateStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Inserts, or replaces what was known of that person and company.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const MandateRecord& record) const;
    [[nodiscard]] Outcome<std::optional<MandateRecord>> find(QSqlDatabase& connection, const QString& subject,
                                                             const QString& siren) const;
    [[nodiscard]] Outcome<QList<MandateRecord>> ofSubject(QSqlDatabase& connection,
                                                          const QString& subject) const;
    /// Pseudonyms of those whose mandate is held.
    [[nodiscard]] Outcome<QStringList> holders(QSqlDatabase& connection, const QString& siren) const;
    /// SIREN with at least one held mandate.
    [[nodiscard]] Outcome<QStringList> heldSirens(QSqlDatabase& connection) const;
    /// The mandates of a company that have not ended.
    [[nodiscard]] Outcome<QList<MandateRecord>> unended(QSqlDatabase& connection, const QString& siren) const;
    /// How many mandates of a company ended after `since`.
    [[nodiscard]] Outcome<int> countEnded(QSqlDatabase& connection, const QString& siren,
                                          const QDateTime& since) const;
    /// SIREN of companies with a mandate that has not ended, was proven before `provenBefore` and not looked
    /// up since `triedSince`; those that have waited longest first, at most `most`.
    [[nodiscard]] Outcome<QStringList> dueSirens(QSqlDatabase& connection, const QDateTime& provenBefore,
                                                 const QDateTime& triedSince, int most) const;
    /// How many companies dueSirens() would give without a limit.
    [[nodiscard]] Outcome<int> dueCount(QSqlDatabase& connection, const QDateTime& provenBefore,
                                        const QDateTime& triedSince) const;
    /// Notes a look at the registers for all of a company; false when another instance did since
    /// `triedSince`.
    [[nodiscard]] Outcome<bool> claimTrial(QSqlDatabase& connection, const QString& siren,
                                           const QDateTime& triedSince, const QDateTime& now) const;

private:
    [[nodiscard]] Outcome<QList<MandateRecord>> select(QSqlDatabase& connection, const QString& condition,
                                                       const QVariantList& values) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// A person's position at the head of a company, as a register last confirmed it.
struct Mandate
{
    QString subject; ///< the service's pseudonym of the person
    QString siren;
    QString function; ///< in the register's words
    RegistrySource source = RegistrySource::Rne;
    QDateTime verifiedAt; ///< last time the register confirmed it
};

/// Whether the register's word is new enough to act on: at most 24 hours old, and not from the future.
[[nodiscard]] inline bool isFresh(const Mandate& mandate, const QDateTime& now)
{
    constexpr qint64 freshSeconds = 86'400;
    const qint64 age = mandate.verifiedAt.secsTo(now);
    return age >= 0 && age <= freshSeconds;
}

/// What a mandate is needed for: an old proof may serve to read, never to act (domain 4.3, Certification).
enum class MandateUse { Reading, Acting };

/// Says who may act for a company. From any thread.
class Mandates
{
public:
    virtual ~Mandates() = default;

    /// The person's mandate over the company. A proof older than 24 hours is first checked again with the
    /// register, so call it outside any transaction. While the register is unavailable, Reading is served by
    /// a proof of at most 72 hours and Acting fails. Failures: NotAllowed (never attached), MandateEnded
    /// (argument: the date), RegistryUnavailable, SignInTooOld (the register respells the person: the next
    /// sign-in settles it).
    [[nodiscard]] virtual Outcome<Mandate> require(const QString& subject, const QString& siren,
                                                   MandateUse use = MandateUse::Acting) = 0;

    /// The same from the database alone, whatever the age of the proof: for the check inside a transaction,
    /// after require(). Failures: NotAllowed, MandateEnded, SignInTooOld.
    [[nodiscard]] virtual Outcome<Mandate> held(QSqlDatabase& connection, const QString& subject,
                                                const QString& siren) = 0;
};

} // namespace proconnect::service

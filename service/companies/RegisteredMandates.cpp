// SPDX-License-Identifier: MIT
#include "service/companies/RegisteredMandates.h"

#include "service/companies/CompanyChecker.h"
#include "service/companies/MandateChecks.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr qint64 readableSeconds = 3 * 86'400;

/// The mandate when it is held, otherwise why it cannot be used.
Outcome<Mandate> usable(const std::optional<MandateRecord>& record)
{
    if (!record) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("company not attached"), {}};
    }
    switch (record->state) {
    case MandateState::Held:
        return record->mandate;
    case MandateState::ToConfirm:
        if (!record->review.isEmpty()) {
            return Failure{FailureCode::NeedsReview, QStringLiteral("a human must look"), record->review};
        }
        return Failure{
            FailureCode::SignInTooOld, QStringLiteral("the register changed: sign in to confirm"), {}};
    case MandateState::Ended:
        break;
    }
    return Failure{FailureCode::MandateEnded, QStringLiteral("mandate ended"),
                   record->endedAt.date().toString(QStringLiteral("dd/MM/yyyy"))};
}

/// While no register answers.
bool isReadable(const Mandate& mandate, const QDateTime& now)
{
    const qint64 age = mandate.verifiedAt.secsTo(now);
    return age >= 0 && age <= readableSeconds;
}

} // namespace

Outcome<Mandate> RegisteredMandates::require(const QString& subject, const QString& siren, MandateUse use)
{
    const auto record = find(subject, siren);
    if (!record) {
        return record.failure();
    }
    if (record.value() && record.value()->state == MandateState::ToConfirm) {
        const auto settled = confirmed(*record.value());
        return settled ? usable(settled.value()) : Outcome<Mandate>(settled.failure());
    }
    auto current = usable(record.value());
    const QDateTime now = m_clock.now();
    if (!current || isFresh(current.value(), now)) {
        return current;
    }
    const auto checked = m_checks.check(*record.value());
    if (!checked) {
        const bool readable = use == MandateUse::Reading && isReadable(current.value(), now) &&
                              checked.failure().code == FailureCode::RegistryUnavailable;
        return readable ? current : Outcome<Mandate>(checked.failure());
    }
    return usable(checked.value());
}

Outcome<Mandate> RegisteredMandates::held(QSqlDatabase& connection, const QString& subject,
                                          const QString& siren)
{
    const auto record = m_store.find(connection, subject, siren);
    return record ? usable(record.value()) : Outcome<Mandate>(record.failure());
}

Outcome<std::optional<MandateRecord>> RegisteredMandates::find(const QString& subject, const QString& siren)
{
    return m_database.read<std::optional<MandateRecord>>(
        [&](QSqlDatabase& connection) { return m_store.find(connection, subject, siren); });
}

Outcome<MandateRecord> RegisteredMandates::confirmed(MandateRecord record)
{
    const auto recent = m_identities(record.mandate.subject);
    if (!recent) {
        return recent.failure();
    }
    const auto siren = SirenNumber::parse(record.mandate.siren);
    if (!siren || !recent.value() || recent.value()->signedInAt == record.triedSignIn) {
        return record;
    }
    if (m_checks.leftAlone(record)) {
        return Failure{FailureCode::RegistryUnavailable, QStringLiteral("no answer a moment ago"), {}};
    }
    const auto attached = m_checker.confirm(record.mandate.subject, recent.value()->identity, *siren);
    if (attached) {
        const auto renewed = find(record.mandate.subject, record.mandate.siren);
        return renewed && renewed.value() ? Outcome<MandateRecord>(*renewed.value())
               : renewed                  ? Outcome<MandateRecord>(record)
                                          : Outcome<MandateRecord>(renewed.failure());
    }
    switch (attached.failure().code) {
    case FailureCode::NotDirector:
        return m_checks.end(std::move(record), MandateEnd::NotListed);
    case FailureCode::CompanyClosed:
    case FailureCode::CompanyDuplicate:
        return m_checks.end(std::move(record), MandateEnd::CompanyClosed);
    case FailureCode::RegistryUnavailable:
        m_checks.leaveAlone(record);
        return attached.failure();
    case FailureCode::NeedsReview:
        record.review = attached.failure().argument;
        break;
    default:
        break;
    }
    // This sign-in had its say; the next one is asked again.
    record.triedAt = m_clock.now();
    record.triedSignIn = recent.value()->signedInAt;
    const auto noted = m_checks.write(record);
    return noted ? Outcome<MandateRecord>(record) : Outcome<MandateRecord>(noted.failure());
}

} // namespace proconnect::service

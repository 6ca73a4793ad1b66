// SPDX-License-Identifier: MIT
#include "service/companies/RegisteredMandates.h"

#include "service/journal/CompanyCursor.h"
#include "service/registries/RegistryDesk.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

using certification::OfficerRecord;
using certification::RoleStanding;

constexpr qint64 freshSeconds = 86'400;
constexpr qint64 readableSeconds = 3 * freshSeconds;

bool mayRepresent(const OfficerRecord& officer)
{
    return officer.individual && officer.active && !officer.resigned && !officer.masked &&
           officer.standing != RoleStanding::DoesNotRepresent;
}

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
        return Failure{
            FailureCode::SignInTooOld, QStringLiteral("the register changed: sign in to confirm"), {}};
    case MandateState::Ended:
        break;
    }
    return Failure{FailureCode::MandateEnded, QStringLiteral("mandate ended"),
                   record->endedAt.date().toString(QStringLiteral("dd/MM/yyyy"))};
}

/// Seconds since the proof; a proof from the future is as old as can be.
qint64 ageOf(const Mandate& mandate, const QDateTime& now)
{
    const qint64 age = mandate.verifiedAt.secsTo(now);
    return age < 0 ? readableSeconds + 1 : age;
}

} // namespace

MandateStanding standingOf(const MandateRecord& record, const CompanyFile& file, const ServiceKeys& keys)
{
    if (!file.gate.active) {
        return MandateStanding::Ended;
    }
    if (!file.gate.covered || file.gate.disputed) {
        return MandateStanding::ToConfirm;
    }
    bool resembling = false;
    bool ambiguous = false;
    for (const OfficerRecord& officer : file.officers) {
        if (!mayRepresent(officer)) {
            continue;
        }
        const OfficerPrints prints = OfficerPrints::of(keys, record.mandate.siren, officer);
        if (record.prints.sameAs(prints)) {
            if (officer.standing == RoleStanding::Represents) {
                return MandateStanding::Holds;
            }
            ambiguous = true;
        }
        resembling = resembling || record.prints.resembles(prints);
    }
    if (!ambiguous && file.source != record.mandate.source) {
        return MandateStanding::Unknown;
    }
    return ambiguous || resembling ? MandateStanding::ToConfirm : MandateStanding::Ended;
}

Outcome<Mandate> RegisteredMandates::require(const QString& subject, const QString& siren, MandateUse use)
{
    auto record = m_database.read<std::optional<MandateRecord>>(
        [&](QSqlDatabase& connection) { return m_store.find(connection, subject, siren); });
    if (!record) {
        return record.failure();
    }
    auto current = usable(record.value());
    const qint64 age = current ? ageOf(current.value(), m_clock.now()) : 0;
    if (!current || age <= freshSeconds) {
        return current;
    }
    const auto checked = checkedAgain(*record.value());
    if (!checked) {
        const bool readable = use == MandateUse::Reading && age <= readableSeconds &&
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

Outcome<MandateRecord> RegisteredMandates::checkedAgain(MandateRecord record)
{
    const auto siren = SirenNumber::parse(record.mandate.siren);
    if (!siren) {
        return Failure{FailureCode::Internal, QStringLiteral("a stored SIREN is not valid"), {}};
    }
    const auto file = m_registries.consult(*siren);
    if (!file && file.failure().code != FailureCode::SirenUnknown) {
        return file.failure();
    }
    const QDateTime now = m_clock.now();
    switch (file ? standingOf(record, file.value(), m_keys) : MandateStanding::ToConfirm) {
    case MandateStanding::Holds:
        record.mandate.verifiedAt = now;
        break;
    case MandateStanding::ToConfirm:
        record.state = MandateState::ToConfirm;
        break;
    case MandateStanding::Ended:
        record.state = MandateState::Ended;
        record.endedAt = now;
        break;
    case MandateStanding::Unknown:
        return Failure{
            FailureCode::RegistryUnavailable, QStringLiteral("only another register answered"), {}};
    }
    const auto written = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        // Attached again meanwhile: that newer proof stays.
        const auto stored = m_store.find(connection, record.mandate.subject, record.mandate.siren);
        if (!stored || !stored.value() || stored.value()->attachedAt != record.attachedAt) {
            return stored ? Outcome<Done>(Done{}) : Outcome<Done>(stored.failure());
        }
        const auto saved = m_store.save(connection, record);
        if (!saved) {
            return saved.failure();
        }
        const auto cursor = advanceCursor(connection, record.mandate.siren);
        return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
    });
    if (!written) {
        return written.failure();
    }
    return record;
}

} // namespace proconnect::service

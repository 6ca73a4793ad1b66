// SPDX-License-Identifier: MIT
#include "service/companies/RegisteredDirectorVerification.h"

#include "service/storage/Database.h"

namespace proconnect::service {

Outcome<DirectorAnswer> RegisteredDirectorVerification::answer(const QString& portalId, const QString& siren,
                                                               const QString& portalAccountId)
{
    const auto number = SirenNumber::parse(siren);
    if (!number) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("not a SIREN"), {}};
    }
    const auto subject = m_accounts.certifiedSubject(portalId, number->digits(), portalAccountId);
    if (!subject) {
        return subject.failure();
    }
    if (!subject.value()) {
        return DirectorAnswer{DirectorAnswer::Value::No, {}, m_clock.now()};
    }
    const auto mandate = m_mandates.require(*subject.value(), number->digits());
    if (mandate) {
        return DirectorAnswer{DirectorAnswer::Value::Yes, mandate.value().function,
                              mandate.value().verifiedAt};
    }
    switch (mandate.failure().code) {
    case FailureCode::NotAllowed:
        return DirectorAnswer{DirectorAnswer::Value::No, {}, m_clock.now()};
    case FailureCode::MandateEnded:
        return dated(DirectorAnswer::Value::No, *subject.value(), number->digits());
    case FailureCode::RegistryUnavailable:
    case FailureCode::SignInTooOld:
    case FailureCode::NeedsReview:
        return dated(DirectorAnswer::Value::Unavailable, *subject.value(), number->digits());
    default:
        return mandate.failure();
    }
}

Outcome<DirectorAnswer> RegisteredDirectorVerification::dated(DirectorAnswer::Value value,
                                                              const QString& subject, const QString& siren)
{
    return m_database.read<DirectorAnswer>([&](QSqlDatabase& connection) -> Outcome<DirectorAnswer> {
        const auto record = m_store.find(connection, subject, siren);
        if (!record) {
            return record.failure();
        }
        DirectorAnswer answer{value, {}, {}};
        if (record.value()) {
            const bool ended = record.value()->state == MandateState::Ended;
            answer.asOf = ended ? record.value()->endedAt : record.value()->mandate.verifiedAt;
        }
        return answer;
    });
}

} // namespace proconnect::service

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
    case FailureCode::MandateEnded:
        return DirectorAnswer{DirectorAnswer::Value::No, {}, m_clock.now()};
    case FailureCode::RegistryUnavailable:
    case FailureCode::SignInTooOld:
        break;
    default:
        return mandate.failure();
    }
    const auto last = lastProof(*subject.value(), number->digits());
    if (!last) {
        return last.failure();
    }
    return DirectorAnswer{DirectorAnswer::Value::Unavailable, {}, last.value()};
}

Outcome<QDateTime> RegisteredDirectorVerification::lastProof(const QString& subject, const QString& siren)
{
    return m_database.read<QDateTime>([&](QSqlDatabase& connection) -> Outcome<QDateTime> {
        const auto record = m_store.find(connection, subject, siren);
        if (!record) {
            return record.failure();
        }
        return record.value() ? record.value()->mandate.verifiedAt : QDateTime();
    });
}

} // namespace proconnect::service

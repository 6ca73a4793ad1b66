// SPDX-License-Identifier: MIT
#include "service/requests/RequesterRecognition.h"

#include "core/model/FoldedName.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

/// Nothing when `mandate` says that the person is not confirmed today.
Outcome<std::optional<RequesterRecognition::Recognised>> recognised(const Outcome<Mandate>& mandate,
                                                                    const StoredAccount& account)
{
    using Found = std::optional<RequesterRecognition::Recognised>;
    if (mandate) {
        return Found({mandate.value(), account});
    }
    switch (mandate.failure().code) {
    case FailureCode::NotAllowed:
    case FailureCode::MandateEnded:
    case FailureCode::RegistryUnavailable:
    case FailureCode::SignInTooOld:
    case FailureCode::NeedsReview:
        return Found();
    default:
        return mandate.failure();
    }
}

} // namespace

Outcome<std::optional<RequesterRecognition::Recognised>>
RequesterRecognition::require(const StoredRequest& deposit)
{
    using Found = std::optional<Recognised>;
    if (deposit.requesterAccount.isEmpty()) {
        return Found();
    }
    const auto account = m_database.read<std::optional<StoredAccount>>(
        [&](QSqlDatabase& connection) { return certified(connection, deposit); });
    if (!account || !account.value()) {
        return account ? Outcome<Found>(Found()) : Outcome<Found>(account.failure());
    }
    const StoredAccount& found = *account.value();
    return recognised(m_mandates.require(found.certifiedSubject, deposit.siren), found);
}

Outcome<std::optional<RequesterRecognition::Recognised>>
RequesterRecognition::held(QSqlDatabase& connection, const StoredRequest& deposit,
                           const Recognised& before) const
{
    using Found = std::optional<Recognised>;
    const auto account = certified(connection, deposit);
    if (!account) {
        return account.failure();
    }
    if (!account.value() || account.value()->certifiedSubject != before.mandate.subject) {
        return Found();
    }
    return recognised(m_mandates.held(connection, before.mandate.subject, deposit.siren), *account.value());
}

Outcome<std::optional<StoredAccount>> RequesterRecognition::certified(QSqlDatabase& connection,
                                                                      const StoredRequest& deposit) const
{
    auto found =
        m_accounts.find(connection, deposit.siren, deposit.request.portal + u':' + deposit.requesterAccount);
    if (!found || !found.value()) {
        return found;
    }
    const StoredAccount& account = *found.value();
    const bool holds = account.account.certification == AccountCertification::Certified &&
                       account.account.state != AccountState::Closed && !account.certifiedSubject.isEmpty();
    return holds ? found : std::optional<StoredAccount>();
}

bool namesHolder(const AccessRequest& request, const StoredAccount& account)
{
    const QString holder = foldedName(account.account.holderName);
    return !holder.isEmpty() && foldedName(request.displayName()) == holder &&
           request.email.compare(account.account.email, Qt::CaseInsensitive) == 0;
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "core/result/FailureCode.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace proconnect {
namespace {

constexpr std::array catalogue{
    FailureInfo{FailureCode::Offline, "offline", "err.E01", 503, true},
    FailureInfo{FailureCode::ServiceUnavailable, "service-unavailable", "err.service", 503, true},
    FailureInfo{FailureCode::TimedOut, "timed-out", "err.service", 504, true},
    FailureInfo{FailureCode::Cancelled, "cancelled", "err.cancelled", 499, true},
    FailureInfo{FailureCode::BadReply, "bad-reply", "err.badreply", 502, true},
    FailureInfo{FailureCode::TooManyRequests, "too-many-requests", "err.busy", 429, true},
    FailureInfo{FailureCode::UpdateNeeded, "update-needed", "err.E29", 426, false},
    FailureInfo{FailureCode::IdentityProviderUnavailable, "identity-provider-unavailable", "err.E02", 502,
                true},
    FailureInfo{FailureCode::SignInAbandoned, "sign-in-abandoned", "err.E03", 400, true},
    FailureInfo{FailureCode::SignInExpired, "sign-in-expired", "err.E04", 400, true},
    FailureInfo{FailureCode::SignInOtherPerson, "sign-in-other-person", "err.E05", 403, false},
    FailureInfo{FailureCode::SignInRefused, "sign-in-refused", "err.signin.refused", 403, true},
    FailureInfo{FailureCode::UnknownAddress, "unknown-address", "err.E06", 400, false},
    FailureInfo{FailureCode::CertificateInvalid, "certificate-invalid", "err.E07", 495, true},
    FailureInfo{FailureCode::ClockWrong, "clock-wrong", "err.E08", 400, true},
    FailureInfo{FailureCode::SessionEnded, "session-ended", "err.session.ended", 401, false},
    FailureInfo{FailureCode::SignInTooOld, "sign-in-too-old", "err.signin.old", 401, false},
    FailureInfo{FailureCode::StrongSignInNeeded, "strong-sign-in-needed", "err.signin.strong", 401, false},
    FailureInfo{FailureCode::SirenInvalid, "siren-invalid", "err.E09", 422, false},
    FailureInfo{FailureCode::SirenUnknown, "siren-unknown", "err.E10", 404, false},
    FailureInfo{FailureCode::CompanyClosed, "company-closed", "err.E11", 409, false},
    FailureInfo{FailureCode::CompanyDuplicate, "company-duplicate", "err.duplicate", 409, false},
    FailureInfo{FailureCode::CompanyNotCovered, "company-not-covered", "err.notcovered", 409, false},
    FailureInfo{FailureCode::NotDirector, "not-director", "err.E12", 403, false},
    FailureInfo{FailureCode::NeedsReview, "needs-review", "err.review", 409, false},
    FailureInfo{FailureCode::RegistryUnavailable, "registry-unavailable", "err.E13", 503, true},
    FailureInfo{FailureCode::MandateEnded, "mandate-ended", "err.E14", 403, false},
    FailureInfo{FailureCode::NotAllowed, "not-allowed", "err.E16", 403, false},
    FailureInfo{FailureCode::AlreadyDecided, "already-decided", "err.E17", 409, false},
    FailureInfo{FailureCode::RequestGone, "request-gone", "err.E18", 410, false},
    FailureInfo{FailureCode::VersionChanged, "version-changed", "err.version", 409, false},
    FailureInfo{FailureCode::LastHand, "last-hand", "err.lasthand", 409, false},
    FailureInfo{FailureCode::ReplacedGone, "replaced-account-gone", "err.replaced.gone", 409, false},
    FailureInfo{FailureCode::ReplacedClosing, "replaced-account-closing", "err.replaced.closing", 409, false},
    FailureInfo{FailureCode::ReplacedLastHand, "replaced-account-last-hand", "err.replaced.hand", 409, false},
    FailureInfo{FailureCode::ReplacedUnfit, "replaced-account-unfit", "err.replaced.unfit", 409, false},
    FailureInfo{FailureCode::PortalUnavailable, "portal-unavailable", "err.E19", 503, true},
    FailureInfo{FailureCode::PortalRefused, "portal-refused", "err.E20", 502, false},
    FailureInfo{FailureCode::EmailInvalid, "email-invalid", "err.email.invalid", 422, false},
    FailureInfo{FailureCode::EmailTooLong, "email-too-long", "err.email.long", 422, false},
    FailureInfo{FailureCode::EmailDisposable, "email-disposable", "err.email.disposable", 422, false},
    FailureInfo{FailureCode::EmailUnreachable, "email-unreachable", "err.E25", 422, false},
    FailureInfo{FailureCode::CodeWrong, "code-wrong", "err.E23", 422, false},
    FailureInfo{FailureCode::CodeExpired, "code-expired", "err.E24", 410, false},
    FailureInfo{FailureCode::CodeTriesExhausted, "code-tries-exhausted", "err.code.exhausted", 410, false},
    FailureInfo{FailureCode::KeyStoreUnavailable, "key-store-unavailable", "err.keystore", 500, true},
    FailureInfo{FailureCode::StorageFull, "storage-full", "err.storage.full", 507, true},
    FailureInfo{FailureCode::StorageUnreadable, "storage-unreadable", "err.storage.unreadable", 500, false},
    FailureInfo{FailureCode::InvalidRequest, "invalid-request", "err.service", 400, false},
    FailureInfo{FailureCode::NotFound, "not-found", "err.E18", 404, false},
    FailureInfo{FailureCode::Unauthorized, "unauthorized", "err.session.ended", 401, false},
    FailureInfo{FailureCode::Conflict, "conflict", "err.version", 409, false},
    FailureInfo{FailureCode::IdempotencyKeyReused, "idempotency-key-reused", "err.service", 422, false},
    FailureInfo{FailureCode::Internal, "internal", "err.service", 500, true},
};

// failureInfo() indexes by position, so the table must list every code once, in the enumeration's order.
static_assert([] {
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        if (catalogue[i].code != static_cast<FailureCode>(i)) {
            return false;
        }
    }
    return catalogue.size() == static_cast<std::size_t>(FailureCode::Internal) + 1;
}());

} // namespace

const FailureInfo& failureInfo(FailureCode code)
{
    return catalogue[static_cast<std::size_t>(code)];
}

std::optional<FailureCode> failureFromId(const QString& id)
{
    const auto* row = std::find_if(catalogue.begin(), catalogue.end(),
                                   [&id](const FailureInfo& info) { return id == QLatin1String(info.id); });
    return row == catalogue.end() ? std::nullopt : std::optional{row->code};
}

} // namespace proconnect

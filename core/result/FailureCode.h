// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace proconnect {

/// Every way an operation can fail, for people, for programs and for support.
/// The identifier (failureId) travels in problem+json and stands beside the screen text.
enum class FailureCode {
    // The network and the parts behind it
    Offline,            ///< no connection to the service
    ServiceUnavailable, ///< the service answers 5xx or not at all
    TimedOut,           ///< a deadline of ours passed
    Cancelled,          ///< the user or a newer operation ended it
    BadReply,           ///< an answer that does not follow its format, or is too large
    TooManyRequests,    ///< a quota; retry later
    UpdateNeeded,       ///< the service no longer speaks this version
    // Sign-in
    IdentityProviderUnavailable,
    SignInAbandoned,
    SignInExpired,
    SignInOtherPerson,
    SignInRefused,      ///< FranceConnect or our checks refused; nothing was opened
    UnknownAddress,     ///< the web page left the recognised addresses
    CertificateInvalid, ///< TLS could not be verified; final
    ClockWrong,
    SessionEnded,       ///< the device session was revoked or expired
    SignInTooOld,       ///< the act needs a newer sign-in
    StrongSignInNeeded, ///< an act of high effect: at most 5 minutes old, by FranceConnect+ where there is
                        ///< one
    // Companies and registries
    SirenInvalid,
    SirenUnknown,
    CompanyClosed,
    CompanyDuplicate, ///< the argument is the number that stands for it
    CompanyNotCovered,
    NotDirector,
    NeedsReview, ///< a doubt that a human must lift
    RegistryUnavailable,
    MandateEnded,
    // Requests and accounts
    NotAllowed,
    AlreadyDecided,
    RequestGone,
    VersionChanged,
    LastHand, ///< nobody would administer a portal any more; the argument is its name
    // The account that the acceptance of a request closes: nothing is decided, of the request neither
    ReplacedGone,     ///< no open account of that portal
    ReplacedClosing,  ///< it is closed, or closing already; the argument is by whom and when
    ReplacedLastHand, ///< nobody would administer what it does: the request does not ask for that
    ReplacedUnfit,    ///< the person's own, the decider's, or one that several people use
    PortalUnavailable,
    PortalRefused,
    // Contact e-mail
    EmailInvalid,
    EmailTooLong,
    EmailDisposable,
    EmailUnreachable,
    CodeWrong,
    CodeExpired,
    CodeTriesExhausted,
    // This computer
    KeyStoreUnavailable,
    StorageFull,
    StorageUnreadable,
    // Requests that break the API's rules
    InvalidRequest,
    NotFound,
    Unauthorized,
    Conflict,
    IdempotencyKeyReused, ///< the same key, another body
    Internal,
};

/// One row of the failure catalogue.
struct FailureInfo
{
    FailureCode code;
    const char* id;      ///< stable identifier, as in problem+json "code" and on screen
    const char* textKey; ///< key of the screen text in translations/strings.csv
    int httpStatus;      ///< status the service answers with
    bool retriable;      ///< the same operation may succeed later, unchanged
};

/// The catalogue row of `code`; every code has one.
[[nodiscard]] const FailureInfo& failureInfo(FailureCode code);

/// The code whose identifier is `id`, if there is one.
[[nodiscard]] std::optional<FailureCode> failureFromId(const QString& id);

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/AccountNotes.h"
#include "core/model/Company.h"
#include "core/model/Decision.h"
#include "core/model/Delegation.h"
#include "core/model/Departure.h"
#include "core/model/PortalAccount.h"

#include <array>

namespace proconnect {

/// Names of an enumeration's values on the wire, in the order of the enumeration.
template <typename E>
struct EnumNames;

template <>
struct EnumNames<RequestState>
{
    static constexpr std::array values{
        "received", "undeliverable",      "waiting", "complementAsked", "forwarded",
        "accepted", "acceptedWithLimits", "refused", "withdrawn",       "expired"};
    static constexpr auto last = RequestState::Expired;
};

template <>
struct EnumNames<HandBack>
{
    static constexpr std::array values{"none", "toDo", "running", "acknowledged", "failed"};
    static constexpr auto last = HandBack::Failed;
};

template <>
struct EnumNames<RiskFact>
{
    static constexpr std::array values{
        "unknownRequester", "externalDomain", "administratorRole", "paymentRight",    "sensitivePortal",
        "requesterLeft",    "genericAddress", "oddHour",           "firstFromPortal", "nearCopyOfName"};
    static constexpr auto last = RiskFact::NearCopyOfName;
};

template <>
struct EnumNames<RegistrySource>
{
    static constexpr std::array values{"sirene", "rne", "rcs"};
    static constexpr auto last = RegistrySource::Rcs;
};

template <>
struct EnumNames<CheckResult>
{
    static constexpr std::array values{"certified", "notDirector", "needsReview", "notCovered",
                                       "closed",    "duplicate",   "unknown",     "unavailable"};
    static constexpr auto last = CheckResult::Unavailable;
};

template <>
struct EnumNames<EmailState>
{
    static constexpr std::array values{
        "absent",           "declaredNotVerified", "verified",    "sentToSirene",
        "recordedInSirene", "rejectedBySirene",    "unreachable", "outdated"};
    static constexpr auto last = EmailState::Outdated;
};

template <>
struct EnumNames<AccountState>
{
    static constexpr std::array values{"active", "suspended",     "closureScheduled", "closureRequested",
                                       "closed", "closureFailed", "closureManual",    "unknown"};
    static constexpr auto last = AccountState::Unknown;
};

template <>
struct EnumNames<AccountCertification>
{
    static constexpr std::array values{"notOffered", "notCertified", "requested", "certified", "toWithdraw"};
    static constexpr auto last = AccountCertification::ToWithdraw;
};

template <>
struct EnumNames<AccountSignal>
{
    static constexpr std::array values{"genericAddress", "severalOrigins", "simultaneousSessions", "idle",
                                       "usedAfterDeparture"};
    static constexpr auto last = AccountSignal::UsedAfterDeparture;
};

template <>
struct EnumNames<FindingKind>
{
    static constexpr std::array values{"holderLeft",
                                       "usedAfterDeparture",
                                       "orphanedAdministrator",
                                       "onlyAdministrator",
                                       "shared",
                                       "unknownHolder",
                                       "idle",
                                       "unreachableAddress",
                                       "formerDirectorCertified",
                                       "duplicate",
                                       "beyondMandate"};
    static constexpr auto last = FindingKind::BeyondMandate;
};

template <>
struct EnumNames<DepartureStepState>
{
    static constexpr std::array values{"toDo",   "replacementNeeded", "requested", "confirmed",
                                       "manual", "declaredDone",      "failed",    "notNeeded"};
    static constexpr auto last = DepartureStepState::NotNeeded;
};

template <>
struct EnumNames<DepartureState>
{
    static constexpr std::array values{"scheduled", "running", "closed", "cancelled"};
    static constexpr auto last = DepartureState::Cancelled;
};

template <>
struct EnumNames<DeparturePutOff>
{
    static constexpr std::array values{"registerUnavailable", "mandateToConfirm"};
    static constexpr auto last = DeparturePutOff::MandateToConfirm;
};

template <>
struct EnumNames<LeavingReason>
{
    static constexpr std::array values{"notSaid",    "resignation", "dismissal", "endOfContract",
                                       "retirement", "transfer",    "conflict"};
    static constexpr auto last = LeavingReason::Conflict;
};

template <>
struct EnumNames<NewcomerState>
{
    static constexpr std::array values{"present", "invited", "requested", "taken", "failed"};
    static constexpr auto last = NewcomerState::Failed;
};

template <>
struct EnumNames<SubstitutionState>
{
    static constexpr std::array values{"requested", "taken", "failed"};
    static constexpr auto last = SubstitutionState::Failed;
};

template <>
struct EnumNames<PortalSource::Method>
{
    static constexpr std::array values{"api", "file", "declared"};
    static constexpr auto last = PortalSource::Method::Declared;
};

template <>
struct EnumNames<PortalSource::State>
{
    static constexpr std::array values{"fresh", "stale", "unreachable", "never"};
    static constexpr auto last = PortalSource::State::Never;
};

template <>
struct EnumNames<DecisionKind>
{
    static constexpr std::array values{"request.accept",  "request.refuse",           "account.close",
                                       "account.certify", "request.askComplement",    "request.forward",
                                       "departure.start", "departure.stop",           "account.declareClosed",
                                       "account.restore", "account.nameAdministrator"};
    static constexpr auto last = DecisionKind::NameAdministrator;
};

template <>
struct EnumNames<RefusalReason>
{
    static constexpr std::array values{"notNeeded", "wrongNameOrPlace", "someoneElseHasIt", "other",
                                       "unknownPerson"};
    static constexpr auto last = RefusalReason::UnknownPerson;
};

template <>
struct EnumNames<DelegationState>
{
    static constexpr std::array values{"proposed", "scheduled", "active",  "suspended", "toConfirm",
                                       "declined", "expired",   "revoked", "renounced", "lapsed"};
    static constexpr auto last = DelegationState::Lapsed;
};

template <>
struct EnumNames<DelegationPower>
{
    static constexpr std::array values{"seeAccounts", "answerRequests"};
    static constexpr auto last = DelegationPower::AnswerRequests;
};

template <>
struct EnumNames<DelegationCeiling>
{
    static constexpr std::array values{"none", "noAdministrator", "noAdministratorNorPayment", "readOnly"};
    static constexpr auto last = DelegationCeiling::ReadOnly;
};

template <>
struct EnumNames<DelegationOrder>
{
    static constexpr std::array values{"suspend", "resume", "revoke", "confirm", "letLapse"};
    static constexpr auto last = DelegationOrder::LetLapse;
};

template <>
struct EnumNames<DelegationReply>
{
    static constexpr std::array values{"accept", "decline"};
    static constexpr auto last = DelegationReply::Decline;
};

} // namespace proconnect

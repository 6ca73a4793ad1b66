// SPDX-License-Identifier: MIT
#include "core/protocol/ModelJson.h"

#include "core/protocol/AccountFileFields.h"
#include "core/protocol/AccountNoteFields.h"
#include "core/protocol/DelegationFields.h"
#include "core/protocol/DepartureFields.h"
#include "core/protocol/DeviceFields.h"
#include "core/protocol/JsonReader.h"
#include "core/protocol/JsonWriter.h"
#include "core/protocol/ModelFields.h"
#include "core/protocol/SnapshotDeltaFields.h"

namespace proconnect {

template <typename T>
QJsonObject toJson(const T& value)
{
    return JsonWriter::written(value);
}

template <typename T>
Outcome<T> fromJson(const QJsonObject& json, FailureCode code)
{
    JsonReader reader(json);
    T value;
    describe(reader, value);
    if (reader.trouble()) {
        return Failure{code, QStringLiteral("member %1 does not fit").arg(*reader.trouble()), {}};
    }
    return value;
}

template <typename E>
QString wireName(E value)
{
    return JsonWriter::nameOf(value);
}

#define PROCONNECT_WIRE_STRUCTURE(T)                                                                         \
    template QJsonObject toJson<T>(const T&);                                                                \
    template Outcome<T> fromJson<T>(const QJsonObject&, FailureCode);

PROCONNECT_WIRE_STRUCTURE(AccessRequest)
PROCONNECT_WIRE_STRUCTURE(PortalAccount)
PROCONNECT_WIRE_STRUCTURE(PortalSource)
PROCONNECT_WIRE_STRUCTURE(Portal)
PROCONNECT_WIRE_STRUCTURE(PortalRight)
PROCONNECT_WIRE_STRUCTURE(BusinessDeadline)
PROCONNECT_WIRE_STRUCTURE(Complement)
PROCONNECT_WIRE_STRUCTURE(Establishment)
PROCONNECT_WIRE_STRUCTURE(Company)
PROCONNECT_WIRE_STRUCTURE(CheckedIdentity)
PROCONNECT_WIRE_STRUCTURE(CompanyCheck)
PROCONNECT_WIRE_STRUCTURE(ReviewTransmission)
PROCONNECT_WIRE_STRUCTURE(ContactEmail)
PROCONNECT_WIRE_STRUCTURE(EmailVerification)
PROCONNECT_WIRE_STRUCTURE(JournalLine)
PROCONNECT_WIRE_STRUCTURE(SetAside)
PROCONNECT_WIRE_STRUCTURE(SetAsideOrder)
PROCONNECT_WIRE_STRUCTURE(PersonLink)
PROCONNECT_WIRE_STRUCTURE(PersonLinkOrder)
PROCONNECT_WIRE_STRUCTURE(AccountFileTaken)
PROCONNECT_WIRE_STRUCTURE(CompanySnapshot)
PROCONNECT_WIRE_STRUCTURE(SnapshotDelta)
PROCONNECT_WIRE_STRUCTURE(UserProfile)
PROCONNECT_WIRE_STRUCTURE(Decision)
PROCONNECT_WIRE_STRUCTURE(DecisionReceipt)
PROCONNECT_WIRE_STRUCTURE(OwnReceipt)
PROCONNECT_WIRE_STRUCTURE(OwnReceipts)
PROCONNECT_WIRE_STRUCTURE(Departure)
PROCONNECT_WIRE_STRUCTURE(DepartureStep)
PROCONNECT_WIRE_STRUCTURE(DepartureReason)
PROCONNECT_WIRE_STRUCTURE(NewcomerProgress)
PROCONNECT_WIRE_STRUCTURE(DelegationProposal)
PROCONNECT_WIRE_STRUCTURE(Delegation)
PROCONNECT_WIRE_STRUCTURE(DelegationList)
PROCONNECT_WIRE_STRUCTURE(DelegationAct)
PROCONNECT_WIRE_STRUCTURE(DelegationAnswer)
PROCONNECT_WIRE_STRUCTURE(DeviceSession)
PROCONNECT_WIRE_STRUCTURE(DeviceSessions)
PROCONNECT_WIRE_STRUCTURE(SignInRequest)
PROCONNECT_WIRE_STRUCTURE(SignInTransaction)
PROCONNECT_WIRE_STRUCTURE(TokenGrant)
PROCONNECT_WIRE_STRUCTURE(SignOutReply)

#undef PROCONNECT_WIRE_STRUCTURE

template QString wireName<RequestState>(RequestState);
template QString wireName<HandBack>(HandBack);
template QString wireName<RiskFact>(RiskFact);
template QString wireName<RegistrySource>(RegistrySource);
template QString wireName<CheckResult>(CheckResult);
template QString wireName<EmailState>(EmailState);
template QString wireName<FindingKind>(FindingKind);
template QString wireName<AccountState>(AccountState);
template QString wireName<AccountCertification>(AccountCertification);
template QString wireName<AccountSignal>(AccountSignal);
template QString wireName<DecisionKind>(DecisionKind);
template QString wireName<RefusalReason>(RefusalReason);
template QString wireName<DepartureState>(DepartureState);
template QString wireName<DepartureStepState>(DepartureStepState);
template QString wireName<LeavingReason>(LeavingReason);
template QString wireName<DelegationState>(DelegationState);
template QString wireName<DelegationPower>(DelegationPower);
template QString wireName<DelegationCeiling>(DelegationCeiling);
template QString wireName<DelegationOrder>(DelegationOrder);

} // namespace proconnect

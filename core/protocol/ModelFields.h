// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/model/Decision.h"
#include "core/model/EmailVerification.h"
#include "core/model/UserProfile.h"
#include "core/protocol/SignInMessages.h"

#include <concepts>

// One list of fields per structure, for both directions: names on the wire, limits, what must be there.
namespace proconnect {

/// `T`, const when written and not when read.
template <typename T, typename Structure>
concept Is = std::same_as<std::remove_const_t<T>, Structure>;

namespace limits {
inline constexpr qsizetype id = 128;
inline constexpr qsizetype name = 200;
inline constexpr qsizetype email = 254;
inline constexpr qsizetype label = 300;
inline constexpr qsizetype message = 4000;
inline constexpr qsizetype token = 4096;
inline constexpr qsizetype companies = 1000;
inline constexpr qsizetype establishments = 20'000;
inline constexpr qsizetype portals = 100;
/// Of a company, closed ones included: what one portal may report is a third of it.
inline constexpr qsizetype accounts = 300'000;
inline constexpr qsizetype requests = 100'000;
inline constexpr qsizetype device = 80;
inline constexpr qsizetype rights = 200;
inline constexpr qsizetype journal = 20;
inline constexpr qsizetype receipts = 200;
inline constexpr int version = 1'000'000'000;
inline constexpr int hours = 24 * 400;
inline constexpr int days = 400;
inline constexpr int seconds = 400 * 86'400;
} // namespace limits

template <typename V, Is<PortalRight> T>
void describe(V& v, T& right)
{
    v.key("code", right.code, limits::id);
    v.text("label", right.label, limits::label);
    v.flag("payment", right.payment);
}

template <typename V, Is<BusinessDeadline> T>
void describe(V& v, T& deadline)
{
    v.key("label", deadline.label, limits::label);
    v.date("date", deadline.date);
    v.texts("whoElseCan", deadline.whoElseCan, limits::rights, limits::name);
}

template <typename V, Is<Complement> T>
void describe(V& v, T& complement)
{
    v.text("question", complement.question, limits::message);
    v.instant("askedAt", complement.askedAt);
    v.text("answer", complement.answer, limits::message);
    v.instant("answeredAt", complement.answeredAt);
}

template <typename V, Is<AccessRequest> T>
void describe(V& v, T& request)
{
    v.key("id", request.id, limits::id);
    v.number("version", request.version, 0, limits::version);
    v.key("portal", request.portal, limits::id);
    v.choice("state", request.state);
    v.choice("handBack", request.handBack);
    v.text("givenName", request.givenName, limits::name);
    v.text("familyName", request.familyName, limits::name);
    v.text("email", request.email, limits::email);
    v.text("jobTitle", request.jobTitle, limits::name);
    v.text("roleCode", request.roleCode, limits::id);
    v.text("roleLabel", request.roleLabel, limits::label);
    v.flag("administratorRole", request.administratorRole);
    v.list("rights", request.rights, limits::rights);
    v.texts("sirets", request.sirets, limits::establishments, 14);
    v.text("message", request.message, limits::message);
    v.instant("receivedAt", request.receivedAt);
    v.instant("expiresAt", request.expiresAt);
    v.date("until", request.until);
    v.object("deadline", request.deadline);
    v.object("complement", request.complement);
    v.choices("risks", request.risks, limits::rights);
    v.text("resembles", request.resembles, limits::name);
    v.texts("existingPortals", request.existingPortals, limits::portals, limits::id);
    v.text("replaces", request.replaces, limits::id);
    v.text("forwardedTo", request.forwardedTo, limits::name);
    v.text("decidedBy", request.decidedBy, limits::name);
    v.instant("decidedAt", request.decidedAt);
    v.text("refusalReason", request.refusalReason, limits::id);
    v.texts("withheldRights", request.withheldRights, limits::rights, limits::id);
    v.text("portalMessage", request.portalMessage, limits::message);
}

template <typename V, Is<AccountMandate> T>
void describe(V& v, T& mandate)
{
    v.key("reference", mandate.reference, limits::id);
    v.date("lastDay", mandate.lastDay);
    v.texts("sirets", mandate.sirets, limits::establishments, 14);
}

template <typename V, Is<Substitution> T>
void describe(V& v, T& substitution)
{
    v.key("successor", substitution.successor, limits::id * 2);
    v.text("role", substitution.role, limits::id);
    v.text("askedBy", substitution.askedBy, limits::name);
    v.instant("askedAt", substitution.askedAt);
    v.choice("state", substitution.state);
}

template <typename V, Is<PortalAccount> T>
void describe(V& v, T& account)
{
    v.key("id", account.id, limits::id * 2);
    v.number("version", account.version, 0, limits::version);
    v.key("portal", account.portal, limits::id);
    v.text("portalAccountId", account.portalAccountId, limits::id);
    v.text("holderName", account.holderName, limits::name);
    v.text("email", account.email, limits::email);
    v.text("roleCode", account.roleCode, limits::id);
    v.text("roleLabel", account.roleLabel, limits::label);
    v.flag("administratorRole", account.administratorRole);
    v.flag("soleRole", account.soleRole);
    v.list("rights", account.rights, limits::rights);
    v.texts("sirets", account.sirets, limits::establishments, 14);
    v.date("createdOn", account.createdOn);
    v.instant("lastUsedAt", account.lastUsedAt);
    v.date("holderLeftOn", account.holderLeftOn);
    v.choice("state", account.state);
    v.choice("certification", account.certification);
    v.choices("signalList", account.signalList, limits::rights);
    v.number("originCount", account.originCount, 0, limits::version);
    v.flag("mine", account.mine);
    v.text("portalMessage", account.portalMessage, limits::message);
    v.instant("certifiedAt", account.certifiedAt);
    v.flag("addressUnreachable", account.addressUnreachable);
    v.object("mandate", account.mandate);
    v.object("substitution", account.substitution);
}

template <typename V, Is<PortalSource> T>
void describe(V& v, T& source)
{
    v.key("portal", source.portal, limits::id);
    v.choice("method", source.method);
    v.choice("state", source.state);
    v.instant("asOf", source.asOf);
    v.instant("failingSince", source.failingSince);
}

template <typename V, Is<Portal> T>
void describe(V& v, T& portal)
{
    v.key("id", portal.id, limits::id);
    v.key("name", portal.name, limits::name);
    v.flag("sensitive", portal.sensitive);
    v.flag("certifies", portal.certifies);
    v.flag("closesByLetter", portal.closesByLetter);
    v.flag("namesAdministrators", portal.namesAdministrators);
    v.number("closingHours", portal.closingHours, 0, limits::hours);
    v.number("restoreDays", portal.restoreDays, 0, limits::days);
    v.flag("opensAccounts", portal.opensAccounts);
}

template <typename V, Is<Establishment> T>
void describe(V& v, T& establishment)
{
    v.digits("siret", establishment.siret, 14);
    v.text("label", establishment.label, limits::label);
    v.text("address", establishment.address, limits::label);
    v.flag("headOffice", establishment.headOffice);
    v.flag("open", establishment.open);
}

template <typename V, Is<Company> T>
void describe(V& v, T& company)
{
    v.digits("siren", company.siren, 9);
    v.text("name", company.name, limits::label);
    v.text("function", company.function, limits::label);
    v.choice("source", company.source);
    v.instant("verifiedAt", company.verifiedAt);
    v.flag("mandateEnded", company.mandateEnded);
    v.instant("mandateEndedAt", company.mandateEndedAt);
    v.flag("companyClosed", company.companyClosed);
    v.list("establishments", company.establishments, limits::establishments);
    v.number("pendingRequests", company.pendingRequests, 0, limits::version);
    v.flag("soleTrader", company.soleTrader);
}

template <typename V, Is<CheckedIdentity> T>
void describe(V& v, T& identity)
{
    v.text("familyName", identity.familyName, limits::label);
    v.text("useName", identity.useName, limits::label);
    v.text("givenNames", identity.givenNames, limits::label);
    v.text("gender", identity.gender, limits::id);
    v.text("birthdate", identity.birthdate, limits::id);
    v.text("birthplace", identity.birthplace, limits::label);
    v.text("birthcountry", identity.birthcountry, limits::label);
    v.text("email", identity.email, limits::email);
    v.text("birthplaceName", identity.birthplaceName, limits::label);
}

template <typename V, Is<CompanyCheck> T>
void describe(V& v, T& check)
{
    v.digits("siren", check.siren, 9);
    v.choice("result", check.result);
    v.text("name", check.name, limits::label);
    v.text("address", check.address, limits::label);
    v.text("activity", check.activity, limits::label);
    v.text("function", check.function, limits::label);
    v.date("closedOn", check.closedOn);
    v.choice("source", check.source);
    v.instant("checkedAt", check.checkedAt);
    v.text("replacedBy", check.replacedBy, 9);
    v.text("reviewReference", check.reviewReference, limits::id);
    v.flag("reviewSendable", check.reviewSendable);
    v.instant("reviewSentAt", check.reviewSentAt);
    v.object("identity", check.identity);
}

template <typename V, Is<ReviewTransmission> T>
void describe(V& v, T& transmission)
{
    v.key("reference", transmission.reference, limits::id);
    v.key("replyTo", transmission.replyTo, limits::email);
    v.instant("sentAt", transmission.sentAt);
}

template <typename V, Is<ContactEmail> T>
void describe(V& v, T& contact)
{
    v.text("address", contact.address, limits::email);
    v.choice("state", contact.state);
    v.instant("changedAt", contact.changedAt);
    v.text("pendingAddress", contact.pendingAddress, limits::email);
    v.choice("pendingState", contact.pendingState);
}

template <typename V, Is<EmailVerification> T>
void describe(V& v, T& verification)
{
    v.key("id", verification.id, limits::id);
    v.key("address", verification.address, limits::email);
    v.instant("expiresAt", verification.expiresAt);
    v.number("triesLeft", verification.triesLeft, 0, 100);
}

template <typename V, Is<JournalLine> T>
void describe(V& v, T& line)
{
    v.number("sequence", line.sequence, qint64{0});
    v.instant("at", line.at);
    v.key("kind", line.kind, limits::id);
    v.text("person", line.person, limits::email); // or the address of whoever is not named
    v.text("actor", line.actor, limits::name);
    v.text("portal", line.portal, limits::id);
}

template <typename V, Is<CompanySnapshot> T>
void describe(V& v, T& snapshot)
{
    v.number("cursor", snapshot.cursor, qint64{0});
    v.instant("asOf", snapshot.asOf);
    v.object("company", snapshot.company);
    v.list("portals", snapshot.portals, limits::portals);
    v.list("requests", snapshot.requests, limits::requests);
    v.list("accounts", snapshot.accounts, limits::accounts);
    v.list("sources", snapshot.sources, limits::portals);
    v.object("contactEmail", snapshot.contactEmail);
    v.list("journal", snapshot.journal, limits::journal);
    v.list("setAside", snapshot.setAside, limits::accounts);
    v.list("personLinks", snapshot.personLinks, limits::accounts);
    v.list("departures", snapshot.departures, limits::accounts);
    v.list("waysOut", snapshot.waysOut, limits::accounts);
}

template <typename V, Is<UserProfile> T>
void describe(V& v, T& profile)
{
    v.key("subject", profile.subject, limits::id);
    v.text("givenName", profile.givenName, limits::name);
    v.text("familyName", profile.familyName, limits::name);
    v.instant("signedInAt", profile.signedInAt);
    v.number("assurance", profile.assurance, 1, 3);
    v.number("highEffectAssurance", profile.highEffectAssurance, 1, 3);
    v.list("companies", profile.companies, limits::companies);
}

template <typename V, Is<Decision> T>
void describe(V& v, T& decision)
{
    v.key("id", decision.id, 36);
    v.choice("kind", decision.kind);
    v.digits("siren", decision.siren, 9);
    v.key("target", decision.target, limits::id * 2);
    v.number("targetVersion", decision.targetVersion, 0, limits::version);
    v.date("until", decision.until);
    v.texts("withheldRights", decision.withheldRights, limits::rights, limits::id);
    v.text("delegation", decision.delegation, limits::id);
    v.choice("reason", decision.reason);
    v.object("departure", decision.departure);
    v.text("successor", decision.successor, limits::id * 2);
    v.number("successorVersion", decision.successorVersion, 0, limits::version);
    v.text("comment", decision.comment, 500);
    v.text("shown", decision.shown, limits::message);
    v.instant("decidedAt", decision.decidedAt);
}

template <typename V, Is<DecisionReceipt> T>
void describe(V& v, T& receipt)
{
    v.key("decisionId", receipt.decisionId, 36);
    v.instant("takenAt", receipt.takenAt);
    v.key("receiptNumber", receipt.receiptNumber, limits::id);
    v.text("verificationCode", receipt.verificationCode, limits::id);
}

template <typename V, Is<OwnReceipt> T>
void describe(V& v, T& own)
{
    v.object("receipt", own.receipt);
    v.choice("kind", own.kind);
    v.text("shown", own.shown, limits::message);
    v.instant("acknowledgedAt", own.acknowledgedAt);
}

template <typename V, Is<OwnReceipts> T>
void describe(V& v, T& own)
{
    v.digits("siren", own.siren, 9);
    v.list("receipts", own.receipts, limits::receipts);
}

template <typename V, Is<SignInRequest> T>
void describe(V& v, T& request)
{
    v.key("codeChallenge", request.codeChallenge, limits::id);
    v.key("codeChallengeMethod", request.codeChallengeMethod, 8);
    v.key("dpopJkt", request.dpopJkt, limits::id);
    v.key("returnTo", request.returnTo, 16);
    v.number("loopbackPort", request.loopbackPort, 1, 65'535);
    v.text("expectedSubject", request.expectedSubject, limits::id);
    v.text("strength", request.strength, 16);
    v.text("device", request.device, limits::device);
}

template <typename V, Is<SignInTransaction> T>
void describe(V& v, T& transaction)
{
    v.key("transaction", transaction.transaction, limits::id);
    v.key("startUrl", transaction.startUrl, limits::token);
    v.key("completionUrl", transaction.completionUrl, limits::token);
    v.texts("allowedHosts", transaction.allowedHosts, 100, 260);
    v.instant("expiresAt", transaction.expiresAt);
}

template <typename V, Is<TokenGrant> T>
void describe(V& v, T& grant)
{
    v.key("access_token", grant.accessToken, limits::token);
    v.key("token_type", grant.tokenType, 16);
    v.number("expires_in", grant.expiresIn, 1, limits::seconds);
    v.key("refresh_token", grant.refreshToken, 1024);
    v.number("refresh_expires_in", grant.refreshExpiresIn, 1, limits::seconds);
}

template <typename V, Is<SignOutReply> T>
void describe(V& v, T& reply)
{
    v.text("endSessionUrl", reply.endSessionUrl, limits::token);
    v.text("completionUrl", reply.completionUrl, limits::token);
    v.texts("allowedHosts", reply.allowedHosts, 100, 260);
}

} // namespace proconnect

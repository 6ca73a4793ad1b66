// SPDX-License-Identifier: MIT
#include "service/decisions/DeliveryRecorder.h"

#include "core/model/RequestReminders.h"
#include "core/model/RequestStates.h"
#include "service/decisions/AccountClosing.h"
#include "service/decisions/RequestAnswers.h"
#include "service/deliveries/AccountOpenings.h"
#include "service/journal/CompanyCursor.h"

namespace proconnect::service {
namespace {

Outcome<Done> moved(QSqlDatabase& connection, const QString& siren)
{
    const auto cursor = advanceCursor(connection, siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

void settleCertification(StoredAccount& stored, const DeliveryOrder& order, bool taken, const QDateTime& now)
{
    PortalAccount& account = stored.account;
    if (account.certification == AccountCertification::ToWithdraw) {
        return; // the mandate ended while the order was on its way: the withdrawal follows it
    }
    account.certification = taken ? AccountCertification::Certified : AccountCertification::NotCertified;
    if (taken) {
        account.certifiedAt = now;
        stored.certifiedSubject = order.content[u"subject"].toString();
    }
}

void settleAccount(StoredAccount& stored, const DeliveryOrder& order, const DeliveryResult& result,
                   const QDateTime& now)
{
    PortalAccount& account = stored.account;
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    if (!result.etag.isEmpty()) {
        stored.etag = result.etag;
    }
    // What is said for logs, of a portal that never answered, is not what the portal said.
    const bool said = result.kind == DeliveryResult::Kind::Refused && result.called;
    account.portalMessage = said ? result.message : QString();
    switch (order.kind) {
    case DeliveryKind::CloseAccount:
    case DeliveryKind::AskClosure:
        account.state = taken ? AccountState::Closed : AccountState::ClosureFailed;
        break;
    case DeliveryKind::RestoreAccount:
        account.state = taken ? AccountState::Active : account.state;
        break;
    case DeliveryKind::WithdrawCertification:
        if (taken) {
            account.certification = AccountCertification::NotCertified;
            account.certifiedAt.reset();
            stored.certifiedSubject.clear();
        }
        break;
    default:
        settleCertification(stored, order, taken, now);
    }
}

/// Kind of the journal's line about an order that came to its end.
QString journalKind(DeliveryKind kind, bool taken)
{
    switch (kind) {
    case DeliveryKind::CloseAccount:
    case DeliveryKind::AskClosure:
        return taken ? QStringLiteral("account.closed") : QStringLiteral("account.closureFailed");
    case DeliveryKind::RestoreAccount:
        return taken ? QStringLiteral("account.restored") : QStringLiteral("account.restoreFailed");
    case DeliveryKind::WithdrawCertification:
        return taken ? QStringLiteral("account.certificationWithdrawn")
                     : QStringLiteral("account.withdrawalFailed");
    default:
        return taken ? QStringLiteral("account.certified") : QStringLiteral("account.certificationFailed");
    }
}

} // namespace

Outcome<Done> DeliveryRecorder::record(QSqlDatabase& connection, const DeliveryOrder& order,
                                       const DeliveryResult& result, bool final) const
{
    // Whoever was named may be gone: then nobody is to take over, and the company is told. Or they need none.
    const bool concerns = result.kind != DeliveryResult::Kind::Overtaken ||
                          order.kind == DeliveryKind::NameAdministrator || result.newcomer;
    auto recorded = concerns ? recordFate(connection, order, result, final) : Outcome<Done>(Done{});
    if (!recorded || !final || order.decision.isEmpty()) {
        return recorded;
    }
    return recordEvidence(connection, order, result);
}

Outcome<Done> DeliveryRecorder::recordFate(QSqlDatabase& connection, const DeliveryOrder& order,
                                           const DeliveryResult& result, bool final) const
{
    switch (order.kind) {
    case DeliveryKind::RequestAnswer:
    case DeliveryKind::RequestQuestion:
        return recordAnswer(connection, order, result, final);
    case DeliveryKind::CloseAccount:
    case DeliveryKind::AskClosure:
    case DeliveryKind::CertifyAccount:
    case DeliveryKind::WithdrawCertification:
    case DeliveryKind::RestoreAccount:
        return recordAccount(connection, order, result, final);
    case DeliveryKind::NameAdministrator:
        return recordSubstitution(connection, order, result, final);
    case DeliveryKind::OpenAccount:
        return recordOpening(connection, order, result, final);
    case DeliveryKind::TryReceiver:
        return final ? m_subscriptions.settleCandidate(connection, order.portal, order.target,
                                                       result.kind == DeliveryResult::Kind::Taken,
                                                       m_clock.now())
                     : Outcome<Done>(Done{});
    case DeliveryKind::MandateEnded:
    case DeliveryKind::CertificationWithdrawn:
    case DeliveryKind::ContactEmailChanged:
        break;
    }
    return Done{};
}

Outcome<Done> DeliveryRecorder::recordAnswer(QSqlDatabase& connection, const DeliveryOrder& order,
                                             const DeliveryResult& result, bool final) const
{
    auto found = m_requests.find(connection, order.target);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Done{};
    }
    AccessRequest& request = found.value()->request;
    const HandBack before = request.handBack;
    const RequestState stateBefore = request.state;
    order.kind == DeliveryKind::RequestQuestion ? settleQuestion(request, result, final)
                                                : settleAnswer(request, result, final);
    if (request.handBack == before) {
        return Done{};
    }
    const bool back = request.state == RequestState::Waiting && stateBefore != RequestState::Waiting;
    const auto saved =
        back ? waitAgain(connection, *found.value()) : m_requests.save(connection, *found.value());
    if (!saved) {
        return saved;
    }
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    if (order.kind == DeliveryKind::RequestAnswer && (taken || back || final)) {
        if (auto told = m_replacements.answered(connection, order, taken, m_clock.now()); !told) {
            return told;
        }
    }
    return moved(connection, order.siren);
}

Outcome<Done> DeliveryRecorder::waitAgain(QSqlDatabase& connection, StoredRequest& stored) const
{
    const QDateTime now = m_clock.now();
    AccessRequest& request = stored.request;
    request.expiresAt = expiryWhenBack(request, now);
    stored.waitsSince = now;
    if (auto saved = m_requests.save(connection, stored); !saved) {
        return saved;
    }
    const auto next = nextReminder(request, stored.waitsSince, now);
    const auto planned =
        m_requests.remindAt(connection, request.id, next ? std::optional{next->at} : std::nullopt);
    return planned ? m_notice.newRequest(connection, stored.siren, request.id) : planned;
}

Outcome<Done> DeliveryRecorder::recordAccount(QSqlDatabase& connection, const DeliveryOrder& order,
                                              const DeliveryResult& result, bool final) const
{
    if (!final) {
        return Done{};
    }
    auto found = m_accounts.find(connection, order.siren, order.target);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Done{};
    }
    StoredAccount& stored = *found.value();
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    const bool closing = order.kind == DeliveryKind::CloseAccount || order.kind == DeliveryKind::AskClosure;
    if (order.kind == DeliveryKind::AskClosure && taken) {
        return Done{}; // the portal's acknowledgement settles it
    }
    if (closing && stored.account.state != AccountState::ClosureRequested) {
        return Done{}; // its data, or an acknowledgement, came first
    }
    if (closing || order.kind == DeliveryKind::RestoreAccount) {
        const auto overtaken = DeliveryQueue::overtaken(connection, order.id);
        if (!overtaken || overtaken.value()) {
            return overtaken ? Outcome<Done>(Done{}) : Outcome<Done>(overtaken.failure());
        }
    }
    const bool late = order.kind == DeliveryKind::CertifyAccount && taken &&
                      stored.account.certification == AccountCertification::NotCertified;
    settleAccount(stored, order, result, m_clock.now());
    if (late) {
        stored.account.certification = AccountCertification::ToWithdraw;
    }
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (late) {
        return takeBack(connection, order);
    }
    if (closing) {
        auto followed = m_departures.follow(connection, order.siren, stored.account, m_clock.now());
        if (!followed) {
            return followed;
        }
    }
    if (order.kind == DeliveryKind::RestoreAccount && taken) {
        auto restored = m_departures.restored(connection, order.siren, stored.account.id, m_clock.now());
        if (!restored) {
            return restored;
        }
    }
    return m_journal.add(
        connection, order.siren,
        {0, m_clock.now(), journalKind(order.kind, taken), personOf(stored.account), {}, order.portal});
}

Outcome<Done> DeliveryRecorder::recordSubstitution(QSqlDatabase& connection, const DeliveryOrder& order,
                                                   const DeliveryResult& result, bool final) const
{
    if (!final) {
        return Done{};
    }
    auto orphan = m_accounts.find(connection, order.siren, order.target);
    const auto successor = m_accounts.find(connection, order.siren, order.content[u"successor"].toString());
    const auto overtaken = DeliveryQueue::overtaken(connection, order.id);
    if (!orphan || !successor || !overtaken) {
        return !orphan ? orphan.failure() : !successor ? successor.failure() : overtaken.failure();
    }
    if (!orphan.value() || !orphan.value()->account.substitution || overtaken.value()) {
        return Done{}; // the portal's data came first, or somebody else was named since
    }
    PortalAccount& account = orphan.value()->account;
    if (result.kind == DeliveryResult::Kind::Overtaken &&
        account.substitution->state == SubstitutionState::Failed) {
        return Done{}; // it had failed before
    }
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    account.substitution->state = taken ? SubstitutionState::Taken : SubstitutionState::Failed;
    // What is said for logs, of a portal that never answered, is not what the portal said.
    const bool said = result.kind == DeliveryResult::Kind::Refused && result.called;
    account.portalMessage = said ? result.message : QString();
    if (const auto saved = m_accounts.save(connection, *orphan.value()); !saved) {
        return saved.failure();
    }
    // That it is done is told when the portal's own data show it.
    return taken ? moved(connection, order.siren)
                 : m_journal.add(connection, order.siren,
                                 {0,
                                  m_clock.now(),
                                  QStringLiteral("account.namingFailed"),
                                  successor.value() ? personOf(successor.value()->account) : QString(),
                                  {},
                                  order.portal});
}

Outcome<Done> DeliveryRecorder::recordOpening(QSqlDatabase& connection, const DeliveryOrder& order,
                                              const DeliveryResult& result, bool final) const
{
    if (!final) {
        return Done{};
    }
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    const NewcomerState state =
        result.newcomer.value_or(taken ? NewcomerState::Taken : NewcomerState::Failed);
    // What is said for logs, of a portal that never answered, is not what the portal said.
    const bool said =
        state == NewcomerState::Failed && result.kind == DeliveryResult::Kind::Refused && result.called;
    const auto moved = m_departures.opening(
        connection,
        {order.target, order.content[u"email"].toString(), state, said ? result.message : QString()},
        m_clock.now());
    if (!moved) {
        return moved.failure();
    }
    if (moved.value() && state == NewcomerState::Failed) {
        return askToRegister(connection, order);
    }
    // Of one whose answer was lost: its data may have been read before.
    const bool seen = order.attempts > 0 && !result.surplus.isEmpty();
    return moved.value() && seen ? m_journal.add(connection, order.siren,
                                                 {0,
                                                  m_clock.now(),
                                                  QStringLiteral("account.openedBeyond"),
                                                  order.content[u"name"].toString(),
                                                  {},
                                                  order.portal})
                                 : Outcome<Done>(Done{});
}

Outcome<Done> DeliveryRecorder::askToRegister(QSqlDatabase& connection, const DeliveryOrder& order) const
{
    const auto shared = m_accounts.find(connection, order.siren, order.content[u"account"].toString());
    if (!shared) {
        return shared.failure();
    }
    if (!shared.value()) {
        return Done{};
    }
    const auto mail =
        m_invitations.registration(connection, order.siren, shared.value()->account, newcomerIn(order));
    return mail ? m_mailer.enqueue(connection, mail.value()) : Outcome<Done>(mail.failure());
}

Outcome<Done> DeliveryRecorder::takeBack(QSqlDatabase& connection, const DeliveryOrder& certification) const
{
    DeliveryOrder order;
    order.siren = certification.siren;
    order.portal = certification.portal;
    order.decision = certification.decision;
    order.kind = DeliveryKind::WithdrawCertification;
    order.target = certification.target;
    return m_queue.add(connection, order, m_clock.now());
}

Outcome<Done> DeliveryRecorder::recordEvidence(QSqlDatabase& connection, const DeliveryOrder& order,
                                               const DeliveryResult& result) const
{
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    const bool overtaken = result.kind == DeliveryResult::Kind::Overtaken;
    QJsonObject content{{QStringLiteral("delivery"), order.id},
                        {QStringLiteral("portal"), order.portal},
                        {QStringLiteral("at"), m_clock.now().toString(Qt::ISODate)},
                        {QStringLiteral("attempts"), order.attempts + 1},
                        {QStringLiteral("portalMessage"), taken || overtaken ? QString() : result.message}};
    // One decision may close several, and orders are not kept as long as links are.
    if (order.kind == DeliveryKind::CloseAccount || order.kind == DeliveryKind::AskClosure) {
        content.insert(QStringLiteral("account"), order.target);
    }
    if (order.kind == DeliveryKind::OpenAccount) {
        // Their place in the decision, which names them.
        content.insert(QStringLiteral("newcomer"), order.content[u"position"]);
        if (!result.surplus.isEmpty()) {
            content.insert(QStringLiteral("surplus"), result.surplus);
        }
    }
    const QString kind = overtaken                                ? QStringLiteral("overtaken")
                         : !taken                                 ? QStringLiteral("refusal")
                         : order.kind == DeliveryKind::AskClosure ? QStringLiteral("closureAsked")
                                                                  : QStringLiteral("acknowledgement");
    const auto link = m_evidence.append(connection, order.siren, kind, order.decision, content);
    return link ? Outcome<Done>(Done{}) : Outcome<Done>(link.failure());
}

} // namespace proconnect::service

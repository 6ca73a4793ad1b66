// SPDX-License-Identifier: MIT
#include "service/decisions/DeliveryRecorder.h"

#include "service/journal/CompanyCursor.h"
#include "service/requests/RequestStates.h"

namespace proconnect::service {
namespace {

Outcome<Done> moved(QSqlDatabase& connection, const QString& siren)
{
    const auto cursor = advanceCursor(connection, siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

/// The portal will not take the answer: the request waits again, with the portal's words.
void putBack(AccessRequest& request, const QString& portalMessage)
{
    const auto waiting = stateAfter(request.state, RequestEvent::RefusedByPortal);
    request.handBack = HandBack::Failed;
    request.portalMessage = portalMessage;
    if (waiting) {
        request.state = *waiting;
        request.decidedBy.clear();
        request.decidedAt.reset();
        request.refusalReason.clear();
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
    account.portalMessage = taken ? QString() : result.message;
    if (order.kind == DeliveryKind::CloseAccount) {
        account.state = taken ? AccountState::Closed : AccountState::ClosureFailed;
        return;
    }
    account.certification = taken ? AccountCertification::Certified : AccountCertification::NotCertified;
    if (taken) {
        account.certifiedAt = now;
        stored.certifiedSubject = order.content[u"subject"].toString();
    }
}

} // namespace

Outcome<Done> DeliveryRecorder::record(QSqlDatabase& connection, const DeliveryOrder& order,
                                       const DeliveryResult& result, bool final) const
{
    auto recorded = order.kind == DeliveryKind::RequestAnswer
                        ? recordAnswer(connection, order, result, final)
                        : recordAccount(connection, order, result, final);
    if (!recorded || !final || order.decision.isEmpty()) {
        return recorded;
    }
    return recordEvidence(connection, order, result);
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
    if (result.kind == DeliveryResult::Kind::Taken) {
        request.handBack = HandBack::Acknowledged;
    } else if (result.kind == DeliveryResult::Kind::Refused) {
        putBack(request, result.message);
    } else {
        request.handBack = final ? HandBack::Failed : HandBack::Running;
    }
    if (request.handBack == before) {
        return Done{};
    }
    if (const auto saved = m_requests.save(connection, *found.value()); !saved) {
        return saved.failure();
    }
    return moved(connection, order.siren);
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
    settleAccount(stored, order, result, m_clock.now());
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    const bool closing = order.kind == DeliveryKind::CloseAccount;
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    const QString kind =
        closing
            ? (taken ? QStringLiteral("account.closed") : QStringLiteral("account.closureFailed"))
            : (taken ? QStringLiteral("account.certified") : QStringLiteral("account.certificationFailed"));
    const QString person =
        stored.account.holderName.isEmpty() ? stored.account.email : stored.account.holderName;
    return m_journal.add(connection, order.siren, {0, m_clock.now(), kind, person, {}, order.portal});
}

Outcome<Done> DeliveryRecorder::recordEvidence(QSqlDatabase& connection, const DeliveryOrder& order,
                                               const DeliveryResult& result) const
{
    const bool taken = result.kind == DeliveryResult::Kind::Taken;
    const QJsonObject content{{QStringLiteral("delivery"), order.id},
                              {QStringLiteral("portal"), order.portal},
                              {QStringLiteral("at"), m_clock.now().toString(Qt::ISODate)},
                              {QStringLiteral("attempts"), order.attempts + 1},
                              {QStringLiteral("portalMessage"), taken ? QString() : result.message}};
    const auto link = m_evidence.append(connection, order.siren,
                                        taken ? QStringLiteral("acknowledgement") : QStringLiteral("refusal"),
                                        order.decision, content);
    return link ? Outcome<Done>(Done{}) : Outcome<Done>(link.failure());
}

} // namespace proconnect::service

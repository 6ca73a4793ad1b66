// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDelegationDesk.h"

#include "core/jose/Jws.h"
#include "core/sync/FreshCall.h"

#include <QJsonDocument>
#include <QUuid>

namespace proconnect {
namespace {

QString pathOf(const QString& siren)
{
    return QStringLiteral("/v1/companies/%1/delegations").arg(siren);
}

/// No callback comes before its call returned.
void failLater(const Failure& why, QObject* context, std::function<void(Outcome<Delegation>)> done)
{
    QMetaObject::invokeMethod(
        context, [why, done = std::move(done)] { done(why); }, Qt::QueuedConnection);
}

} // namespace

void DefaultDelegationDesk::list(const QString& siren, QObject* context,
                                 std::function<void(Outcome<DelegationList>)> done)
{
    HttpCall call;
    call.path = pathOf(siren);
    askWithFreshSignIn<DelegationList>(m_api, m_renewal, SignInReason::Reading, call, context,
                                       std::move(done));
}

void DefaultDelegationDesk::act(const Delegation& shown, DelegationOrder order, QObject* context,
                                std::function<void(Outcome<Delegation>)> done)
{
    const auto& key = m_tokens.deviceKey();
    if (!key) {
        failLater(Failure{FailureCode::Unauthorized, QStringLiteral("nobody is signed in"), {}}, context,
                  std::move(done));
        return;
    }
    const DelegationAct act{QUuid::createUuid().toString(QUuid::WithoutBraces),
                            shown.terms.siren,
                            shown.terms.id,
                            shown.version,
                            order,
                            m_clock.now()};
    QJsonObject claims = toJson(act);
    claims.insert(QStringLiteral("iss"), key->thumbprint());
    const auto jws = Jws::sign(QJsonDocument(claims).toJson(QJsonDocument::Compact), *key,
                               QStringLiteral("delegation-act+jwt"));
    if (!jws) {
        failLater(jws.failure(), context, std::move(done));
        return;
    }
    HttpCall call;
    call.method = "POST";
    call.path = pathOf(shown.terms.siren) + u'/' + shown.terms.id + QStringLiteral("/acts");
    call.contentType = "application/jose";
    call.body = jws.value();
    // The newer sign-in is by the same person on the same device: the signature stays good.
    askWithFreshSignIn<Delegation>(m_api, m_renewal, SignInReason::Delegation, call, context,
                                   std::move(done));
}

void DefaultDelegationDesk::answer(const DelegationAnswer& answer, QObject* context,
                                   std::function<void(Outcome<Delegation>)> done)
{
    const bool accepts = answer.reply == DelegationReply::Accept;
    askWithFreshSignIn<Delegation>(
        m_api, m_renewal, SignInReason::Invitation,
        jsonCall("POST", QStringLiteral("/v1/delegations/answers"), toJson(answer)), context,
        [this, accepts, done = std::move(done)](const Outcome<Delegation>& after) {
            done(after);
            if (after && accepts) {
                Q_EMIT takenUp(after.value());
            }
        });
}

} // namespace proconnect

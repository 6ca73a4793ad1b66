// SPDX-License-Identifier: MIT
#include "core/session/SessionFarewell.h"

#include "core/net/ApiClient.h"
#include "core/net/ServiceAddress.h"
#include "core/session/TokenRequest.h"

#include <memory>

namespace proconnect {
namespace {

/// An empty reply when `failure` says that the session is over at the service, else nothing.
std::optional<SignOutReply> overAlready(const Failure& failure)
{
    const bool over = failure.code == FailureCode::SessionEnded || failure.code == FailureCode::Unauthorized;
    return over ? std::optional(SignOutReply{}) : std::nullopt;
}

} // namespace

SessionFarewell::SessionFarewell(HttpChannel& channel, SessionVault& vault, QObject* parent)
    : QObject(parent), m_channel(channel), m_vault(vault)
{}

void SessionFarewell::say(const std::optional<AccessToken>& token,
                          const std::optional<SessionSecrets>& secrets,
                          std::function<void(const SignOutReport&)> done)
{
    struct Parting
    {
        SignOutReport report;
        int awaited = 2;
    };
    const auto parting = std::make_shared<Parting>();
    const auto answered = [parting, done = std::move(done)] {
        if (--parting->awaited == 0) {
            done(parting->report);
        }
    };
    m_vault.erase(this, [parting, answered](bool erased) {
        parting->report.secretsErased = erased;
        answered();
    });
    if (!secrets || secrets->refreshToken.isEmpty()) {
        answered(); // nothing is open at the service
        return;
    }
    parting->report.inSystemBrowser = secrets->inSystemBrowser;
    tellService(token, *secrets, [this, parting, answered](const std::optional<SignOutReply>& reply) {
        parting->report.serviceTold = reply.has_value();
        const SignInPage leaving = reply ? SignInPage{QUrl(reply->endSessionUrl, QUrl::StrictMode),
                                                      QUrl(reply->completionUrl, QUrl::StrictMode),
                                                      reply->allowedHosts,
                                                      {}}
                                         : SignInPage{};
        if (sameOrigin(leaving.start, m_channel.service()) &&
            sameOrigin(leaving.completion, m_channel.service())) {
            parting->report.leaving = leaving;
        }
        answered();
    });
}

void SessionFarewell::tellService(const std::optional<AccessToken>& token, const SessionSecrets& secrets,
                                  std::function<void(const std::optional<SignOutReply>&)> told)
{
    if (token) {
        revoke(*token, std::move(told));
        return;
    }
    m_channel.send(
        refreshGrantCall(secrets.deviceKey, secrets.refreshToken), this,
        [this, key = secrets.deviceKey, told = std::move(told)](const Outcome<HttpAnswer>& answer) {
            const auto grant = answer ? readGrant(answer.value()) : Outcome<TokenGrant>(answer.failure());
            if (grant) {
                revoke({grant.value().accessToken.toLatin1(), key}, told);
            } else {
                told(overAlready(grant.failure()));
            }
        });
}

void SessionFarewell::revoke(const AccessToken& token,
                             std::function<void(const std::optional<SignOutReply>&)> told)
{
    HttpCall call;
    call.method = "POST";
    call.path = QStringLiteral("/v1/sign-out");
    call.proofKey = token.key;
    call.accessToken = token.token;
    m_channel.send(call, this, [told = std::move(told)](const Outcome<HttpAnswer>& answer) {
        const auto reply =
            answer ? readAnswer<SignOutReply>(answer.value()) : Outcome<SignOutReply>(answer.failure());
        told(reply ? std::optional(reply.value()) : overAlready(reply.failure()));
    });
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "service/identity/SessionRoutes.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "core/protocol/ModelJson.h"
#include "service/identity/SignInPages.h"

namespace proconnect::service {
namespace {

const char* const returnPath = "/sign-out/return";
const QByteArray stateCookie = QByteArrayLiteral("proconnect-sign-out");
constexpr int stateBytes = 32;
constexpr int stateSeconds = 600;

} // namespace

void SessionRoutes::registerRoutes(Router& router)
{
    router.add("POST", QStringLiteral("/v1/oauth/token"), [this](const auto& r) { return token(r); });
    router.add("POST", QStringLiteral("/v1/sign-out"), [this](const auto& r) { return signOut(r); });
    router.add("GET", QLatin1String(returnPath), [this](const auto& r) { return comeBack(r); });
    router.add("GET", QStringLiteral("/sign-out/{ticket}"),
               [this](const auto& r) { return leaveProvider(r); });
}

HttpResponse SessionRoutes::token(const HttpRequest& request)
{
    const auto granted = grant(request);
    if (!granted) {
        m_parts.log.info("token.refused", Log::fields(granted.failure()));
        return HttpResponse::problem(granted.failure());
    }
    // RFC 6749 names these members with underscores, unlike the rest of the API; core/protocol knows.
    return HttpResponse::json(200, toJson(granted.value()));
}

Outcome<TokenGrant> SessionRoutes::grant(const HttpRequest& request)
{
    const auto form = request.form();
    if (!form) {
        return form.failure();
    }
    const auto field = [&form](const char* name) { return form.value().value(QLatin1String(name)); };
    const auto proof = m_parts.proofs.verify(request, {});
    if (!proof) {
        return proof.failure();
    }
    if (field("grant_type") == QLatin1String("authorization_code")) {
        return m_parts.transactions.redeem(
            field("transaction"), field("code").toUtf8(), field("code_verifier").toUtf8(),
            {proof.value().key.publicJson(), proof.value().thumbprint, {}}, m_parts.sessions,
            [this](QSqlDatabase& connection, const SignInResult& result, const QString& expected) {
                return m_parts.samePerson.recognise(connection, result, expected,
                                                    m_parts.providers.isPlus(result.provider));
            });
    }
    if (field("grant_type") == QLatin1String("refresh_token")) {
        return m_parts.sessions.refresh(field("refresh_token").toUtf8(), proof.value().thumbprint);
    }
    return Failure{FailureCode::InvalidRequest, QStringLiteral("grant_type"), {}};
}

HttpResponse SessionRoutes::signOut(const HttpRequest& request)
{
    const auto person = m_parts.guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto ended = m_parts.sessions.end(person.value().sessionId, QStringLiteral("signed out"));
    if (!ended) {
        return HttpResponse::problem(ended.failure());
    }
    m_parts.log.info("session.ended", {{QStringLiteral("session"), person.value().sessionId}});
    SignOutReply reply;
    const IdentityProvider* provider = m_parts.providers.find(ended.value().provider);
    if (provider != nullptr && !ended.value().idToken.isEmpty()) {
        // The session is over whatever becomes of this: ending the provider's is a courtesy.
        if (const auto ticket = m_parts.signOutTickets.issue(ended.value())) {
            reply.endSessionUrl =
                m_publicUrl.toString() + QStringLiteral("/sign-out/") + QString::fromLatin1(ticket.value());
            reply.completionUrl = m_publicUrl.toString() + QLatin1String(returnPath);
            reply.allowedHosts = provider->pageHosts;
        }
    }
    return HttpResponse::json(200, toJson(reply));
}

HttpResponse SessionRoutes::leaveProvider(const HttpRequest& request)
{
    const auto ended =
        m_parts.signOutTickets.take(request.parameters.value(QStringLiteral("ticket")).toUtf8());
    IdentityProvider* provider = ended ? m_parts.providers.find(ended.value().provider) : nullptr;
    if (provider == nullptr) {
        return signOutPage();
    }
    const QByteArray state = base64url::encode(randomBytes(stateBytes));
    const auto target = provider->client.endSessionAddress(
        ended.value().idToken, QUrl(m_publicUrl.toString() + QLatin1String(returnPath)), state);
    if (!target) {
        m_parts.log.warning("sign-out.franceconnect", Log::fields(target.failure()));
        return signOutPage();
    }
    HttpResponse response = HttpResponse::redirect(target.value().toEncoded());
    response.headers.emplaceBack("Set-Cookie", m_cookies.set(stateCookie, state, stateSeconds));
    return response;
}

HttpResponse SessionRoutes::comeBack(const HttpRequest& request)
{
    // Nothing depends on this return: the session here ended before FranceConnect's. Whoever leads a browser
    // to this page learns and changes nothing, so an unfit state is only worth a line.
    const QStringList states = request.query.allQueryItemValues(QStringLiteral("state"), QUrl::FullyDecoded);
    const QByteArray expected = m_cookies.read(request, stateCookie);
    const bool ours = !expected.isEmpty() && states == QStringList{QString::fromLatin1(expected)};
    m_parts.log.info("sign-out.returned", {{QStringLiteral("ours"), ours}});
    HttpResponse response = signOutPage();
    response.headers.emplaceBack("Set-Cookie", m_cookies.set(stateCookie, "", 0));
    return response;
}

} // namespace proconnect::service

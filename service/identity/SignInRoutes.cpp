// SPDX-License-Identifier: MIT
#include "service/identity/SignInRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/identity/SignInPages.h"

#include <utility>

namespace proconnect::service {
namespace {

const char* const completePath = "/sign-in/complete";
constexpr qsizetype longestCode = 512;

Failure refused(const char* why)
{
    return {FailureCode::SignInRefused, QLatin1String(why), {}};
}

/// The value of a query item that must be there once at most; empty when absent, nothing when it is repeated.
std::optional<QString> single(const QUrlQuery& query, const char* name)
{
    const QStringList values = query.allQueryItemValues(QLatin1String(name), QUrl::FullyDecoded);
    if (values.size() > 1) {
        return std::nullopt;
    }
    return values.value(0);
}

Failure failureOfError(const QString& error)
{
    if (error == QLatin1String("access_denied")) {
        return {FailureCode::SignInAbandoned, {}, {}};
    }
    if (error == QLatin1String("server_error") || error == QLatin1String("temporarily_unavailable")) {
        return {FailureCode::IdentityProviderUnavailable, QStringLiteral("FranceConnect: ") + error, {}};
    }
    return refused("FranceConnect answered with an error");
}

/// Of its own for each transaction, so that a second tab does not disturb the first.
QByteArray cookieName(const QString& transaction)
{
    return "proconnect-sign-in-" + transaction.left(8).toLatin1();
}

PersonName displayedName(const FranceConnectIdentity& identity)
{
    return {identity.givenNames.value(0),
            identity.preferredUsername.isEmpty() ? identity.familyName : identity.preferredUsername};
}

} // namespace

SignInRoutes::SignInRoutes(SignInTransactions& transactions, IdentityProviders& providers,
                           const ServiceKeys& keys, const Log& log, QUrl publicUrl)
    : m_transactions(transactions), m_providers(providers), m_keys(keys), m_log(log),
      m_publicUrl(std::move(publicUrl)), m_cookies(m_publicUrl)
{}

void SignInRoutes::registerRoutes(Router& router)
{
    router.add("POST", QStringLiteral("/v1/sign-in/transactions"), [this](const auto& r) { return open(r); });
    router.add("GET", QStringLiteral("/sign-in/start/{ticket}"), [this](const auto& r) { return start(r); });
    for (const auto& provider : m_providers.all()) {
        router.add("GET", provider->callbackPath,
                   [this, &asked = *provider](const auto& r) { return comeBack(r, asked); });
    }
    router.add("GET", QLatin1String(completePath), [](const auto&) { return signInCompletePage(); });
}

QString SignInRoutes::address(const char* path) const
{
    return m_publicUrl.toString() + QLatin1String(path);
}

HttpResponse SignInRoutes::open(const HttpRequest& request)
{
    const auto json = request.json();
    if (!json) {
        return HttpResponse::problem(json.failure());
    }
    const auto message = fromJson<SignInRequest>(json.value(), FailureCode::InvalidRequest);
    if (!message) {
        return HttpResponse::problem(message.failure());
    }
    const IdentityProvider& provider =
        message.value().strength.isEmpty() ? m_providers.ordinary() : m_providers.forHighEffect();
    const auto opened = m_transactions.open(message.value(), provider.id);
    if (!opened) {
        return HttpResponse::problem(opened.failure());
    }
    SignInTransaction answer;
    answer.transaction = opened.value().id;
    answer.startUrl = address("/sign-in/start/") + QString::fromLatin1(opened.value().ticket);
    answer.completionUrl = message.value().loopbackPort
                               ? QStringLiteral("http://127.0.0.1:%1/r").arg(*message.value().loopbackPort)
                               : address(completePath);
    answer.allowedHosts = provider.pageHosts;
    answer.expiresAt = opened.value().expiresAt;
    return HttpResponse::json(201, toJson(answer));
}

HttpResponse SignInRoutes::start(const HttpRequest& request)
{
    const auto started = m_transactions.start(request.parameters.value(QStringLiteral("ticket")).toUtf8());
    if (!started) {
        return signInOverPage();
    }
    IdentityProvider* provider = m_providers.find(started.value().provider);
    const auto target = provider != nullptr ? provider->client.authorizationAddress(started.value().state,
                                                                                    started.value().nonce)
                                            : Outcome<QUrl>(refused("no such provider"));
    if (!target) {
        const auto signIn = m_transactions.returnOf(started.value().id);
        return signIn ? failed(signIn.value(), target.failure()) : signInOverPage();
    }
    HttpResponse response = HttpResponse::redirect(target.value().toEncoded());
    response.headers.emplaceBack("Set-Cookie",
                                 m_cookies.set(cookieName(started.value().id), started.value().cookie,
                                               SignInTransactions::lifeSeconds));
    return response;
}

HttpResponse SignInRoutes::comeBack(const HttpRequest& request, IdentityProvider& provider)
{
    const auto state = single(request.query, "state");
    const auto signIn = m_transactions.takeReturn(state.value_or(QString()), [&](const QString& id) {
        return m_cookies.read(request, cookieName(id));
    });
    if (!signIn) {
        m_log.warning("sign-in.return.refused", Log::fields(signIn.failure()));
        return signInOverPage();
    }
    const auto code = finish(request, signIn.value(), provider);
    if (!code) {
        return failed(signIn.value(), code.failure());
    }
    m_log.info("sign-in.proven");
    return toApplication(signIn.value(), "code=" + code.value());
}

Outcome<QByteArray> SignInRoutes::finish(const HttpRequest& request, const SignInReturn& signIn,
                                         IdentityProvider& provider)
{
    if (signIn.expired) {
        return Failure{FailureCode::SignInExpired, {}, {}};
    }
    if (signIn.provider != provider.id) {
        return refused("callback: of another provider");
    }
    const auto issuer = single(request.query, "iss");
    const auto code = single(request.query, "code");
    const auto error = single(request.query, "error");
    if (!issuer || *issuer != provider.client.issuer().toString()) {
        return refused("callback: iss");
    }
    if (!code || !error || code->isEmpty() == error->isEmpty()) {
        return refused("callback: code or error");
    }
    if (!error->isEmpty()) {
        return failureOfError(*error);
    }
    if (code->size() > longestCode) {
        return refused("callback: code");
    }
    const auto proof = provider.client.redeem(
        *code, [&](const QString& nonce) { return m_transactions.isNonce(nonce, signIn.nonceFingerprint); });
    if (!proof) {
        return proof.failure();
    }
    SignInResult result;
    result.subject =
        QString::fromLatin1(m_keys.fingerprint(proof.value().identity.subject.toUtf8(), "subject"));
    result.name = displayedName(proof.value().identity);
    result.identity = proof.value().identity;
    result.signedInAt = proof.value().authenticatedAt;
    result.assurance = proof.value().assurance;
    result.idToken = proof.value().idToken;
    result.provider = provider.id;
    return m_transactions.prove(signIn.id, result);
}

HttpResponse SignInRoutes::failed(const SignInReturn& signIn, const Failure& failure)
{
    m_log.warning("sign-in.failed", Log::fields(failure));
    if (const auto noted = m_transactions.fail(signIn.id); !noted) {
        m_log.error("sign-in.fail.unnoted", Log::fields(noted.failure()));
    }
    return toApplication(signIn, QByteArray("error=") + failureInfo(failure.code).id);
}

HttpResponse SignInRoutes::toApplication(const SignInReturn& signIn, const QByteArray& query) const
{
    const QByteArray base = signIn.loopback
                                ? "http://127.0.0.1:" + QByteArray::number(signIn.loopbackPort) + "/r"
                                : address(completePath).toLatin1();
    HttpResponse response =
        HttpResponse::redirect(base + "?transaction=" + signIn.id.toLatin1() + '&' + query);
    response.headers.emplaceBack("Set-Cookie", m_cookies.set(cookieName(signIn.id), "", 0));
    return response;
}

} // namespace proconnect::service

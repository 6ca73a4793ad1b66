// SPDX-License-Identifier: MIT
#include "core/net/HttpChannel.h"

#include "core/jose/Dpop.h"
#include "core/net/HttpExchange.h"
#include "core/net/ServiceAddress.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>

namespace proconnect {
namespace {

QNetworkRequest prepare(const QUrl& url, const HttpCall& call)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("Accept", call.accept + ", application/problem+json");
    // Whatever is not compressed cannot unfold into more than was counted.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("User-Agent", "ProConnect/" + QCoreApplication::applicationVersion().toLatin1());
    if (!call.contentType.isEmpty()) {
        request.setRawHeader("Content-Type", call.contentType);
    }
    if (!call.ifNoneMatch.isEmpty()) {
        request.setRawHeader("If-None-Match", call.ifNoneMatch);
    }
    if (!call.acceptedDelta.isEmpty()) {
        request.setRawHeader("A-IM", call.acceptedDelta);
    }
    if (!call.accessToken.isEmpty()) {
        request.setRawHeader("Authorization", "DPoP " + call.accessToken);
    }
    return request;
}

} // namespace

HttpChannel::HttpChannel(QUrl service, const Clock& clock, QObject* parent)
    : QObject(parent), m_service(std::move(service)), m_clock(clock)
{}

HttpChannel::~HttpChannel() = default;

void HttpChannel::send(const HttpCall& call, QObject* context, std::function<void(Outcome<HttpAnswer>)> done)
{
    const Answer<Outcome<HttpAnswer>> answer(
        context, [this, done = std::move(done)](const Outcome<HttpAnswer>& outcome) {
            Q_EMIT exchanged(outcome ? std::nullopt : std::optional(outcome.failure().code));
            done(outcome);
        });
    attempt(call, answer, false);
}

void HttpChannel::attempt(const HttpCall& call, const Answer<Outcome<HttpAnswer>>& answer, bool lastAttempt)
{
    QUrl url = m_service;
    url.setPath(m_service.path() + call.path);
    url.setQuery(call.query);
    QNetworkRequest request = prepare(url, call);
    if (call.proofKey) {
        const auto proof =
            Dpop::create(*call.proofKey, call.method, url, m_clock.now(), call.accessToken, m_nonce);
        if (!proof) {
            QMetaObject::invokeMethod(
                this, [answer, failure = proof.failure()] { answer(failure); }, Qt::QueuedConnection);
            return;
        }
        request.setRawHeader("DPoP", proof.value());
    }
    if (!m_manager) {
        m_manager = new QNetworkAccessManager(this);
        if (isLoopback(m_service)) {
            m_manager->setProxy(QNetworkProxy::NoProxy);
        }
    }
    const Answer<Outcome<HttpAnswer>> ended(
        this, [this, call, answer, lastAttempt](const Outcome<HttpAnswer>& outcome) {
            const bool nonceNeeded = !outcome && outcome.failure().code == FailureCode::Unauthorized &&
                                     !outcome.failure().argument.isEmpty();
            if (nonceNeeded) {
                m_nonce = outcome.failure().argument;
            }
            if (nonceNeeded && lastAttempt) {
                // No word about the session: Unauthorized would be taken for its end.
                answer(Failure{FailureCode::ServiceUnavailable,
                               QStringLiteral("the nonce that the service gave was refused"),
                               {}});
            } else if (nonceNeeded && answer.awaited()) {
                attempt(call, answer, true);
            } else {
                answer(outcome);
            }
        });
    new HttpExchange(m_manager->sendCustomRequest(request, call.method, call.body), call, m_clock, ended);
}

} // namespace proconnect

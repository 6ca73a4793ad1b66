// SPDX-License-Identifier: MIT
#include "core/session/SignInAttempt.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "core/net/ApiClient.h"
#include "core/net/ClockCheck.h"
#include "core/net/ServiceAddress.h"
#include "core/session/LoopbackReturn.h"
#include "core/session/TokenRequest.h"

#include <QCryptographicHash>
#include <QSysInfo>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace proconnect {
namespace {

constexpr int verifierBytes = 32;
constexpr qint64 longestSeconds = 900;

/// By which the person knows it among their own.
QString thisComputer()
{
    constexpr qsizetype longest = 80;
    return QString(QSysInfo::machineHostName() + QStringLiteral(" · ") + QSysInfo::prettyProductName())
        .simplified()
        .left(longest);
}

QString single(const QUrlQuery& query, const QString& name)
{
    const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    return values.size() == 1 ? values.constFirst() : QString();
}

} // namespace

SignInAttempt::SignInAttempt(HttpChannel& channel, const Clock& clock, Jwk deviceKey, Wish wish,
                             QObject* parent)
    : QObject(parent), m_channel(channel), m_clock(clock), m_deviceKey(std::move(deviceKey)),
      m_wish(std::move(wish)), m_verifier(QString::fromLatin1(base64url::encode(randomBytes(verifierBytes))))
{}

void SignInAttempt::begin()
{
    SignInRequest request;
    request.codeChallenge = QString::fromLatin1(
        base64url::encode(QCryptographicHash::hash(m_verifier.toLatin1(), QCryptographicHash::Sha256)));
    request.dpopJkt = m_deviceKey.thumbprint();
    request.returnTo = QStringLiteral("embedded");
    request.device = thisComputer();
    request.expectedSubject = m_wish.expectedSubject;
    if (m_wish.strength == SignInStrength::HighEffect && !m_wish.expectedSubject.isEmpty()) {
        request.strength = QStringLiteral("highEffect");
    }
    if (m_wish.browser == SessionController::Browser::System) {
        m_loopback = new LoopbackReturn(this);
        connect(m_loopback, &LoopbackReturn::returned, this, &SignInAttempt::returned);
        const int port = m_loopback->listen();
        if (port == 0) {
            const Failure why{FailureCode::Internal, QStringLiteral("no loopback port"), {}};
            QMetaObject::invokeMethod(
                this, [this, why] { fail(why); }, Qt::QueuedConnection);
            return;
        }
        request.returnTo = QStringLiteral("loopback");
        request.loopbackPort = port;
    }
    m_channel.send(jsonCall("POST", QStringLiteral("/v1/sign-in/transactions"), toJson(request)), this,
                   [this](const Outcome<HttpAnswer>& answer) { opened(answer); });
}

bool SignInAttempt::ours(const QUrl& url) const
{
    return sameOrigin(url, m_channel.service());
}

void SignInAttempt::opened(const Outcome<HttpAnswer>& answer)
{
    if (m_step != Step::Opening) {
        return;
    }
    const auto transaction =
        answer ? readAnswer<SignInTransaction>(answer.value()) : Outcome<SignInTransaction>(answer.failure());
    if (!transaction) {
        fail(transaction.failure());
        return;
    }
    // A wrong clock would end the sign-in as expired, or refused, after all the work was done.
    if (const auto wrong = clockFailure(answer.value().date, m_clock.now())) {
        fail(*wrong);
        return;
    }
    m_transaction = transaction.value();
    const SignInPage page{QUrl(m_transaction.startUrl, QUrl::StrictMode),
                          QUrl(m_transaction.completionUrl, QUrl::StrictMode), m_transaction.allowedHosts,
                          m_transaction.expiresAt};
    if (!ours(page.start) || !ours(page.completion)) {
        fail({FailureCode::BadReply, QStringLiteral("sign-in page at another address"), {}});
        return;
    }
    if (m_loopback) {
        m_loopback->expect(m_transaction.transaction);
    }
    m_step = Step::Waiting;
    const qint64 seconds = std::clamp<qint64>(m_clock.now().secsTo(page.expiresAt), 1, longestSeconds);
    QTimer::singleShot(std::chrono::seconds(seconds), this, [this] {
        if (m_step == Step::Waiting) {
            fail({FailureCode::SignInExpired, {}, {}});
        }
    });
    Q_EMIT pageReady(page);
}

void SignInAttempt::complete(const QUrl& url)
{
    const QUrl completion(m_transaction.completionUrl, QUrl::StrictMode);
    const bool exact = ours(url) && url.path(QUrl::FullyEncoded) == completion.path(QUrl::FullyEncoded);
    if (m_step == Step::Waiting && exact) {
        returned(QUrlQuery(url));
    }
}

void SignInAttempt::returned(const QUrlQuery& query)
{
    if (m_step != Step::Waiting) {
        return;
    }
    const QString code = single(query, QStringLiteral("code"));
    const QString error = single(query, QStringLiteral("error"));
    if (single(query, QStringLiteral("transaction")) != m_transaction.transaction ||
        code.isEmpty() == error.isEmpty()) {
        fail({FailureCode::SignInRefused, QStringLiteral("return without code or with two answers"), {}});
        return;
    }
    if (!error.isEmpty()) {
        fail({failureFromId(error).value_or(FailureCode::SignInRefused), {}, {}});
        return;
    }
    redeem(code);
}

void SignInAttempt::redeem(const QString& code)
{
    m_step = Step::Redeeming;
    m_channel.send(codeGrantCall(m_deviceKey, m_transaction.transaction, code, m_verifier), this,
                   [this](const Outcome<HttpAnswer>& answer) {
                       const auto grant =
                           answer ? readGrant(answer.value()) : Outcome<TokenGrant>(answer.failure());
                       grant ? askWho(grant.value()) : fail(grant.failure());
                   });
}

void SignInAttempt::askWho(const TokenGrant& grant)
{
    HttpCall call;
    call.path = QStringLiteral("/v1/me");
    call.proofKey = m_deviceKey;
    call.accessToken = grant.accessToken.toLatin1();
    m_channel.send(call, this, [this, grant](const Outcome<HttpAnswer>& answer) {
        const auto profile =
            answer ? readAnswer<UserProfile>(answer.value()) : Outcome<UserProfile>(answer.failure());
        if (m_step == Step::Over) {
            return;
        }
        if (!profile) {
            fail(profile.failure());
            return;
        }
        m_step = Step::Over;
        Q_EMIT succeeded(grant, profile.value());
    });
}

void SignInAttempt::fail(const Failure& why)
{
    if (m_step != Step::Over) {
        m_step = Step::Over;
        Q_EMIT failed(why);
    }
}

} // namespace proconnect

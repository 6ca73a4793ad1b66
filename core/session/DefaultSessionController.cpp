// SPDX-License-Identifier: MIT
#include "core/session/DefaultSessionController.h"

#include "core/cache/DocumentNames.h"
#include "core/jose/RandomBytes.h"
#include "core/net/ServiceAddress.h"
#include "core/session/SignInAttempt.h"
#include "core/session/TokenRequest.h"

#include <QJsonDocument>

#include <memory>

namespace proconnect {
namespace {

constexpr int copyKeyBytes = 32;
constexpr std::chrono::minutes profilePause{1};
constexpr std::chrono::seconds profileRetry{5};

/// An empty reply when `failure` says that the session is over at the service, else nothing.
std::optional<SignOutReply> overAlready(const Failure& failure)
{
    const bool over = failure.code == FailureCode::SessionEnded || failure.code == FailureCode::Unauthorized;
    return over ? std::optional(SignOutReply{}) : std::nullopt;
}

} // namespace

DefaultSessionController::DefaultSessionController(HttpChannel& channel, ApiClient& api, TokenKeeper& tokens,
                                                   SessionVault& vault, EncryptedStore& store,
                                                   const Clock& clock, QObject* parent)
    : SessionController(parent), m_channel(channel), m_api(api), m_tokens(tokens), m_vault(vault),
      m_store(store), m_clock(clock)
{
    m_profileTimer.setSingleShot(true);
    connect(&m_profileTimer, &QTimer::timeout, this, &DefaultSessionController::refreshProfile);
    connect(&m_vault, &SessionVault::keepingChanged, this, &SessionController::secretKeepingChanged);
    connect(&m_tokens, &TokenKeeper::ended, this, &DefaultSessionController::endedByService);
    connect(&m_tokens, &TokenKeeper::rotated, this, [this](const QByteArray& refreshToken) {
        if (m_secrets) {
            m_secrets->refreshToken = refreshToken;
            m_vault.save(*m_secrets);
        }
    });
}

void DefaultSessionController::start(std::chrono::milliseconds firstCall)
{
    m_vault.load(this, [this, firstCall](std::optional<SessionSecrets> secrets) {
        if (m_state == State::Starting) {
            resume(std::move(secrets), firstCall);
        }
    });
}

void DefaultSessionController::resume(std::optional<SessionSecrets> secrets,
                                      std::chrono::milliseconds firstCall)
{
    m_secrets = std::move(secrets);
    if (!m_secrets) {
        setState(State::SignedOut);
        return;
    }
    m_store.setKey(m_secrets->copyKey);
    m_store.sweep();
    if (m_secrets->refreshToken.isEmpty()) {
        setState(State::SignedOut);
        return;
    }
    m_tokens.open(m_secrets->deviceKey, m_secrets->refreshToken);
    if (const auto copy = m_store.read(documents::profile)) {
        const auto json = parseStrictJson(copy.value());
        const auto profile =
            json ? fromJson<UserProfile>(json.value()) : Outcome<UserProfile>(json.failure());
        if (profile && profile.value().subject == m_secrets->owner) {
            m_profile = profile.value();
        }
    }
    if (m_profile.subject.isEmpty()) {
        refreshProfile(); // nothing to show before the service answers
        return;
    }
    m_profileTimer.start(firstCall);
    setState(State::SignedIn);
}

void DefaultSessionController::refreshProfile()
{
    if (m_state != State::SignedIn && m_state != State::Starting) {
        return;
    }
    m_profileTimer.stop();
    HttpCall call;
    call.path = QStringLiteral("/v1/me");
    m_api.ask<UserProfile>(call, this, [this](const Outcome<UserProfile>& profile) {
        if (m_state != State::SignedIn && m_state != State::Starting) {
            return;
        }
        m_profileTimer.start(profile ? profilePause : profileRetry);
        const bool known = profile && m_secrets && profile.value().subject == m_secrets->owner;
        if (known) {
            setProfile(profile.value());
        }
        setState(known || m_state == State::SignedIn ? State::SignedIn : State::SignedOut);
    });
}

void DefaultSessionController::setProfile(const UserProfile& profile)
{
    const bool changed = profile != m_profile;
    m_profile = profile;
    if (changed || m_profileUnwritten) {
        // A copy that cannot be written costs speed at the next start, nothing else; the next answer tries
        // again.
        const QByteArray json = QJsonDocument(toJson(profile)).toJson(QJsonDocument::Compact);
        m_profileUnwritten = !m_store.write(documents::profile, json).ok();
    }
    if (changed) {
        Q_EMIT profileChanged();
    }
}

void DefaultSessionController::setState(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void DefaultSessionController::beginSignIn(Browser browser, SignInStrength strength)
{
    dropAttempt();
    const QString owner = guardedOwner();
    const auto key = owner.isEmpty() ? Jwk::generateP256() : Outcome<Jwk>(m_secrets->deviceKey);
    if (!key) {
        Q_EMIT signInFailed(key.failure());
        return;
    }
    m_attemptKey = key.value();
    m_attemptBrowser = browser;
    m_attempt = new SignInAttempt(m_channel, m_clock, key.value(),
                                  SignInAttempt::Wish{owner, browser, strength}, this);
    connect(m_attempt, &SignInAttempt::pageReady, this, &SessionController::signInPageReady);
    connect(m_attempt, &SignInAttempt::succeeded, this, &DefaultSessionController::accept);
    connect(m_attempt, &SignInAttempt::failed, this, [this](const Failure& why) {
        dropAttempt();
        if (m_state == State::SigningIn) {
            setState(State::SignedOut);
        }
        Q_EMIT signInFailed(why);
    });
    if (m_state != State::SignedIn) {
        setState(State::SigningIn);
    }
    m_attempt->begin();
}

QString DefaultSessionController::guardedOwner() const
{
    const auto decisionsWait = [this] {
        int place = 0;
        while (place < documents::decisionPlaces && !m_store.holds(documents::decision(place))) {
            ++place;
        }
        return place < documents::decisionPlaces;
    };
    return m_secrets && (m_state == State::SignedIn || decisionsWait()) ? m_secrets->owner : QString();
}

void DefaultSessionController::completeSignIn(const QUrl& reached)
{
    if (m_attempt) {
        m_attempt->complete(reached);
    }
}

void DefaultSessionController::abandonSignIn(const Failure& why)
{
    if (m_attempt) {
        m_attempt->fail(why);
    }
}

void DefaultSessionController::dropAttempt()
{
    if (m_attempt) {
        m_attempt->disconnect(this);
        m_attempt->deleteLater();
        m_attempt = nullptr;
    }
}

void DefaultSessionController::accept(const TokenGrant& grant, const UserProfile& profile)
{
    dropAttempt();
    const QString owner = guardedOwner();
    if (!owner.isEmpty() && owner != profile.subject) {
        // What is on this computer belongs to someone else and stays out of sight.
        revoke({grant.accessToken.toLatin1(), *m_attemptKey}, [](const std::optional<SignOutReply>&) {});
        if (m_state == State::SigningIn) {
            setState(State::SignedOut);
        }
        Q_EMIT signInFailed({FailureCode::SignInOtherPerson, {}, profile.displayName()});
        return;
    }
    if (owner.isEmpty()) {
        m_store.wipe(); // left by a session that is over, whose key may be lost
        m_secrets = SessionSecrets{*m_attemptKey, randomBytes(copyKeyBytes), profile.subject, {}, false};
    }
    m_secrets->refreshToken = grant.refreshToken.toLatin1();
    m_secrets->inSystemBrowser = m_attemptBrowser == Browser::System;
    m_store.setKey(m_secrets->copyKey);
    m_vault.save(*m_secrets);
    m_tokens.open(m_secrets->deviceKey, grant);
    setProfile(profile);
    m_profileTimer.start(profilePause);
    setState(State::SignedIn);
    Q_EMIT signedIn();
}

void DefaultSessionController::endedByService(const Failure& why)
{
    m_profileTimer.stop();
    if (m_secrets) {
        // Decisions under way stay with their key: they go on when the same person signs in again.
        m_store.wipe(documents::ofDecisions());
        m_secrets->refreshToken.clear();
        m_vault.save(*m_secrets);
    }
    m_profile = {};
    // A sign-in under way is what the person needs now.
    setState(m_attempt ? State::SigningIn : State::SignedOut);
    Q_EMIT profileChanged();
    Q_EMIT signedOut(why);
}

void DefaultSessionController::signOut()
{
    abandonSignIn({FailureCode::Cancelled, QStringLiteral("signed out by the user"), {}});
    const auto secrets = std::exchange(m_secrets, std::nullopt);
    const auto token = m_tokens.current();
    m_profileTimer.stop();
    m_tokens.close();
    m_store.wipe();
    m_store.setKey({});
    m_profile = {};
    setState(State::SignedOut);
    Q_EMIT profileChanged();
    Q_EMIT signedOut({FailureCode::Cancelled, QStringLiteral("signed out by the user"), {}});
    // The two answers in any order; the last one tells.
    struct Parting
    {
        SignOutReport report;
        int awaited = 2;
    };
    auto parting = std::make_shared<Parting>();
    const auto answered = [this, parting] {
        if (--parting->awaited == 0) {
            Q_EMIT signOutEnded(parting->report);
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
    endAtService(token, *secrets, [this, parting, answered](const std::optional<SignOutReply>& reply) {
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

void DefaultSessionController::endAtService(const std::optional<AccessToken>& token,
                                            const SessionSecrets& secrets,
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

void DefaultSessionController::revoke(const AccessToken& token,
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

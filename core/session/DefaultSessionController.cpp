// SPDX-License-Identifier: MIT
#include "core/session/DefaultSessionController.h"

#include "core/cache/DocumentNames.h"
#include "core/crypto/RandomBytes.h"
#include "core/model/DeviceSession.h"
#include "core/session/SignInAttempt.h"

#include <QJsonDocument>

#include <utility>

namespace proconnect {
namespace {

constexpr int copyKeyBytes = 32;
constexpr std::chrono::minutes profilePause{1};
constexpr std::chrono::seconds profileRetry{5};

} // namespace

DefaultSessionController::DefaultSessionController(HttpChannel& channel, ApiClient& api, TokenKeeper& tokens,
                                                   SessionVault& vault, EncryptedStore& store,
                                                   const Clock& clock, QObject* parent)
    : SessionController(parent), m_channel(channel), m_api(api), m_tokens(tokens), m_vault(vault),
      m_store(store), m_clock(clock), m_farewell(channel, vault)
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
    const bool lockWanted = std::exchange(m_lockWanted, false);
    if (!m_secrets) {
        setState(State::SignedOut);
        return;
    }
    m_store.setKey(m_secrets->copyKey);
    m_store.sweep();
    if (lockWanted && !m_secrets->refreshToken.isEmpty()) {
        setState(State::Locked);
        forgetKeys();
        return;
    }
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

void DefaultSessionController::lock()
{
    m_lockWanted = m_state == State::Starting;
    if (m_state != State::SignedIn) {
        return;
    }
    abandonSignIn({FailureCode::Cancelled, QStringLiteral("locked"), {}});
    m_profileTimer.stop();
    m_profile = {};
    setState(State::Locked);
    Q_EMIT profileChanged();
    forgetKeys();
}

void DefaultSessionController::forgetKeys()
{
    const auto idle = [this] { return m_state == State::Locked && !m_attempt && m_secrets; };
    m_tokens.whenQuiet(this, [this, idle] {
        if (!idle()) {
            return;
        }
        m_tokens.close();
        m_vault.load(this, [this, idle](const std::optional<SessionSecrets>& kept) {
            // Without a key store, or with one that holds something older, they are nowhere else.
            if (idle() && kept && kept->serialized() == m_secrets->serialized()) {
                m_secrets.reset();
                m_store.setKey({});
            }
        });
    });
}

void DefaultSessionController::unlock()
{
    m_lockWanted = false;
    if (m_state != State::Locked) {
        return;
    }
    abandonSignIn({FailureCode::Cancelled, QStringLiteral("unlocked"), {}});
    m_tokens.whenQuiet(this, [this] {
        if (m_state != State::Locked) {
            return;
        }
        setState(State::Starting);
        if (m_secrets) {
            resume(SessionSecrets(*m_secrets), std::chrono::milliseconds(0));
            return;
        }
        m_vault.load(this, [this](std::optional<SessionSecrets> secrets) {
            const bool unanswered = !secrets && m_vault.keeping() == SecretKeeping::MemoryOnly;
            if (m_state == State::Starting && unanswered) {
                setState(State::Locked);
            } else if (m_state == State::Starting) {
                resume(std::move(secrets), std::chrono::milliseconds(0));
            }
        });
    });
}

void DefaultSessionController::beginSignIn(Browser browser, SignInStrength strength)
{
    dropAttempt();
    m_remembering.reset();
    if (m_state != State::Locked || m_secrets) {
        attempt(browser, strength);
        return;
    }
    m_remembering = std::make_unique<QObject>();
    m_vault.load(m_remembering.get(), [this, browser, strength](std::optional<SessionSecrets> secrets) {
        m_remembering.release()->deleteLater();
        if (!secrets && m_vault.keeping() == SecretKeeping::MemoryOnly) {
            Q_EMIT signInFailed({FailureCode::KeyStoreUnavailable, {}, {}});
            return;
        }
        m_secrets = std::move(secrets);
        if (!m_secrets) {
            setState(State::SignedOut); // erased by somebody else meanwhile
        }
        attempt(browser, strength);
    });
}

void DefaultSessionController::attempt(Browser browser, SignInStrength strength)
{
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
    connect(m_attempt, &SignInAttempt::failed, this, &DefaultSessionController::attemptFailed);
    if (m_state != State::SignedIn && m_state != State::Locked) {
        setState(State::SigningIn);
    }
    m_attempt->begin();
}

void DefaultSessionController::attemptFailed(const Failure& why)
{
    dropAttempt();
    if (m_state == State::SigningIn) {
        setState(State::SignedOut);
    }
    forgetKeys(); // of what is locked
    Q_EMIT signInFailed(why);
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
    const bool theirs = m_state == State::SignedIn || m_state == State::Locked;
    return m_secrets && (theirs || decisionsWait()) ? m_secrets->owner : QString();
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
    } else if (m_remembering) {
        m_remembering.reset();
        Q_EMIT signInFailed(why);
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
        m_farewell.revoke({grant.accessToken.toLatin1(), *m_attemptKey},
                          [](const std::optional<SignOutReply>&) {});
        attemptFailed({FailureCode::SignInOtherPerson, {}, profile.displayName()});
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
    if (why.argument == endedElsewhere) {
        // Whoever sits here may not be the person: what was decided here leaves no more either.
        m_store.wipe();
        m_store.setKey({});
        m_secrets.reset();
        m_vault.erase(this, [](bool) {}); // tried again at the next start when it did not succeed
    } else if (m_secrets) {
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
    const bool forgotten = m_state == State::Locked && !m_secrets;
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
    const auto parted = [this](const SignOutReport& report) { Q_EMIT signOutEnded(report); };
    if (!forgotten) {
        m_farewell.say(token, secrets, parted);
        return;
    }
    m_vault.load(this, [this, parted](const std::optional<SessionSecrets>& kept) {
        m_farewell.say(std::nullopt, kept, parted);
    });
}

} // namespace proconnect

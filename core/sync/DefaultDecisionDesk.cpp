// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDecisionDesk.h"

#include "core/jose/Jws.h"
#include "core/model/DeviceSession.h"
#include "core/net/RetryPolicy.h"
#include "core/session/SignInFreshness.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace proconnect {
namespace {

constexpr std::chrono::milliseconds tickTime{100};
constexpr std::chrono::milliseconds firstRetry{2'000};
constexpr qsizetype longestComment = 500;
/// From the end of the undo time to the service.
constexpr qint64 journeySeconds = 15;

bool needsSignIn(FailureCode code)
{
    return asksForSignIn(code) || code == FailureCode::SessionEnded || code == FailureCode::Unauthorized;
}

} // namespace

DefaultDecisionDesk::DefaultDecisionDesk(SessionController& session, TokenKeeper& tokens, ApiClient& api,
                                         EncryptedStore& store, const Clock& clock, QObject* parent)
    : DecisionDesk(parent), m_session(session), m_tokens(tokens), m_api(api), m_queue(store), m_clock(clock)
{
    m_ticker.setInterval(tickTime);
    m_retry.setSingleShot(true);
    connect(&m_ticker, &QTimer::timeout, this, &DefaultDecisionDesk::tick);
    connect(&m_retry, &QTimer::timeout, this, &DefaultDecisionDesk::sendWaiting);
    connect(&m_session, &SessionController::stateChanged, this, &DefaultDecisionDesk::followSession);
    connect(&m_session, &SessionController::signInFailed, this, [this] { m_signInAsked.reset(); });
    connect(&m_session, &SessionController::signedIn, this, [this] {
        ++m_signIns;
        m_signInAsked.reset();
        goOnAfterSignIn();
    });
    connect(&m_session, &SessionController::signedOut, this, [this](const Failure& why) {
        // Signed out by the person, here or from another computer: the queue was wiped with the rest.
        if (why.code == FailureCode::Cancelled || why.argument == endedElsewhere) {
            forget();
        }
        Q_EMIT pendingChanged();
    });
    followSession();
}

void DefaultDecisionDesk::forget()
{
    m_ticker.stop();
    m_retry.stop();
    m_entries.clear();
    m_remaining.clear();
    m_signInAskedFor.clear();
    m_signInAsked.reset();
    m_loaded = false;
}

void DefaultDecisionDesk::followSession()
{
    if (m_session.state() == SessionController::State::Locked) {
        forget(); // the queue has them: what was not released is asked about afterwards
        m_lockedAway = !m_queue.isEmpty();
        Q_EMIT pendingChanged();
        return;
    }
    if (m_session.state() != SessionController::State::SignedIn || m_loaded) {
        return;
    }
    m_loaded = true;
    m_entries = m_queue.read();
    if (!m_entries.isEmpty()) {
        Q_EMIT pendingChanged();
        m_retry.start(firstRetry);
    }
}

QList<PendingDecision> DefaultDecisionDesk::pending() const
{
    QList<PendingDecision> result;
    // Signed out, what someone decided is nobody's to read.
    if (m_session.state() == SessionController::State::SignedIn) {
        for (const OutgoingDecision& entry : m_entries) {
            result.append(entry.pending);
        }
    }
    return result;
}

bool DefaultDecisionDesk::keepsAny() const
{
    const bool locked = m_session.state() == SessionController::State::Locked;
    return !m_entries.isEmpty() || !m_queue.isEmpty() || (locked && m_lockedAway);
}

qsizetype DefaultDecisionDesk::indexOf(const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const OutgoingDecision& entry) {
        return entry.pending.decision.id == id;
    });
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

Outcome<QString> DefaultDecisionDesk::submit(Decision decision, const QString& person,
                                             const QString& portalName, SignInStrength needs)
{
    const auto& key = m_tokens.deviceKey();
    if (m_session.state() != SessionController::State::SignedIn || !key) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("nobody is signed in"), {}};
    }
    if (decision.comment.size() > longestComment) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("comment too long"), {}};
    }
    decision.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    decision.decidedAt = m_clock.now();
    QJsonObject claims = toJson(decision);
    claims.insert(QStringLiteral("iss"), key->thumbprint());
    const auto jws =
        Jws::sign(QJsonDocument(claims).toJson(QJsonDocument::Compact), *key, QStringLiteral("decision+jwt"));
    if (!jws) {
        return jws.failure();
    }
    const int seconds = static_cast<int>((m_undoTime.count() + 999) / 1000);
    OutgoingDecision entry{{decision, person, portalName, Stage::Undoable, seconds}, jws.value()};
    const auto place = m_queue.add(entry);
    if (!place) {
        return place.failure();
    }
    entry.place = place.value();
    m_entries.append(entry);
    m_remaining.insert(decision.id, m_undoTime.count());
    const QDateTime arrival = decision.decidedAt.addMSecs(m_undoTime.count()).addSecs(journeySeconds);
    if (signInSuffices(m_session.profile(), needs, arrival)) {
        startCountdown();
        Q_EMIT pendingChanged();
    } else {
        awaitSignIn(decision.id, needs, true);
    }
    return decision.id;
}

void DefaultDecisionDesk::goOnAfterSignIn()
{
    QStringList unasked; // an ordinary sign-in came in the way of the strong one
    for (OutgoingDecision& entry : m_entries) {
        PendingDecision& pending = entry.pending;
        if (pending.stage != Stage::AwaitingSignIn) {
            continue;
        }
        const QString id = pending.decision.id;
        if (!m_remaining.contains(id)) {
            pending.stage = Stage::Sending;
        } else if (pending.signIn == SignInStrength::HighEffect &&
                   m_signInAskedFor.value(id) != SignInStrength::HighEffect) {
            unasked.append(id);
        } else {
            // It never left: its undo time is before it. Should even this sign-in not do, the service says
            // so.
            pending.stage = Stage::Undoable;
            startCountdown();
        }
    }
    Q_EMIT pendingChanged();
    for (const QString& id : unasked) {
        awaitSignIn(id, SignInStrength::HighEffect, true);
    }
    sendWaiting();
}

void DefaultDecisionDesk::startCountdown()
{
    if (!m_ticker.isActive()) {
        m_sinceTick.start();
        m_ticker.start();
    }
}

void DefaultDecisionDesk::tick()
{
    const qint64 elapsed = m_sinceTick.restart();
    if (m_paused) {
        return;
    }
    bool changed = false;
    bool left = false;
    bool counting = false;
    for (OutgoingDecision& entry : m_entries) {
        if (entry.pending.stage != Stage::Undoable) {
            continue;
        }
        qint64& remaining = m_remaining[entry.pending.decision.id];
        remaining -= elapsed;
        const int seconds = static_cast<int>(std::max<qint64>(0, (remaining + 999) / 1000));
        changed = changed || seconds != entry.pending.secondsLeft;
        entry.pending.secondsLeft = seconds;
        if (remaining <= 0) {
            leave(entry);
            left = true;
        } else {
            counting = true;
        }
    }
    if (!counting) {
        m_ticker.stop();
    }
    if (left) {
        sendWaiting();
    }
    if (changed || left) {
        Q_EMIT pendingChanged();
    }
}

void DefaultDecisionDesk::leave(OutgoingDecision& entry)
{
    // Nothing is sent that would come back after a crash as never sent.
    entry.pending.stage = m_queue.release(entry.place) ? Stage::Sending : Stage::Held;
    entry.pending.secondsLeft = 0;
    m_remaining.remove(entry.pending.decision.id);
}

bool DefaultDecisionDesk::undo(const QString& id)
{
    const auto index = indexOf(id);
    if (index < 0 || !m_entries[index].pending.recallable()) {
        return false;
    }
    m_remaining.remove(id);
    if (!m_queue.drop(m_entries[index].place)) {
        setStage(id, Stage::Held); // it would come back at the next start: not undone, and not sent either
        return false;
    }
    const Decision decision = m_entries.takeAt(index).pending.decision;
    Q_EMIT pendingChanged();
    Q_EMIT undone(decision);
    return true;
}

void DefaultDecisionDesk::sendNow(const QString& id)
{
    const auto index = indexOf(id);
    if (index >= 0 && (m_entries[index].pending.stage == Stage::Undoable ||
                       m_entries[index].pending.stage == Stage::Held)) {
        leave(m_entries[index]);
        sendWaiting();
        Q_EMIT pendingChanged();
    }
}

void DefaultDecisionDesk::setCountdownPaused(bool paused)
{
    m_paused = paused;
}

void DefaultDecisionDesk::retryNow()
{
    if (m_retry.isActive()) {
        m_failures = 0;
        sendWaiting();
    }
}

void DefaultDecisionDesk::sendWaiting()
{
    m_retry.stop();
    const auto entries = m_entries; // an answer may change the list
    for (const OutgoingDecision& entry : entries) {
        const Stage stage = entry.pending.stage;
        if ((stage == Stage::Sending || stage == Stage::AwaitingNetwork) &&
            !m_underWay.contains(entry.pending.decision.id)) {
            send(entry);
        }
    }
}

void DefaultDecisionDesk::send(const OutgoingDecision& entry)
{
    const QString id = entry.pending.decision.id;
    HttpCall call;
    call.method = "POST";
    call.path = QStringLiteral("/v1/companies/%1/decisions").arg(entry.pending.decision.siren);
    call.contentType = "application/jose";
    call.body = entry.jws;
    m_underWay.insert(id, m_signIns);
    m_api.ask<DecisionReceipt>(call, this, [this, id](const Outcome<DecisionReceipt>& receipt) {
        answered(id, m_underWay.take(id), receipt);
    });
}

void DefaultDecisionDesk::answered(const QString& id, int signInsBefore,
                                   const Outcome<DecisionReceipt>& receipt)
{
    const auto index = indexOf(id);
    if (index < 0) {
        return; // signed out meanwhile
    }
    if (!receipt && needsSignIn(receipt.failure().code)) {
        if (signInsBefore != m_signIns) {
            send(m_entries[index]); // a sign-in came while the call was under way
            return;
        }
        const FailureCode why = receipt.failure().code;
        awaitSignIn(id, strengthFor(why), asksForSignIn(why));
        return;
    }
    if (!receipt && repeatsByItself(receipt.failure().code)) {
        awaitNetwork(id, receipt.failure().code);
        m_retry.start(pauseBefore(++m_failures, firstRetry));
        return;
    }
    m_failures = 0;
    const OutgoingDecision entry = m_entries.takeAt(index);
    // Where the disk forbids it, the next start sends again what was taken, and the service gives the same
    // answer. What was refused could be taken then: the person is asked first, if the disk allows that much.
    if (!m_queue.drop(entry.place) && !receipt) {
        (void)m_queue.hold(entry.place);
    }
    const Decision& decision = entry.pending.decision;
    Q_EMIT pendingChanged();
    if (receipt) {
        Q_EMIT taken(decision, receipt.value());
    } else {
        Q_EMIT refused(decision, receipt.failure());
    }
}

void DefaultDecisionDesk::awaitSignIn(const QString& id, SignInStrength strength, bool notTaken)
{
    PendingDecision& pending = m_entries[indexOf(id)].pending;
    pending.notTaken = notTaken;
    pending.signIn = strength;
    setStage(id, Stage::AwaitingSignIn);
    // Asked for by itself only once: a service that is never content must not reopen the sign-in for ever.
    const auto asked = m_signInAskedFor.constFind(id);
    if (asked != m_signInAskedFor.constEnd() && *asked >= strength) {
        return;
    }
    if (m_signInAsked && *m_signInAsked < strength) {
        return; // what is under way will not do: asked for after it
    }
    m_signInAskedFor.insert(id, strength);
    if (!m_signInAsked) {
        m_signInAsked = strength;
        Q_EMIT signInNeeded(strength);
    }
}

void DefaultDecisionDesk::awaitNetwork(const QString& id, FailureCode hindrance)
{
    PendingDecision& pending = m_entries[indexOf(id)].pending;
    if (pending.stage == Stage::AwaitingNetwork && pending.hindrance == hindrance) {
        return;
    }
    pending.stage = Stage::AwaitingNetwork;
    pending.hindrance = hindrance;
    Q_EMIT pendingChanged();
}

void DefaultDecisionDesk::setStage(const QString& id, Stage stage)
{
    const auto index = indexOf(id);
    if (index >= 0 && m_entries[index].pending.stage != stage) {
        m_entries[index].pending.stage = stage;
        Q_EMIT pendingChanged();
    }
}

} // namespace proconnect

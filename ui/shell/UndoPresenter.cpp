// SPDX-License-Identifier: MIT
#include "ui/shell/UndoPresenter.h"

#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/widgets/UndoBar.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

using Stage = PendingDecision::Stage;

/// The undo time of DESIGN.md.
constexpr int undoSeconds = 10;

/// Of a shared account, which is on one portal; departures name none.
bool isOfShared(const PendingDecision& pending)
{
    return !pending.portalName.isEmpty();
}

/// Whose account an acceptance closes; empty: nobody's.
QString replacedBy(const PendingDecision& pending)
{
    const Decision& decision = pending.decision;
    return decision.kind == DecisionKind::AcceptRequest && decision.departure ? decision.departure->person
                                                                              : QString();
}

QString departureCountdown(const PendingDecision& pending, const QString& seconds)
{
    const auto& terms = pending.decision.departure;
    if (isOfShared(pending)) {
        return withNames(qtTrId("undo.bar.wayout"), {pending.person, seconds});
    }
    if (terms && terms->at) {
        return withNames(qtTrId("undo.bar.departure.later"), {pending.person, seconds});
    }
    const auto accounts = terms ? static_cast<int>(terms->items.size()) : 0;
    return withNames(qtTrId("undo.bar.departure", accounts), {pending.person, seconds});
}

QString countdownOf(const PendingDecision& pending)
{
    const QString seconds = QString::number(pending.secondsLeft);
    const QString replaced = replacedBy(pending);
    switch (pending.decision.kind) {
    case DecisionKind::AcceptRequest:
        return replaced.isEmpty()
                   ? withNames(qtTrId("undo.bar.accept"), {pending.person, pending.portalName, seconds})
                   : withNames(qtTrId("undo.bar.replace"),
                               {pending.person, pending.portalName, replaced, seconds});
    case DecisionKind::RefuseRequest:
        return withNames(qtTrId("undo.bar.refuse"), {pending.person, seconds});
    case DecisionKind::CloseAccount:
        return withNames(qtTrId("undo.bar.close"), {pending.person, pending.portalName, seconds});
    case DecisionKind::CertifyAccount:
        return qtTrId("undo.bar.certify").arg(pending.portalName, seconds);
    case DecisionKind::AskComplement:
        return withNames(qtTrId("undo.bar.ask"), {pending.person, seconds});
    case DecisionKind::ForwardRequest:
        return withNames(qtTrId("undo.bar.forward"), {pending.person, seconds});
    case DecisionKind::StartDeparture:
        return departureCountdown(pending, seconds);
    case DecisionKind::StopDeparture:
        return withNames(qtTrId(isOfShared(pending) ? "undo.bar.wayout.stop" : "undo.bar.stop"),
                         {pending.person, seconds});
    case DecisionKind::DeclareClosed:
        return withNames(qtTrId("undo.bar.declare"), {pending.person, pending.portalName, seconds});
    case DecisionKind::RestoreAccount:
        return withNames(qtTrId("undo.bar.restore"), {pending.person, pending.portalName, seconds});
    case DecisionKind::NameAdministrator:
        return withNames(qtTrId("undo.bar.naming"), {pending.person, pending.portalName, seconds});
    }
    return {};
}

QString heldSentence(const PendingDecision& pending)
{
    const char* key = nullptr;
    switch (pending.decision.kind) {
    case DecisionKind::AcceptRequest:
        key = replacedBy(pending).isEmpty() ? QT_TRID_NOOP("undo.held.accept")
                                            : QT_TRID_NOOP("undo.held.replace");
        break;
    case DecisionKind::RefuseRequest:
        key = QT_TRID_NOOP("undo.held.refuse");
        break;
    case DecisionKind::CloseAccount:
        key = QT_TRID_NOOP("undo.held.close");
        break;
    case DecisionKind::CertifyAccount:
        key = QT_TRID_NOOP("undo.held.certify");
        break;
    case DecisionKind::AskComplement:
        key = QT_TRID_NOOP("undo.held.ask");
        break;
    case DecisionKind::ForwardRequest:
        key = QT_TRID_NOOP("undo.held.forward");
        break;
    case DecisionKind::StartDeparture:
        key = isOfShared(pending) ? QT_TRID_NOOP("undo.held.wayout") : QT_TRID_NOOP("undo.held.departure");
        break;
    case DecisionKind::StopDeparture:
        key = isOfShared(pending) ? QT_TRID_NOOP("undo.held.wayout.stop") : QT_TRID_NOOP("undo.held.stop");
        break;
    case DecisionKind::DeclareClosed:
        key = QT_TRID_NOOP("undo.held.declare");
        break;
    case DecisionKind::RestoreAccount:
        key = QT_TRID_NOOP("undo.held.restore");
        break;
    case DecisionKind::NameAdministrator:
        key = QT_TRID_NOOP("undo.held.naming");
        break;
    }
    return qtTrId("undo.held")
        .arg(withNames(qtTrId(key), {pending.person, pending.portalName, replacedBy(pending)}));
}

bool ofTheConnection(FailureCode hindrance)
{
    return hindrance == FailureCode::Offline || hindrance == FailureCode::TimedOut ||
           hindrance == FailureCode::ServiceUnavailable || hindrance == FailureCode::Cancelled;
}

/// The first sentence alone: the advice after it is for an act that was lost, and this one is not.
QString causeOf(FailureCode hindrance)
{
    // The usual text speaks of the disk of this computer; here it is the service's.
    return hindrance == FailureCode::StorageFull ? qtTrId("undo.wait.full")
                                                 : failureText({hindrance, {}, {}}).title;
}

bool canBeUndone(const PendingDecision& pending)
{
    return pending.recallable();
}

} // namespace

UndoPresenter::UndoPresenter(DecisionDesk& decisions, UndoBar& bar, QObject* parent)
    : QObject(parent), m_decisions(decisions), m_bar(bar)
{
    connect(&decisions, &DecisionDesk::pendingChanged, this, &UndoPresenter::refresh);
    connect(&decisions, &DecisionDesk::undone, this, [this] { m_bar.showUndone(); });
    connect(&bar, &UndoBar::undoClicked, this, &UndoPresenter::undoLatest);
    connect(&bar, &UndoBar::closeClicked, this, &UndoPresenter::sendShown);
    connect(&bar, &UndoBar::attended, this, [this](bool here) { m_decisions.setCountdownPaused(here); });
    refresh();
}

UndoPresenter::~UndoPresenter()
{
    // A view built anew, for another language say, takes the bar from under the mouse: no leave event comes.
    m_decisions.setCountdownPaused(false);
}

bool UndoPresenter::undoLatest()
{
    const QList<PendingDecision> pending = m_decisions.pending();
    const auto latest = std::find_if(pending.crbegin(), pending.crend(), canBeUndone);
    if (latest == pending.crend()) {
        return false;
    }
    return m_decisions.undo(QString(latest->decision.id));
}

void UndoPresenter::sendShown()
{
    if (m_awaitsSignIn) {
        Q_EMIT signInRequested();
    } else {
        m_decisions.sendNow(QString(m_shown));
    }
}

void UndoPresenter::refresh()
{
    const QList<PendingDecision> pending = m_decisions.pending();
    const auto undoable = static_cast<int>(std::count_if(
        pending.cbegin(), pending.cend(), [](const auto& one) { return one.stage == Stage::Undoable; }));
    const auto latest = std::find_if(pending.crbegin(), pending.crend(), canBeUndone);
    if (latest != pending.crend()) {
        m_shown = latest->decision.id;
        m_awaitsSignIn = latest->stage == Stage::AwaitingSignIn;
        if (latest->stage == Stage::Held) {
            m_bar.showQuestion(heldSentence(*latest), qtTrId("undo.held.send"), QStringLiteral("warning"));
            return;
        }
        if (m_awaitsSignIn) {
            m_bar.showQuestion(qtTrId("undo.wait.signin"), qtTrId("undo.signin"), QStringLiteral("lock"));
            return;
        }
        if (undoable == 1) {
            m_bar.showCountdown(countdownOf(*latest), latest->secondsLeft, undoSeconds);
            return;
        }
        int next = latest->secondsLeft;
        for (const PendingDecision& one : pending) {
            if (one.stage == Stage::Undoable) {
                next = qMin(next, one.secondsLeft);
            }
        }
        m_bar.showCountdown(qtTrId("undo.bar.many", undoable).arg(next), next, undoSeconds);
        return;
    }
    m_shown.clear();
    m_awaitsSignIn = false;
    if (pending.isEmpty()) {
        if (!m_bar.showsUndone()) {
            m_bar.dismiss();
        }
        return;
    }
    switch (pending.constLast().stage) {
    case Stage::AwaitingNetwork:
        if (ofTheConnection(pending.constLast().hindrance)) {
            m_bar.showNotice(qtTrId("undo.wait.network"), QStringLiteral("offline"));
        } else {
            m_bar.showNotice(qtTrId("undo.wait.cause").arg(causeOf(pending.constLast().hindrance)),
                             QStringLiteral("warning"));
        }
        return;
    case Stage::AwaitingSignIn:
        m_bar.showNotice(qtTrId("undo.wait.signin"), QStringLiteral("lock"));
        return;
    default:
        m_bar.showNotice(qtTrId("undo.sending"), QStringLiteral("sync"));
    }
}

} // namespace proconnect::ui

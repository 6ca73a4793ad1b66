// SPDX-License-Identifier: MIT
#include "ui/text/HistoryText.h"

#include "ui/text/FindingText.h"
#include "ui/text/NamedText.h"

namespace proconnect::ui {
namespace {

/// `by` where somebody is known, `alone` where nobody is; %1 the person, %2 what it is about.
QString told(const AccountEvent& event, const QString& by, const QString& alone)
{
    return event.by.isEmpty() ? withNames(alone, {QString(), event.what})
                              : withNames(by, {event.by, event.what});
}

} // namespace

QString HistoryText::when(const AccountEvent& event) const
{
    const QString day = m_dates.longDate(event.day);
    return event.at ? qtTrId("acc.history.when").arg(day, m_dates.clock(*event.at)) : day;
}

QString HistoryText::what(const AccountEvent& event)
{
    switch (event.kind) {
    case AccountEvent::Kind::Opened:
        return qtTrId("acc.history.opened");
    case AccountEvent::Kind::RequestReceived:
        return withNames(qtTrId("acc.history.asked"), {QString(), event.what});
    case AccountEvent::Kind::RequestAccepted:
        return told(event, qtTrId("acc.history.accepted.by"), qtTrId("acc.history.accepted"));
    case AccountEvent::Kind::RequestAcceptedInPart:
        return told(event, qtTrId("acc.history.limited.by"), qtTrId("acc.history.limited"));
    case AccountEvent::Kind::RequestRefused:
        return told(event, qtTrId("acc.history.refused.by"), qtTrId("acc.history.refused"));
    case AccountEvent::Kind::RequestWithdrawn:
        return withNames(qtTrId("acc.history.withdrawn"), {QString(), event.what});
    case AccountEvent::Kind::RequestExpired:
        return withNames(qtTrId("acc.history.expired"), {QString(), event.what});
    case AccountEvent::Kind::InsteadOfShared:
        return told(event, qtTrId("acc.history.own.by"), qtTrId("acc.history.own"));
    case AccountEvent::Kind::Certified:
        return qtTrId("acc.history.certified");
    case AccountEvent::Kind::SuccessorNamed:
        return told(event, qtTrId("acc.history.successor.by"), qtTrId("acc.history.successor"));
    case AccountEvent::Kind::SetAside:
        return withNames(event.by.isEmpty() ? qtTrId("acc.history.aside") : qtTrId("acc.history.aside.by"),
                         {event.by, FindingText::badge(event.finding).text});
    case AccountEvent::Kind::ClosingDecided:
        return told(event, qtTrId("acc.history.closing.by"), qtTrId("acc.history.closing"));
    case AccountEvent::Kind::ClosingAsked:
        return qtTrId("acc.history.closing.asked");
    case AccountEvent::Kind::ClosingFailed:
        return qtTrId("acc.history.closing.failed");
    case AccountEvent::Kind::Closed:
        return qtTrId("acc.history.closed");
    case AccountEvent::Kind::DeclaredClosed:
        return qtTrId("acc.history.declared");
    case AccountEvent::Kind::Restored:
        return qtTrId("acc.history.restored");
    case AccountEvent::Kind::HolderLeft:
        return qtTrId("acc.history.left");
    case AccountEvent::Kind::LastUsed:
        return qtTrId("acc.history.used");
    }
    return {};
}

} // namespace proconnect::ui

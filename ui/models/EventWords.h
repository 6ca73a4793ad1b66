// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

namespace proconnect::ui {

/// What a line of the journal says, by its kind.
struct EventWords
{
    const char* kind; ///< of the journal's line
    const char* id;
};

/// %1 is the person, %2 the portal.
inline constexpr std::array eventsOfPeople{
    EventWords{"request.received", "event.request.received"},
    EventWords{"request.complementGiven", "event.request.complement"},
    EventWords{"request.withdrawn", "event.request.withdrawn"},
    EventWords{"request.expired", "event.request.expired"},
    EventWords{"request.acceptedAtOnce", QT_TRID_NOOP("event.request.acceptedAtOnce")},
    EventWords{"request.blocked", QT_TRID_NOOP("event.request.blocked")},
    EventWords{"account.closed", "event.account.closed"},
    EventWords{"account.closureFailed", "event.account.closureFailed"},
    EventWords{"account.reopened", "event.account.reopened"},
    EventWords{"account.certified", "event.account.certified"},
    EventWords{"account.certificationFailed", "event.account.certificationFailed"},
    EventWords{"account.stillOpen", QT_TRID_NOOP("event.account.stillOpen")},
    EventWords{"account.restored", QT_TRID_NOOP("event.account.restored")},
    EventWords{"account.restoreFailed", QT_TRID_NOOP("event.account.restoreFailed")},
    EventWords{"account.administratorNamed", QT_TRID_NOOP("event.account.administratorNamed")},
    EventWords{"account.namingFailed", QT_TRID_NOOP("event.account.namingFailed")},
    EventWords{"account.openingFailed", QT_TRID_NOOP("event.account.openingFailed")},
    EventWords{"account.openedBeyond", QT_TRID_NOOP("event.account.openedBeyond")},
    EventWords{"wayOut.closed", QT_TRID_NOOP("event.wayOut.closed")},
    EventWords{"wayOut.gone", QT_TRID_NOOP("event.wayOut.gone")},
    EventWords{"wayOut.mandateEnded", QT_TRID_NOOP("event.wayOut.mandateEnded")},
    EventWords{"wayOut.putOff", QT_TRID_NOOP("event.wayOut.putOff")},
    EventWords{"replacement.closed", QT_TRID_NOOP("event.replacement.closed")},
    EventWords{"replacement.gone", QT_TRID_NOOP("event.replacement.gone")},
    EventWords{"replacement.mandateEnded", QT_TRID_NOOP("event.replacement.mandateEnded")},
    EventWords{"replacement.putOff", QT_TRID_NOOP("event.replacement.putOff")},
    EventWords{"replacement.unanswered", QT_TRID_NOOP("event.replacement.unanswered")},
    EventWords{"departure.closed", QT_TRID_NOOP("event.departure.closed")},
    EventWords{"departure.mandateEnded", QT_TRID_NOOP("event.departure.mandateEnded")},
    EventWords{"departure.putOff", QT_TRID_NOOP("event.departure.putOff")},
};

/// %1 is the delegate.
inline constexpr std::array eventsOfDelegates{
    EventWords{"delegation.proposed", QT_TRID_NOOP("event.delegation.proposed")},
    EventWords{"delegation.takenUp", QT_TRID_NOOP("event.delegation.takenUp")},
    EventWords{"delegation.declined", QT_TRID_NOOP("event.delegation.declined")},
    EventWords{"delegation.renounced", QT_TRID_NOOP("event.delegation.renounced")},
    EventWords{"delegation.suspended", QT_TRID_NOOP("event.delegation.suspended")},
    EventWords{"delegation.resumed", QT_TRID_NOOP("event.delegation.resumed")},
    EventWords{"delegation.revoked", QT_TRID_NOOP("event.delegation.revoked")},
    EventWords{"delegation.confirmed", QT_TRID_NOOP("event.delegation.confirmed")},
    EventWords{"delegation.started", QT_TRID_NOOP("event.delegation.started")},
    EventWords{"delegation.expired", QT_TRID_NOOP("event.delegation.expired")},
    EventWords{"delegation.lapsed", QT_TRID_NOOP("event.delegation.lapsed")},
    EventWords{"delegation.mandateEnded", QT_TRID_NOOP("event.delegation.mandateEnded")},
    EventWords{"delegation.stranger", QT_TRID_NOOP("event.delegation.stranger")},
};

/// %1 is who acted, %2 the person, %3 the portal.
inline constexpr std::array eventsByActors{
    EventWords{"request.accepted", "event.request.accepted"},
    EventWords{"request.refused", "event.request.refused"},
    EventWords{"request.complementAsked", QT_TRID_NOOP("event.request.asked")},
    EventWords{"request.forwarded", QT_TRID_NOOP("event.request.forwarded")},
    EventWords{"account.closing", "event.account.closing"},
    EventWords{"account.declaredClosed", QT_TRID_NOOP("event.account.declaredClosed")},
    EventWords{"account.restoring", QT_TRID_NOOP("event.account.restoring")},
    EventWords{"account.naming", QT_TRID_NOOP("event.account.naming")},
    EventWords{"departure.started", QT_TRID_NOOP("event.departure.started")},
    EventWords{"wayOut.started", QT_TRID_NOOP("event.wayOut.started")},
    EventWords{"wayOut.stopped", QT_TRID_NOOP("event.wayOut.stopped")},
    EventWords{"replacement.started", QT_TRID_NOOP("event.replacement.started")},
    EventWords{"replacement.stopped", QT_TRID_NOOP("event.replacement.stopped")},
    EventWords{"departure.stopped", QT_TRID_NOOP("event.departure.stopped")},
    EventWords{"accounts.handedIn", QT_TRID_NOOP("event.accounts.handedIn")},
    EventWords{"accounts.replaced", QT_TRID_NOOP("event.accounts.replaced")},
    EventWords{"finding.setAside", QT_TRID_NOOP("event.finding.setAside")},
    EventWords{"finding.putBack", QT_TRID_NOOP("event.finding.putBack")},
    EventWords{"person.linked", QT_TRID_NOOP("event.person.linked")},
    EventWords{"person.toldApart", QT_TRID_NOOP("event.person.toldApart")},
};

} // namespace proconnect::ui

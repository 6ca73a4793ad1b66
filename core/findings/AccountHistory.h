// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// Something that happened to one account.
struct AccountEvent
{
    enum class Kind {
        Opened,                ///< the portal says that it made the account on that day
        RequestReceived,       ///< its holder asked for access; `what`: the request's reference
        RequestAccepted,       ///< `what` as above, and in the next four
        RequestAcceptedInPart, ///< with fewer rights, or until a day
        RequestRefused,
        RequestWithdrawn,
        RequestExpired,
        InsteadOfShared, ///< decided as a person's own in place of a shared account
        Certified,
        SuccessorNamed, ///< somebody takes its administrator's role over
        SetAside,       ///< `finding`, left as it is
        ClosingDecided, ///< with its holder's departure, or as the way out of a shared account
        ClosingAsked,   ///< the portal is asked, or a letter is to be sent
        ClosingFailed,
        Closed,         ///< the portal said so
        DeclaredClosed, ///< the company said so
        Restored,
        HolderLeft, ///< declared on the portal
        LastUsed,
    };

    Kind kind = Kind::Opened;
    QDate day;                   ///< in Paris
    std::optional<QDateTime> at; ///< where more than the day is known
    QString by = {};             ///< who decided; empty: nobody who is known by name
    QString what = {};           ///< see Kind
    FindingKind finding = FindingKind::Shared;

    friend bool operator==(const AccountEvent&, const AccountEvent&) = default;
};

/// What the company's data tell of `account`'s past, latest first. It is no journal: of a step that went on
/// only the last state is known, and departures that ended a month ago are no longer in the data. Requests
/// are its holder's where address and portal are the same.
[[nodiscard]] QList<AccountEvent> historyOf(const CompanySnapshot& company, const PortalAccount& account);

} // namespace proconnect

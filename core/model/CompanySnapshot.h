// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/AccountNotes.h"
#include "core/model/Company.h"
#include "core/model/Departure.h"
#include "core/model/Portal.h"
#include "core/model/PortalAccount.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace proconnect {

/// A line of the company's journal, already a sentence for the reader.
struct JournalLine
{
    qint64 sequence = 0;
    QDateTime at;
    QString kind;   ///< "request.received", "request.accepted", "account.closed"...
    QString person; ///< whom it is about; may be empty
    QString actor;  ///< who did it; empty: the service
    QString portal;

    friend bool operator==(const JournalLine&, const JournalLine&) = default;
};

/// Everything the application shows of one company, at one instant.
struct CompanySnapshot
{
    qint64 cursor = 0; ///< position in the company's changes; grows
    QDateTime asOf;    ///< instant at which the service wrote it
    Company company;
    QList<Portal> portals;
    QList<AccessRequest> requests;
    AccountList accounts;
    QList<PortalSource> sources;
    ContactEmail contactEmail;
    QList<JournalLine> journal; ///< latest first, at most 20
    QList<SetAside> setAside;
    QList<PersonLink> personLinks;
    QList<Departure> departures; ///< latest first; of those closed for 30 days the latest alone
    QList<Departure> waysOut;    ///< of shared and replaced accounts; none closed for 30 days

    friend bool operator==(const CompanySnapshot&, const CompanySnapshot&) = default;
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FindingKind.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace proconnect {

/// A finding that somebody chose to leave as it is until a day, and why.
struct SetAside
{
    QString account; ///< PortalAccount::id
    FindingKind kind = FindingKind::Shared;
    QString reason;
    QDate until;     ///< the last day on which it counts, in Paris
    QString by = {}; ///< who said so
    QDateTime at = {};

    friend bool operator==(const SetAside&, const SetAside&) = default;
};

/// What is asked of the service to set a finding aside. A day that is over puts it back.
struct SetAsideOrder
{
    QString account;
    FindingKind kind = FindingKind::Shared;
    QString reason;
    QDate until;

    friend bool operator==(const SetAsideOrder&, const SetAsideOrder&) = default;
};

/// What somebody said of addresses that bear one name: they are one person's, or they are not.
struct PersonLink
{
    QStringList addresses;
    bool same = true;
    QString by = {};
    QDateTime at = {};

    friend bool operator==(const PersonLink&, const PersonLink&) = default;
};

/// What is asked of the service to remember of addresses. What was said of the same ones before is forgotten.
struct PersonLinkOrder
{
    QStringList addresses;
    bool same = true;

    friend bool operator==(const PersonLinkOrder&, const PersonLinkOrder&) = default;
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/AccountFilter.h"

#include <QString>

namespace proconnect::ui {

/// Something that nobody asked for, and that deserves a look.
struct WatchItem
{
    enum class Kind {
        Unfinished, ///< a departure that is not over
        Replaced,   ///< an account that somebody took over from, and that nobody closes by itself
        Departures,
        ContactEmail,
        FormerDirector,
        Administrators,
        Mandates,
        Addresses,
        Shared
    };

    Kind kind = Kind::Shared;
    QString title;
    QString body;
    QString action;
    QString search;                             ///< what to search in the accounts; may be empty
    AccountFilter filter = AccountFilter::Open; ///< else, which of them to show
    QString departure = {};                     ///< what to open on the page of departures; may be empty
    QString request = {};                       ///< which to open on the page of requests; may be empty

    friend bool operator==(const WatchItem&, const WatchItem&) = default;
};

} // namespace proconnect::ui

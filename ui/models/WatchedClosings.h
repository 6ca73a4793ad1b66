// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "ui/models/WatchItem.h"
#include "ui/text/AccountText.h"

#include <QList>

namespace proconnect::ui {

/// Closings that were decided and are not over, as the home screen lists them.
class WatchedClosings
{
public:
    explicit WatchedClosings(AccountText text) : m_text(std::move(text)) {}

    /// Departures, then accounts taken over that wait for the company, then ways out of shared ones; few
    /// lines of each.
    [[nodiscard]] QList<WatchItem> items() const;

private:
    void addUnfinished(QList<WatchItem>& items, qsizetype mostApart) const;
    void addReplacements(QList<WatchItem>& items, const QList<Departure>& replacements) const;
    void addWaysOut(QList<WatchItem>& items) const;
    /// Those that do not go on by themselves, the most urgent first.
    [[nodiscard]] QList<Departure> stuckReplacements() const;
    [[nodiscard]] QString requestOf(const Departure& replacement) const;

    AccountText m_text;
};

} // namespace proconnect::ui

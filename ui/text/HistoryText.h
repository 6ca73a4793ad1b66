// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountHistory.h"
#include "ui/text/DateText.h"

namespace proconnect::ui {

/// What the screens say of an account's past.
class HistoryText
{
public:
    explicit HistoryText(DateText dates) : m_dates(std::move(dates)) {}

    /// "24 novembre 2026", with the hour where it is known.
    [[nodiscard]] QString when(const AccountEvent& event) const;
    /// "Demande PC-2026-001021 acceptée par Claire Fabre"
    [[nodiscard]] static QString what(const AccountEvent& event);

private:
    DateText m_dates;
};

} // namespace proconnect::ui

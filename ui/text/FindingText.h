// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "ui/text/AccountText.h"

namespace proconnect::ui {

/// What the screens say of a finding: the fact, why it matters, what to do next. No blame in any word.
class FindingText
{
public:
    explicit FindingText(const AccountText& text) : m_text(text) {}

    [[nodiscard]] static BadgeContent badge(FindingKind kind);
    /// `lastDay`: the holder's last day of work, where the finding is about it.
    [[nodiscard]] QString fact(FindingKind kind, const PortalAccount& account,
                               std::optional<QDate> lastDay) const;
    [[nodiscard]] static QString why(FindingKind kind);
    [[nodiscard]] QString nextStep(FindingKind kind, const PortalAccount& account) const;
    /// Until when somebody set it aside, who, and the reason in their words.
    [[nodiscard]] QString setAside(const SetAside& one) const;

private:
    const AccountText& m_text;
};

} // namespace proconnect::ui

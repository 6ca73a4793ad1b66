// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Orphan.h"
#include "ui/text/AccountText.h"

namespace proconnect::ui {

/// What is said of somebody who takes over from an administrator who has left.
class SubstitutionText
{
public:
    explicit SubstitutionText(AccountText text) : m_text(std::move(text)) {}

    /// What the portal does, before anything is decided: one sentence a line.
    [[nodiscard]] QString consequence(const PortalAccount& orphan, const PortalAccount& successor) const;
    /// Which account of theirs names them: "impots.gouv.fr · IMP-36b5d0bd · claire@fabre.example".
    [[nodiscard]] QString which(const PortalAccount& successor) const;
    /// The sentence that the decision is signed with.
    [[nodiscard]] QString shown(const PortalAccount& orphan, const PortalAccount& successor) const;
    /// How far it is, and what to do when the portal refused or is late; empty when nobody was named.
    [[nodiscard]] QString status(const PortalAccount& orphan) const;

    [[nodiscard]] const AccountText& accounts() const { return m_text; }

private:
    /// The same as a sentence.
    [[nodiscard]] QString account(const PortalAccount& successor) const;
    /// Which role of theirs the new one replaces; empty: they have none, or the same.
    [[nodiscard]] static QString losesRole(const PortalAccount& orphan, const PortalAccount& successor);
    /// Whoever was named, as the portal names them.
    [[nodiscard]] QString successorOf(const PortalAccount& orphan) const;
    [[nodiscard]] QString role(const PortalAccount& orphan) const;

    AccountText m_text;
};

} // namespace proconnect::ui

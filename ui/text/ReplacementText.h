// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Replacement.h"
#include "ui/text/AccountText.h"

namespace proconnect::ui {

/// What is said of an account that somebody takes over with the request that the company accepts.
class ReplacementText
{
public:
    explicit ReplacementText(AccountText text) : m_text(std::move(text)) {}

    /// The portal's word that the person takes over from somebody; empty: it says of none, or it can be left
    /// alone (closed, or closing).
    [[nodiscard]] QString said(const AccessRequest& request) const;
    /// "Délégataire · IMP-36b5d0bd · dernière connexion hier"
    [[nodiscard]] QString which(const PortalAccount& account) const;
    /// What follows from closing the account with the acceptance; one sentence a line.
    [[nodiscard]] QString consequence(const AccessRequest& request, const PortalAccount& account) const;
    /// Why that cannot be.
    [[nodiscard]] QString fault(ReplacementFault fault, const PortalAccount& account) const;
    /// The sentence that the decision is signed with, after that of the acceptance.
    [[nodiscard]] QString shown(const AccessRequest& request, const PortalAccount& account) const;

    /// What the closing waits for, or how far it is.
    [[nodiscard]] QString status(const Departure& replacement) const;

    [[nodiscard]] const AccountText& accounts() const { return m_text; }

private:
    [[nodiscard]] QString waiting(const Departure& replacement) const;
    /// By the portal's data the account of whoever takes over does what was granted.
    [[nodiscard]] bool works(const Departure& replacement) const;

    AccountText m_text;
};

} // namespace proconnect::ui

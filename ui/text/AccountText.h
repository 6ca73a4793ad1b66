// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/FindingSet.h"
#include "core/model/PortalAccount.h"
#include "ui/text/BadgeContent.h"
#include "ui/text/CompanyText.h"
#include "ui/text/DateText.h"

namespace proconnect::ui {

/// What the screens say of an account on a portal.
class AccountText
{
public:
    AccountText(CompanyText company, DateText dates) : m_company(company), m_dates(std::move(dates)) {}

    /// The holder, or the address of an account that belongs to nobody in particular.
    [[nodiscard]] static QString holder(const PortalAccount& account);
    /// How much the account deserves a look; higher first, zero for nothing. `findings`: those that nobody
    /// set aside; the same below.
    [[nodiscard]] static int attention(const PortalAccount& account, FindingSet findings);

    [[nodiscard]] QString possible(const PortalAccount& account) const;
    /// The same on one line.
    [[nodiscard]] QString possibleInBrief(const PortalAccount& account) const;
    [[nodiscard]] QString places(const PortalAccount& account) const;
    /// "hier", "il y a 3 mois", "ce matin, depuis 3 postes"; "Non communiquée" when the portal does not say
    [[nodiscard]] QString lastUse(const PortalAccount& account) const;
    [[nodiscard]] static BadgeContent state(const PortalAccount& account, FindingSet findings);
    /// How far a closure is, and what the portal said of it; empty for an ordinary account.
    [[nodiscard]] QString stateReason(const PortalAccount& account) const;

    /// True when the data of `portal` are not known to be those of now.
    [[nodiscard]] bool stale(const QString& portal) const;
    /// "aujourd’hui à 08:00, directement du portail"; says so when the portal never answered
    [[nodiscard]] QString source(const QString& portal) const;
    /// "au 20 nov."
    [[nodiscard]] QString sourceDate(const QString& portal) const;
    /// E19 for a portal that does not respond, or that never did; empty when its data are fresh.
    [[nodiscard]] QString sourceTrouble(const QString& portal) const;

    /// A whole sentence for a screen reader.
    [[nodiscard]] QString accessible(const PortalAccount& account, FindingSet findings) const;

    [[nodiscard]] const CompanyText& company() const { return m_company; }
    [[nodiscard]] const DateText& dates() const { return m_dates; }

private:
    CompanyText m_company;
    DateText m_dates;
};

} // namespace proconnect::ui

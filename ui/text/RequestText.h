// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "ui/text/BadgeContent.h"
#include "ui/text/CompanyText.h"
#include "ui/text/DateText.h"

namespace proconnect::ui {

/// What the screens say of a request for access. Words of the person and of the portal pass through
/// unchanged: the caller shows them as plain text.
class RequestText
{
public:
    RequestText(CompanyText company, DateText dates) : m_company(company), m_dates(std::move(dates)) {}

    /// An answer is needed today or tomorrow: a declaration is due, or the portal is about to cancel.
    [[nodiscard]] bool urgent(const AccessRequest& request) const;

    /// "Karim Haddad demande l’accès à impots.gouv.fr"
    [[nodiscard]] QString title(const AccessRequest& request) const;
    /// "impots.gouv.fr · Déclarer la TVA"
    [[nodiscard]] QString summary(const AccessRequest& request) const;
    /// "Comptable · reçue aujourd’hui à 09:12"
    [[nodiscard]] QString origin(const AccessRequest& request) const;
    /// "Reçue à 09:12"
    [[nodiscard]] QString received(const AccessRequest& request) const;
    /// What the account will allow, in the portal's words.
    [[nodiscard]] QString possible(const AccessRequest& request) const;
    /// The same on one line.
    [[nodiscard]] QString possibleInBrief(const AccessRequest& request) const;
    /// "TVA d’octobre, aujourd’hui avant 23 h 59. Isabelle Roche peut aussi la déposer."; empty without
    /// deadline
    [[nodiscard]] QString deadline(const AccessRequest& request) const;
    /// What happens, and when, if nobody answers.
    [[nodiscard]] QString withoutAnswer(const AccessRequest& request) const;
    /// "3 : URSSAF, Net-entreprises et portailpro"
    [[nodiscard]] QString existingAccounts(const AccessRequest& request) const;
    /// One sentence with its reason per fact worth a look.
    [[nodiscard]] QStringList risks(const AccessRequest& request) const;
    [[nodiscard]] QList<BadgeContent> badges(const AccessRequest& request) const;

    /// "Acceptée par Claire Fabre le 21 oct. à 07:30"; empty while open
    [[nodiscard]] QString outcome(const AccessRequest& request) const;
    /// Rights that were not granted, in the portal's words; empty: all were.
    [[nodiscard]] static QString withheld(const AccessRequest& request);
    [[nodiscard]] BadgeContent outcomeBadge(const AccessRequest& request) const;
    /// Whether the portal has taken the answer; empty when there is nothing to hand back.
    [[nodiscard]] QString handBack(const AccessRequest& request) const;

    /// A whole sentence for a screen reader.
    [[nodiscard]] QString accessible(const AccessRequest& request) const;

    [[nodiscard]] const CompanyText& company() const { return m_company; }
    [[nodiscard]] const DateText& dates() const { return m_dates; }

private:
    [[nodiscard]] QString risk(RiskFact fact, const AccessRequest& request) const;
    [[nodiscard]] QString departure(const AccessRequest& request) const;

    CompanyText m_company;
    DateText m_dates;
};

/// The words of a coded reason of refusal, as in D-03.
[[nodiscard]] QString refusalReasonText(const QString& code);

} // namespace proconnect::ui

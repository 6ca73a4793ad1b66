// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/companies/CompanyStore.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Sees to it that everybody who shared an account gets one of their own: the portal opens it where it does
/// that, else they are asked to register there; either way they get a message.
class NewcomerInvitations
{
public:
    NewcomerInvitations(AccountStore accounts, const PortalDirectory& portals, MailTexts texts,
                        CompanyStore companies)
        : m_accounts(accounts), m_portals(portals), m_texts(std::move(texts)), m_companies(companies)
    {}

    /// In the caller's transaction: fills in the newcomers of `departure`, adds orders and messages to
    /// `effect`. Failures: InvalidRequest ("newcomers": one of them cannot be, or has an account there that
    /// does not do what they are to do), EmailInvalid, StrongSignInNeeded (a portal is to give an
    /// administrator's role or a payment right), those of the database.
    [[nodiscard]] Outcome<Done> invite(QSqlDatabase& connection, const DecisionContext& context,
                                       const PortalAccount& shared, Departure& departure,
                                       DecisionEffect& effect) const;

private:
    /// Whom the company names, in the order of the terms.
    [[nodiscard]] Outcome<QList<NewcomerProgress>>
    newcomersOf(QSqlDatabase& connection, const DecisionContext& context, const PortalAccount& shared) const;
    [[nodiscard]] Outcome<QString> companyName(QSqlDatabase& connection, const QString& siren) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    MailTexts m_texts;
    CompanyStore m_companies;
};

} // namespace proconnect::service

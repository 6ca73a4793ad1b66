// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/companies/CompanyStore.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"
#include "service/requests/RequestStore.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Sees to it that everybody who shared an account gets one of their own: the portal opens it where it does
/// that, else they are asked to register there; either way they get a message, unless they have asked for
/// one themselves.
class NewcomerInvitations
{
public:
    NewcomerInvitations(AccountStore accounts, const PortalDirectory& portals, MailTexts texts,
                        CompanyStore companies, RequestStore requests)
        : m_accounts(accounts), m_portals(portals), m_texts(std::move(texts)), m_companies(companies),
          m_requests(requests)
    {}

    /// In the caller's transaction: fills in the newcomers of `departure`, adds orders and messages to
    /// `effect`. Failures: InvalidRequest ("items": nobody shares this account; "newcomers": one of them
    /// cannot be, or has an account there that does not do what they are to do), EmailInvalid (the argument
    /// is the name), StrongSignInNeeded (a portal is to give an administrator's role or a payment right),
    /// those of the database.
    [[nodiscard]] Outcome<Done> invite(QSqlDatabase& connection, const DecisionContext& context,
                                       const PortalAccount& shared, Departure& departure,
                                       DecisionEffect& effect) const;
    /// The message by which somebody is asked to register for what they are to do.
    [[nodiscard]] Outcome<Mail> registration(QSqlDatabase& connection, const QString& siren,
                                             const PortalAccount& shared, const Newcomer& newcomer) const;

private:
    /// Whom the company names, in the order of the terms.
    [[nodiscard]] Outcome<QList<NewcomerProgress>>
    newcomersOf(QSqlDatabase& connection, const DecisionContext& context, const PortalAccount& shared) const;
    [[nodiscard]] Outcome<Mail> opening(QSqlDatabase& connection, const QString& siren,
                                        const PortalAccount& shared, const Newcomer& newcomer) const;
    [[nodiscard]] Outcome<QString> companyName(QSqlDatabase& connection, const QString& siren) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    MailTexts m_texts;
    CompanyStore m_companies;
    RequestStore m_requests;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/AccountReplacement.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/decisions/RequestForwarding.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestStore.h"
#include "service/requests/RequesterBlocks.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Accepts and refuses requests, asks for a complement, forwards to a delegate (domain 4.3, guards on every
/// decision).
class RequestDecisions
{
public:
    RequestDecisions(RequestStore requests, AccountStore accounts, const PortalDirectory& portals,
                     const MailTexts& texts, RequestForwarding forwarding, AccountReplacement replacements,
                     RequesterBlocks blocks, const DirectorNotice& notice)
        : m_requests(requests), m_accounts(accounts), m_portals(portals), m_texts(texts),
          m_forwarding(std::move(forwarding)), m_replacements(replacements), m_blocks(blocks),
          m_notice(notice)
    {}

    /// Changes the request in the caller's transaction. Failures: RequestGone (unknown, withdrawn, expired),
    /// AlreadyDecided (the argument says by whom and when), VersionChanged, NotAllowed (one's own request,
    /// unless one was recognised as the director at the deposit, or beyond a delegation; those of
    /// RequestForwarding), StrongSignInNeeded (accepting what is of high effect, or one's own),
    /// InvalidRequest (no reason; a date in the past or later than asked for; rights that were not asked for;
    /// no question; an account to close with another answer than yes), Conflict (a question was put before),
    /// those of AccountReplacement.
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection, const DecisionContext& context,
                                                const QString& companyName) const;

private:
    [[nodiscard]] Outcome<DecisionEffect> answer(QSqlDatabase& connection, StoredRequest& stored,
                                                 const DecisionContext& context,
                                                 const QString& companyName) const;
    /// Who said "I do not know this person" hears no more of this address.
    [[nodiscard]] Outcome<Done> noteRequester(QSqlDatabase& connection, const StoredRequest& stored,
                                              const DecisionContext& context) const;
    [[nodiscard]] Outcome<DecisionEffect> ask(StoredRequest& stored, const DecisionContext& context,
                                              const QString& companyName) const;
    [[nodiscard]] Outcome<StoredRequest> decidable(QSqlDatabase& connection,
                                                   const DecisionContext& context) const;
    /// As they are shown now.
    [[nodiscard]] Outcome<Done> freezeFacts(QSqlDatabase& connection, StoredRequest& stored,
                                            const QDateTime& now) const;
    [[nodiscard]] Mail answerMail(const StoredRequest& stored, const Decision& decision,
                                  const QString& companyName) const;

    RequestStore m_requests;
    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    MailTexts m_texts;
    RequestForwarding m_forwarding;
    AccountReplacement m_replacements;
    RequesterBlocks m_blocks;
    const DirectorNotice& m_notice;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/delegations/DelegationStore.h"
#include "service/mail/MailTexts.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Hands a request to a delegate, who is told by e-mail. The director keeps the hand (domain 4.3, TRANSMISE).
class RequestForwarding
{
public:
    RequestForwarding(DelegationStore delegations, MailTexts texts)
        : m_delegations(delegations), m_texts(std::move(texts))
    {}

    /// Changes `request`, which may be answered, and saves nothing. Failures: NotAllowed (a delegate, who
    /// passes nothing on; a delegation that may not answer it now, or whose delegate asks for themselves).
    [[nodiscard]] Outcome<DecisionEffect> forward(QSqlDatabase& connection, AccessRequest& request,
                                                  const DecisionContext& context,
                                                  const QString& companyName) const;

private:
    DelegationStore m_delegations;
    MailTexts m_texts;
};

} // namespace proconnect::service

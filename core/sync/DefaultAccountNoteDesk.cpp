// SPDX-License-Identifier: MIT
#include "core/sync/DefaultAccountNoteDesk.h"

#include "core/sync/FreshCall.h"

namespace proconnect {

void DefaultAccountNoteDesk::setAside(const QString& siren, const SetAsideOrder& order, QObject* context,
                                      std::function<void(Outcome<SetAside>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/findings-set-aside").arg(siren);
    askWithFreshSignIn<SetAside>(m_api, m_renewal, SignInReason::Decision,
                                 jsonCall("POST", path, toJson(order)), context, std::move(done));
}

void DefaultAccountNoteDesk::link(const QString& siren, const PersonLinkOrder& order, QObject* context,
                                  std::function<void(Outcome<PersonLink>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/person-links").arg(siren);
    askWithFreshSignIn<PersonLink>(m_api, m_renewal, SignInReason::Decision,
                                   jsonCall("POST", path, toJson(order)), context, std::move(done));
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeAccountNoteDesk.h"

namespace proconnect::tests {

void FakeAccountNoteDesk::setAside(const QString&, const SetAsideOrder& order, QObject*,
                                   std::function<void(Outcome<SetAside>)> done)
{
    orders.append(order);
    done(trouble ? Outcome<SetAside>(*trouble)
                 : Outcome<SetAside>(SetAside{order.account, order.kind, order.reason, order.until, {}, {}}));
}

void FakeAccountNoteDesk::link(const QString&, const PersonLinkOrder& order, QObject*,
                               std::function<void(Outcome<PersonLink>)> done)
{
    links.append(order);
    done(trouble ? Outcome<PersonLink>(*trouble)
                 : Outcome<PersonLink>(PersonLink{order.addresses, order.same, {}, {}}));
}

} // namespace proconnect::tests

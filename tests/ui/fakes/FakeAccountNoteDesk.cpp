// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeAccountNoteDesk.h"

#include <utility>

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

void FakeAccountNoteDesk::handIn(const QString&, const AccountFileOrder& order, QObject*,
                                 std::function<void(Outcome<AccountFileTaken>)> done)
{
    files.append(order);
    m_waiting = std::move(done);
    if (!holdsFiles) {
        answerFile();
    }
}

void FakeAccountNoteDesk::answerFile()
{
    int accounts = 0;
    for (const QByteArray& page : files.last().pages) {
        accounts += static_cast<int>(page.count('\n')) - 1;
    }
    std::exchange(m_waiting, {})(trouble ? Outcome<AccountFileTaken>(*trouble)
                                         : Outcome<AccountFileTaken>(AccountFileTaken{accounts, true, 0}));
}

} // namespace proconnect::tests

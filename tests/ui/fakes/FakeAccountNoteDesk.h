// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/AccountNoteDesk.h"

#include <QList>

namespace proconnect::tests {

/// Takes every note at once, as the service would, or refuses all with `trouble`.
class FakeAccountNoteDesk final : public AccountNoteDesk
{
public:
    void setAside(const QString&, const SetAsideOrder& order, QObject*,
                  std::function<void(Outcome<SetAside>)> done) override;
    void link(const QString&, const PersonLinkOrder& order, QObject*,
              std::function<void(Outcome<PersonLink>)> done) override;

    QList<SetAsideOrder> orders;
    QList<PersonLinkOrder> links;
    std::optional<Failure> trouble;
};

} // namespace proconnect::tests

// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/AccountNoteDesk.h"

#include <QList>

namespace proconnect::tests {

/// Takes every note and file at once, as the service would, or refuses all with `trouble`.
class FakeAccountNoteDesk final : public AccountNoteDesk
{
public:
    void setAside(const QString&, const SetAsideOrder& order, QObject*,
                  std::function<void(Outcome<SetAside>)> done) override;
    void link(const QString&, const PersonLinkOrder& order, QObject*,
              std::function<void(Outcome<PersonLink>)> done) override;
    void handIn(const QString&, const AccountFileOrder& order, QObject*,
                std::function<void(Outcome<AccountFileTaken>)> done) override;
    /// Answers the file that waits (`holdsFiles`).
    void answerFile();

    QList<SetAsideOrder> orders;
    QList<PersonLinkOrder> links;
    QList<AccountFileOrder> files;
    bool holdsFiles = false; ///< answers no file before answerFile()
    std::optional<Failure> trouble;

private:
    std::function<void(Outcome<AccountFileTaken>)> m_waiting;
};

} // namespace proconnect::tests

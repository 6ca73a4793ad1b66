// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace proconnect::sandbox {

class Mailbox;
class Routes;

/// The page where every e-mail of the demonstration can be read; /boite/messages.json is the same for
/// programs.
class MailboxPage
{
public:
    explicit MailboxPage(const Mailbox& mailbox) : m_mailbox(mailbox) {}

    void addTo(Routes& routes);

private:
    [[nodiscard]] std::string messages() const;

    const Mailbox& m_mailbox;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace proconnect::sandbox {

/// An e-mail as the mailbox page shows it.
struct MailMessage
{
    int id = 0;
    std::string receivedAt; ///< UTC
    std::string sender;     ///< of the envelope
    std::vector<std::string> recipients;
    std::string subject;
    std::string from; ///< of the header
    std::string text; ///< the first text/plain part, decoded
};

/// Reads subject, sender and text of a message (RFC 5322 with MIME): encoded words, base64, quoted-printable,
/// the first text part of a multipart. What cannot be decoded stays as it came.
void readContent(std::string_view source, MailMessage& message);

} // namespace proconnect::sandbox

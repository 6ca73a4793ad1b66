// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSet>
#include <QString>

namespace proconnect::service {

/// Decides which addresses may become a company's contact e-mail.
class ContactAddressRules
{
public:
    /// Reads the list of disposable domains that was built into the program; Internal when it is missing.
    [[nodiscard]] static Outcome<ContactAddressRules> load();

    /// The address with its domain in lower case. Exactly one @, a local part of at most 63 bytes in the
    /// characters that every server takes, a domain of at least two labels, at most 110 characters in all.
    /// Failures: EmailTooLong, EmailInvalid, EmailDisposable.
    [[nodiscard]] Outcome<QString> accepted(const QString& text) const;

private:
    QSet<QString> m_disposable;
};

} // namespace proconnect::service

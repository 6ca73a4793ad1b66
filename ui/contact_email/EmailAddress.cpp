// SPDX-License-Identifier: MIT
#include "ui/contact_email/EmailAddress.h"

#include <QRegularExpression>

namespace proconnect::ui {

std::optional<FailureCode> emailProblem(const QString& address)
{
    // Dot-atoms and letters, digits and hyphens in the domain: quoted local parts exist, but no portal takes
    // them.
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}\\z"));
    constexpr int longestLocalPart = 64;
    if (address.size() > longestEmail) {
        return FailureCode::EmailTooLong;
    }
    if (!form.match(address).hasMatch() || address.indexOf(u'@') > longestLocalPart) {
        return FailureCode::EmailInvalid;
    }
    return std::nullopt;
}

bool looksPersonal(const QString& address)
{
    static const QRegularExpression firstAndLast(QStringLiteral("^[\\p{L}-]+\\.[\\p{L}-]+@"));
    return firstAndLast.match(address).hasMatch();
}

} // namespace proconnect::ui

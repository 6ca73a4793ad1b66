// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/ScimAccount.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace proconnect::service {

/// What a portal without a SCIM server says of a company's accounts in one call.
struct AccountDeclaration
{
    enum class Kind {
        Full,  ///< all of them, or a page of all
        Delta, ///< those that changed
    };
    /// Which page of a full declaration that is too large for one call.
    struct Page
    {
        QString series; ///< 1 to 64 characters of the portal's choice, the same for all pages
        int number = 1;
        int count = 1;
    };

    QString siren;
    Kind kind = Kind::Full;
    QDateTime asOf;
    std::optional<Page> page;
    /// When the newer list was so that this one takes the place of, where a director wants that.
    std::optional<QDateTime> replaces;
    QList<ScimAccount> accounts;
};

/// Whether a series may have such a page.
[[nodiscard]] bool isPossible(const AccountDeclaration::Page& page);

/// Reads the body of a declaration. SirenInvalid, or InvalidRequest with the member at fault: among others an
/// instant more than five minutes ahead, an account twice or of another company, a delta in pages.
[[nodiscard]] Outcome<AccountDeclaration> readAccountDeclaration(const QJsonObject& body,
                                                                 const Portal& portal, const QDateTime& now);

} // namespace proconnect::service

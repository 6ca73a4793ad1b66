// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// All accounts of the company on a portal, as a file of that portal has them, for the service to take.
struct AccountFileOrder
{
    QString portal;
    QDateTime asOf;          ///< when the portal wrote it
    QString series;          ///< names this file among others; the same when it is sent again
    QList<QByteArray> pages; ///< accountFilePages()
    /// PortalSource::asOf of the newer list that it takes the place of, if any.
    std::optional<QDateTime> replaces = std::nullopt;

    friend bool operator==(const AccountFileOrder&, const AccountFileOrder&) = default;
};

/// What the service says once it took a file, or a page of one.
struct AccountFileTaken
{
    int accounts = 0; ///< that the file, or the page, holds
    bool changed = false;
    int pagesLeft = 0; ///< that never came

    friend bool operator==(const AccountFileTaken&, const AccountFileTaken&) = default;
};

} // namespace proconnect

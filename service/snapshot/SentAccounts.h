// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/SnapshotDelta.h"
#include "core/protocol/Fingerprint.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace proconnect::service {

/// What each account of a list says, in the list's order.
using AccountPrints = QList<Fingerprint>;

[[nodiscard]] AccountPrints printsOf(const AccountList& accounts);

/// The snapshot, whose accounts have the prints `after`, for a reader whose accounts have those of `before`;
/// nothing when most of it would be accounts all the same. Whoever sends it adds the base.
[[nodiscard]] std::optional<SnapshotDelta> deltaOf(const AccountPrints& before, const AccountPrints& after,
                                                   CompanySnapshot snapshot);

/// Which accounts were sent under which ETag, for companies that have many. Bounded: what was not asked for
/// longest is forgotten, and its reader gets all accounts again. From any thread.
class SentAccounts
{
public:
    /// Of fewer, all are sent each time.
    static constexpr qsizetype fewest = 200;
    /// So many prints are kept, of sixteen bytes each.
    static constexpr qsizetype most = 4LL * 1024 * 1024;

    void remember(const QString& siren, const QByteArray& etag, AccountPrints prints);
    /// Nothing when it is not known, or forgotten.
    [[nodiscard]] std::optional<AccountPrints> find(const QString& siren, const QByteArray& etag);

private:
    using Key = std::pair<QString, QByteArray>;
    using Sent = std::list<std::pair<Key, AccountPrints>>;

    void forget(Sent::iterator one);

    std::mutex m_mutex;
    Sent m_sent; ///< what was asked for last comes first
    QHash<Key, Sent::iterator> m_byKey;
    qsizetype m_prints = 0;
};

} // namespace proconnect::service

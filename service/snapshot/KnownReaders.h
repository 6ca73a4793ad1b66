// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/Mandates.h"

#include <QHash>

#include <mutex>
#include <optional>
#include <utility>

namespace proconnect::service {

/// Directors whose mandate over a company was just proven, so that the next read need not prove it again.
/// What can take it away is a change of the company's rows, which moves its cursor in every instance of the
/// service, and time. From any thread.
class KnownReaders
{
public:
    /// Beyond so many all are forgotten: whoever comes back is looked up again.
    static constexpr qsizetype most = 64LL * 1024;

    /// The mandate that was remembered, if it still stands at `cursor` and no register is to be asked.
    [[nodiscard]] std::optional<Mandate> mandate(const QString& subject, const QString& siren, qint64 cursor,
                                                 const QDateTime& now) const;
    /// `cursor`: read before `mandate` was.
    void remember(const Mandate& mandate, qint64 cursor);

private:
    struct Reader
    {
        qint64 cursor = 0;
        Mandate mandate;
    };

    mutable std::mutex m_mutex;
    QHash<std::pair<QString, QString>, Reader> m_readers; ///< by subject and SIREN
};

} // namespace proconnect::service

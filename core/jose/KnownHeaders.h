// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jws.h"

#include <QHash>

#include <shared_mutex>

namespace proconnect {

/// Headers of tokens that were verified by the key in them. A device sends the same header with every proof,
/// and to read its key costs half as much as to verify the signature. For tokens of one set of rules; from
/// any thread.
class KnownHeaders
{
public:
    /// Beyond so many all are forgotten: whoever comes back is read again.
    static constexpr qsizetype most = 16LL * 1024;

    /// Nothing when it was not seen, or is forgotten. `encoded`: as it stands in the token.
    [[nodiscard]] std::optional<JwsHeader> find(const QByteArray& encoded) const;
    void remember(const QByteArray& encoded, const JwsHeader& header);

private:
    mutable std::shared_mutex m_mutex;
    QHash<QByteArray, JwsHeader> m_headers;
};

} // namespace proconnect

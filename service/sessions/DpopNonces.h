// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/keys/ServiceKeys.h"

#include <QStringList>

#include <mutex>

namespace proconnect::service {

/// The nonces that proofs must hold (RFC 9449, 8 and 9), so that nobody who had a device for a moment can
/// sign proofs ahead. One for each span of time, from the service's key: every instance knows those of all
/// others, also of one whose clock is up to a span ahead or behind, and none is stored. From any thread.
class DpopNonces
{
public:
    /// A nonce serves in its span and the next; in the one before too, for an instance that is behind.
    static constexpr qint64 spanSeconds = 600;

    DpopNonces(const ServiceKeys& keys, const Clock& clock) : m_keys(keys), m_clock(clock) {}

    [[nodiscard]] QString current() const { return ofSpan(span()); }
    [[nodiscard]] bool accepts(const QString& nonce) const;

private:
    [[nodiscard]] qint64 span() const { return m_clock.now().toSecsSinceEpoch() / spanSeconds; }
    [[nodiscard]] QString ofSpan(qint64 number) const;

    const ServiceKeys& m_keys;
    const Clock& m_clock;
    mutable std::mutex m_mutex; ///< guards what follows
    mutable qint64 m_acceptedSpan = -1;
    mutable QStringList m_accepted; ///< in that span: every call asks
};

} // namespace proconnect::service

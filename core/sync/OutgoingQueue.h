// SPDX-License-Identifier: MIT
#pragma once

#include "core/cache/EncryptedStore.h"
#include "core/sync/DecisionDesk.h"

#include <QByteArray>
#include <QList>

namespace proconnect {

/// A decision with the signature that the device gave it when the person decided.
struct OutgoingDecision
{
    PendingDecision pending;
    QByteArray jws;
    int place = -1; ///< in the queue
};

/// The decisions that the service does not have yet, each encrypted in a file of its own. After a crash,
/// those that were not released come back as Held; the others go on. Only add() needs room on the disk.
class OutgoingQueue
{
public:
    explicit OutgoingQueue(EncryptedStore& store) : m_store(store) {}

    [[nodiscard]] QList<OutgoingDecision> read() const;
    [[nodiscard]] bool isEmpty() const;
    /// Its place. StorageFull when it cannot be written, TooManyRequests when every place is taken: nothing
    /// of it is then kept.
    [[nodiscard]] Outcome<int> add(const OutgoingDecision& decision);
    /// From now on it leaves by itself after a crash. False when the disk is protected.
    [[nodiscard]] bool release(int place);
    /// Undoes release(): it comes back as Held. False when that cannot be written.
    [[nodiscard]] bool hold(int place);
    /// Forgets it. False when the disk is protected: it is then still there.
    [[nodiscard]] bool drop(int place);

private:
    EncryptedStore& m_store;
};

} // namespace proconnect

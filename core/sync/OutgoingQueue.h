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
};

/// The decisions that the service does not have yet, in an encrypted file of their own. After a crash, those
/// whose countdown was running come back as Held; those that were leaving go on.
class OutgoingQueue
{
public:
    explicit OutgoingQueue(EncryptedStore& store) : m_store(store) {}

    [[nodiscard]] QList<OutgoingDecision> read() const;
    [[nodiscard]] Outcome<Done> write(const QList<OutgoingDecision>& decisions);

private:
    EncryptedStore& m_store;
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "core/cache/EncryptedStore.h"

#include <QObject>
#include <QSet>

namespace proconnect {

/// What is wrong with the copy on this computer, for the screens to say. The application goes on from memory
/// whatever it is.
class CopyHealth : public QObject
{
    Q_OBJECT

public:
    /// Watches `store`, which must live as long.
    explicit CopyHealth(EncryptedStore& store, QObject* parent = nullptr);

    /// Something newer than the copy could not be written: a full disk, a protected directory.
    [[nodiscard]] bool outdated() const { return !m_unwritten.isEmpty(); }
    /// A damaged file was set aside; its data come back from the service.
    [[nodiscard]] bool damaged() const { return m_damaged; }
    /// Decisions that had not left were in a damaged file: nobody but the person knows them.
    [[nodiscard]] bool decisionsLost() const { return m_decisionsLost; }

Q_SIGNALS:
    void changed();

private:
    void note(StoreEvent event, const QString& name);

    QSet<QString> m_unwritten;
    bool m_damaged = false;
    bool m_decisionsLost = false;
};

} // namespace proconnect

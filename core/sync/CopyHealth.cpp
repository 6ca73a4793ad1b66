// SPDX-License-Identifier: MIT
#include "core/sync/CopyHealth.h"

#include "core/cache/DocumentNames.h"

namespace proconnect {

CopyHealth::CopyHealth(EncryptedStore& store, QObject* parent) : QObject(parent)
{
    store.setWatch([this](StoreEvent event, const QString& name) { note(event, name); });
}

void CopyHealth::note(StoreEvent event, const QString& name)
{
    const bool wasOutdated = outdated();
    const bool wasDamaged = m_damaged || m_decisionsLost;
    switch (event) {
    case StoreEvent::Written:
    case StoreEvent::Removed:
        m_unwritten.remove(name);
        break;
    case StoreEvent::NotWritten:
        // A decision that cannot be stored is told where it is taken.
        if (!documents::isOfDecision(name)) {
            m_unwritten.insert(name);
        }
        break;
    case StoreEvent::NotRemoved:
        m_unwritten.insert(name);
        break;
    case StoreEvent::Damaged:
        (documents::isOfDecision(name) ? m_decisionsLost : m_damaged) = true;
        break;
    case StoreEvent::Wiped:
        m_unwritten.clear();
        m_damaged = false;
        m_decisionsLost = false;
        break;
    }
    if (wasOutdated != outdated() || wasDamaged != (m_damaged || m_decisionsLost)) {
        Q_EMIT changed();
    }
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "core/sync/OutgoingQueue.h"

#include "core/cache/DocumentNames.h"
#include "core/jose/StrictJson.h"
#include "core/protocol/ModelJson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace proconnect {
QList<OutgoingDecision> OutgoingQueue::read() const
{
    const auto text = m_store.read(documents::outgoing);
    const auto json = text ? parseStrictJson(text.value(), {text.value().size(), 16})
                           : Outcome<QJsonObject>(text.failure());
    QList<OutgoingDecision> decisions;
    if (!json) {
        return decisions;
    }
    for (const auto value : json.value().value(QLatin1String("decisions")).toArray()) {
        const QJsonObject entry = value.toObject();
        const auto decision = fromJson<Decision>(entry.value(QLatin1String("decision")).toObject());
        if (!decision) {
            continue;
        }
        const auto textOf = [&entry](const char* name) {
            return entry.value(QLatin1String(name)).toString();
        };
        const bool leaving = entry.value(QLatin1String("leaving")).toBool();
        decisions.append({{decision.value(), textOf("person"), textOf("portalName"),
                           leaving ? PendingDecision::Stage::Sending : PendingDecision::Stage::Held, 0},
                          textOf("jws").toLatin1()});
    }
    return decisions;
}

Outcome<Done> OutgoingQueue::write(const QList<OutgoingDecision>& decisions)
{
    if (decisions.isEmpty()) {
        m_store.remove(documents::outgoing);
        return Done{};
    }
    QJsonArray entries;
    for (const OutgoingDecision& entry : decisions) {
        const auto stage = entry.pending.stage;
        const bool leaving =
            stage != PendingDecision::Stage::Undoable && stage != PendingDecision::Stage::Held;
        entries.append(QJsonObject{{QStringLiteral("decision"), toJson(entry.pending.decision)},
                                   {QStringLiteral("person"), entry.pending.person},
                                   {QStringLiteral("portalName"), entry.pending.portalName},
                                   {QStringLiteral("leaving"), leaving},
                                   {QStringLiteral("jws"), QString::fromLatin1(entry.jws)}});
    }
    const QJsonObject json{{QStringLiteral("decisions"), entries}};
    return m_store.write(documents::outgoing, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace proconnect

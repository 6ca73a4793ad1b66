// SPDX-License-Identifier: MIT
#include "core/sync/OutgoingQueue.h"

#include "core/cache/DocumentNames.h"
#include "core/jose/StrictJson.h"
#include "core/protocol/ModelJson.h"

#include <QJsonDocument>

#include <algorithm>

namespace proconnect {
namespace {

std::optional<OutgoingDecision> parsed(const QByteArray& text)
{
    const auto json = parseStrictJson(text, {text.size(), 16});
    const auto decision = json ? fromJson<Decision>(json.value().value(QLatin1String("decision")).toObject())
                               : Outcome<Decision>(json.failure());
    if (!decision) {
        return std::nullopt;
    }
    const auto textOf = [&json](const char* name) {
        return json.value().value(QLatin1String(name)).toString();
    };
    OutgoingDecision entry;
    entry.pending.decision = decision.value();
    entry.pending.person = textOf("person");
    entry.pending.portalName = textOf("portalName");
    entry.jws = textOf("jws").toLatin1();
    return entry;
}

} // namespace

QList<OutgoingDecision> OutgoingQueue::read() const
{
    QList<OutgoingDecision> decisions;
    for (int place = 0; place < documents::decisionPlaces; ++place) {
        const auto text = m_store.read(documents::decision(place));
        if (!text) {
            continue; // none, or set aside
        }
        auto entry = parsed(text.value());
        if (!entry) {
            m_store.setAside(documents::decision(place));
        } else {
            entry->place = place;
            entry->pending.stage = m_store.holds(documents::recallable(place))
                                       ? PendingDecision::Stage::Held
                                       : PendingDecision::Stage::Sending;
            decisions.append(*entry);
        }
    }
    // A place is given again once it is free: places tell no order.
    std::stable_sort(decisions.begin(), decisions.end(), [](const auto& one, const auto& other) {
        return one.pending.decision.decidedAt < other.pending.decision.decidedAt;
    });
    return decisions;
}

bool OutgoingQueue::isEmpty() const
{
    for (int place = 0; place < documents::decisionPlaces; ++place) {
        if (m_store.holds(documents::decision(place))) {
            return false;
        }
    }
    return true;
}

Outcome<int> OutgoingQueue::add(const OutgoingDecision& decision)
{
    int place = 0;
    while (place < documents::decisionPlaces && m_store.holds(documents::decision(place))) {
        ++place;
    }
    if (place == documents::decisionPlaces) {
        return Failure{FailureCode::TooManyRequests, QStringLiteral("too many decisions wait"), {}};
    }
    const QJsonObject json{{QStringLiteral("decision"), toJson(decision.pending.decision)},
                           {QStringLiteral("person"), decision.pending.person},
                           {QStringLiteral("portalName"), decision.pending.portalName},
                           {QStringLiteral("jws"), QString::fromLatin1(decision.jws)}};
    // In this order, a crash between the two leaves nothing that could leave by itself.
    if (const auto marked = m_store.write(documents::recallable(place), {}); !marked) {
        return marked.failure();
    }
    const auto written =
        m_store.write(documents::decision(place), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (!written) {
        m_store.remove(documents::recallable(place));
        return written.failure();
    }
    return place;
}

bool OutgoingQueue::release(int place)
{
    return m_store.remove(documents::recallable(place));
}

bool OutgoingQueue::hold(int place)
{
    return m_store.write(documents::recallable(place), {}).ok();
}

bool OutgoingQueue::drop(int place)
{
    // A mark without its decision means nothing.
    return m_store.remove(documents::decision(place)) && m_store.remove(documents::recallable(place));
}

} // namespace proconnect

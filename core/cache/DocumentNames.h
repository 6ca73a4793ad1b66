// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

/// Names of what the desktop keeps in its EncryptedStore.
namespace proconnect::documents {

inline const QString profile = QStringLiteral("profile");
/// SIREN of the company last on screen.
inline const QString selection = QStringLiteral("selection");

[[nodiscard]] inline QString company(const QString& siren)
{
    return QStringLiteral("company-") + siren;
}

/// How many decisions can wait for the service at once.
inline constexpr int decisionPlaces = 128;

/// A decision that the service does not have yet. Each has a document of its own, and every step after the
/// first is a removal: a full disk has room for that.
[[nodiscard]] inline QString decision(int place)
{
    return QStringLiteral("decision-%1").arg(place);
}

/// There as long as decision(place) must not leave by itself.
[[nodiscard]] inline QString recallable(int place)
{
    return QStringLiteral("recallable-%1").arg(place);
}

[[nodiscard]] inline bool isOfDecision(const QString& name)
{
    return name.startsWith(QLatin1String("decision-")) || name.startsWith(QLatin1String("recallable-"));
}

[[nodiscard]] inline QStringList ofDecisions()
{
    QStringList names;
    for (int place = 0; place < decisionPlaces; ++place) {
        names << decision(place) << recallable(place);
    }
    return names;
}

} // namespace proconnect::documents

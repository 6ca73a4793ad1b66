// SPDX-License-Identifier: MIT
#pragma once

#include "tests/service/desk/DepartureBench.h"

namespace proconnect::service {

/// Laurent Petit administers "impots", "urssaf" and "asp", and left a week ago.
struct SubstitutionBench : DepartureBench
{
    SubstitutionBench();

    /// An administrator of `places` (none: the whole company), with a role of their own.
    static QJsonObject administrator(const QString& name, const QString& holder,
                                     const QStringList& places = {});
    /// `user` with an attribute of the extension.
    static QJsonObject with(QJsonObject user, const QString& attribute, const QJsonValue& value);

    /// Laurent Petit's accounts are so, but that he left a week ago.
    void orphan(const QJsonObject& user);
    /// Marc Noël has an account on "urssaf" alone, with these attributes.
    void knownElsewhere(const QJsonObject& extension = {});
    /// The person's mandate is no longer listed.
    [[nodiscard]] bool mandateEnds(const TestDirector& director);

    [[nodiscard]] ScimPortal& portal() { return desk.portal; }
    [[nodiscard]] QDate today() const { return desk.bench.clock.now().date(); }
    [[nodiscard]] bool orphaned(const QString& account);
    [[nodiscard]] Decision naming(const QString& account, const QString& successor);
    [[nodiscard]] QString code(const Decision& decision) { return problem(desk.decide(decision)); }
    /// Nothing: nobody is to take over, or has.
    [[nodiscard]] std::optional<SubstitutionState> state(const QString& account);
    [[nodiscard]] int evidence(const QString& kind);
    /// How the order to name somebody stands.
    [[nodiscard]] QString orderState();
};

} // namespace proconnect::service

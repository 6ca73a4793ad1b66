// SPDX-License-Identifier: MIT
#pragma once

#include "tests/service/desk/DepartureBench.h"

namespace proconnect::service {

/// Karim Haddad asks for an account on "impots", and takes over from Laurent Petit there.
struct ReplacementBench : DepartureBench
{
    QString reference; ///< of his request

    ReplacementBench();

    [[nodiscard]] QDateTime hour() const { return desk.bench.clock.now().addSecs(3600); }
    [[nodiscard]] AccessRequest request();
    /// The latest one.
    [[nodiscard]] Departure replacement();
    [[nodiscard]] DepartureStepState state() { return replacement().steps.first().state; }
    /// Why the decision is not taken.
    [[nodiscard]] QString code(const Decision& decision) { return problem(desk.decide(decision)); }
    /// Accepts the request and closes that account.
    [[nodiscard]] Decision replacing(const QString& account = QStringLiteral("impots:LP"));
    /// Another request of his, for the whole company; its reference.
    [[nodiscard]] QString deposited(bool administrator, const QString& role = QStringLiteral("DELEGATAIRE"));
    /// The portals show an account of whoever asked, or show it otherwise.
    void opens(const QString& right = QStringLiteral("DECLARER_TVA"), bool administrator = false,
               const QString& role = QStringLiteral("DELEGATAIRE"));
    /// An attribute of Laurent Petit's account.
    void change(const QString& attribute, const QJsonValue& value);
    void look();
    /// Of the receipt of the replacement's decision; not valid: not yet.
    [[nodiscard]] QDateTime acknowledgedAt();
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "tests/service/desk/DepartureBench.h"

namespace proconnect::service {

/// "impots", "urssaf" and "asp" have an account that several people use, compta@fabre-filles.example, with
/// two rights, one of payment, in two establishments. "impots" opens accounts; Zoé Blanc has one everywhere,
/// with the first right.
struct WayOutBench : DepartureBench
{
    WayOutBench();

    static QJsonObject shared(bool administrator = false);
    static QJsonObject right(const QString& code, bool payment);

    [[nodiscard]] ScimPortal& portal() { return desk.portal; }
    /// Tomorrow.
    [[nodiscard]] QDateTime hour() const { return desk.bench.clock.now().addDays(1); }
    /// Marc Noël, who has no account anywhere.
    [[nodiscard]] static Newcomer marc();
    [[nodiscard]] static Newcomer zoe();

    /// Closes the shared account at hour(), once these have their own.
    [[nodiscard]] Decision wayOut(const QString& onPortal, const QList<Newcomer>& newcomers);
    [[nodiscard]] QString code(const Decision& decision) { return problem(desk.decide(decision)); }
    [[nodiscard]] Departure current();
    [[nodiscard]] NewcomerProgress newcomer(const QString& name);
    [[nodiscard]] DepartureStepState stepState() { return current().steps.first().state; }
    /// The hour comes, and the job looks, as often as the company's data changed by it.
    void reachHour();
    void look();
    [[nodiscard]] int evidence(const QString& kind);
    /// What the latest link of that kind says.
    [[nodiscard]] QJsonObject lastEvidence(const QString& kind);
};

} // namespace proconnect::service

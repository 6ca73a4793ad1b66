// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

class FaultPlan;
class Mailbox;
class SandboxClock;
class World;

/// Carries out what the control address is told.
class ControlOrders
{
public:
    ControlOrders(FaultPlan& faults, World& world, Mailbox& mailbox, const SandboxClock& clock);

    /// An object with one or more of:
    /// "target" + "fault": as FaultPlan::order; "reset": true, all targets normal;
    /// "mandateEnded", "directorNamed": {"siren", "person"}; "officerRespelt": {"person", "as"}, as
    /// World::respell; "bounces": {"permanent": [...], "temporary": [...]}; "emptyMailbox": true. Returns
    /// what is wrong; empty when carried out.
    [[nodiscard]] std::string carryOut(const nlohmann::json& orders);

private:
    [[nodiscard]] std::string today() const;
    [[nodiscard]] std::string endMandate(const nlohmann::json& order);
    [[nodiscard]] std::string nameDirector(const nlohmann::json& order);
    [[nodiscard]] std::string respell(const nlohmann::json& order);
    [[nodiscard]] std::string setBounces(const nlohmann::json& order);

    FaultPlan& m_faults;
    World& m_world;
    Mailbox& m_mailbox;
    const SandboxClock& m_clock;
};

} // namespace proconnect::sandbox

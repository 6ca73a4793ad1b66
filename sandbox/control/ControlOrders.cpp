// SPDX-License-Identifier: MIT
#include "sandbox/control/ControlOrders.h"

#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Members.h"
#include "sandbox/mail/Mailbox.h"
#include "sandbox/world/SandboxClock.h"
#include "sandbox/world/World.h"

namespace proconnect::sandbox {

namespace {

std::set<std::string> texts(const nlohmann::json& object, const char* name)
{
    std::set<std::string> result;
    for (const nlohmann::json& item : arrayMember(object, name)) {
        if (item.is_string()) {
            result.insert(item.get<std::string>());
        }
    }
    return result;
}

} // namespace

ControlOrders::ControlOrders(FaultPlan& faults, World& world, Mailbox& mailbox, const SandboxClock& clock)
    : m_faults(faults), m_world(world), m_mailbox(mailbox), m_clock(clock)
{}

std::string ControlOrders::carryOut(const nlohmann::json& orders)
{
    if (!orders.is_object() || orders.empty()) {
        return "an object with orders is needed";
    }
    for (const auto& [name, order] : orders.items()) {
        std::string problem;
        if (name == "reset" && order == true) {
            problem = m_faults.order("*", nlohmann::json::object());
        } else if (name == "target") {
            problem =
                m_faults.order(textMember(orders, "target"), orders.value("fault", nlohmann::json::object()));
        } else if (name == "mandateEnded") {
            problem = endMandate(order);
        } else if (name == "directorNamed") {
            problem = nameDirector(order);
        } else if (name == "officerRespelt") {
            problem = respell(order);
        } else if (name == "bounces") {
            problem = setBounces(order);
        } else if (name == "emptyMailbox" && order == true) {
            m_mailbox.clear();
        } else if (name != "fault") {
            problem = "unknown order " + name;
        }
        if (!problem.empty()) {
            return problem;
        }
    }
    return {};
}

std::string ControlOrders::today() const
{
    return m_clock.now().date().toString(Qt::ISODate).toStdString();
}

std::string ControlOrders::endMandate(const nlohmann::json& order)
{
    return m_world.endMandate(textMember(order, "siren"), textMember(order, "person"), today())
               ? ""
               : "no such mandate";
}

std::string ControlOrders::nameDirector(const nlohmann::json& order)
{
    return m_world.nameDirector(textMember(order, "siren"), textMember(order, "person"), today())
               ? ""
               : "no such person, or no office in such a company";
}

std::string ControlOrders::respell(const nlohmann::json& order)
{
    const bool done = order.is_object() && order.contains("as") &&
                      m_world.respell(textMember(order, "person"), order.at("as"));
    return done ? "" : "no such person or spelling";
}

std::string ControlOrders::setBounces(const nlohmann::json& order)
{
    if (!order.is_object()) {
        return "bounces is an object";
    }
    m_mailbox.setBounces(texts(order, "permanent"), texts(order, "temporary"));
    return {};
}

} // namespace proconnect::sandbox

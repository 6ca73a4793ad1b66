// SPDX-License-Identifier: MIT
#include "sandbox/http/FaultPlan.h"

#include <algorithm>
#include <chrono>

namespace proconnect::sandbox {

namespace {

constexpr int LongestPause = 120'000;

bool readNumber(const nlohmann::json& members, const char* name, int minimum, int maximum, int& value)
{
    const auto found = members.find(name);
    if (found == members.end()) {
        return true;
    }
    if (!found->is_number_integer() || *found < minimum || *found > maximum) {
        return false;
    }
    value = found->get<int>();
    return true;
}

bool readFlag(const nlohmann::json& members, const char* name, bool& value)
{
    const auto found = members.find(name);
    if (found == members.end()) {
        return true;
    }
    if (!found->is_boolean()) {
        return false;
    }
    value = found->get<bool>();
    return true;
}

bool readQuirks(const nlohmann::json& members, std::set<std::string>& quirks)
{
    const auto found = members.find("quirks");
    if (found == members.end()) {
        return true;
    }
    if (!found->is_array() || !std::all_of(found->begin(), found->end(),
                                           [](const nlohmann::json& name) { return name.is_string(); })) {
        return false;
    }
    quirks = found->get<std::set<std::string>>();
    return true;
}

} // namespace

bool Fault::none() const
{
    return slowMilliseconds == 0 && status == 0 && !brokenJson && !huge && !drop && quirks.empty();
}

FaultPlan::FaultPlan(std::vector<std::string> targets) : m_targets(std::move(targets)) {}

std::string FaultPlan::order(const std::string& target, const nlohmann::json& members)
{
    if (target != "*" && std::find(m_targets.begin(), m_targets.end(), target) == m_targets.end()) {
        return "unknown target";
    }
    Fault fault;
    if (!members.is_object() || !readNumber(members, "slowMs", 0, LongestPause, fault.slowMilliseconds) ||
        !readNumber(members, "status", 0, 599, fault.status) ||
        !readNumber(members, "retryAfter", 0, 86'400, fault.retryAfter) ||
        !readNumber(members, "times", -1, 1'000'000, fault.times) ||
        !readFlag(members, "brokenJson", fault.brokenJson) || !readFlag(members, "huge", fault.huge) ||
        !readFlag(members, "drop", fault.drop) || !readQuirks(members, fault.quirks)) {
        return "unreadable fault";
    }
    const std::lock_guard lock(m_mutex);
    for (const std::string& known : m_targets) {
        if (target == "*" || target == known) {
            if (fault.none()) {
                m_faults.erase(known);
            } else {
                m_faults[known] = fault;
            }
        }
    }
    return {};
}

Fault FaultPlan::take(const std::string& target)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_faults.find(target);
    if (found == m_faults.end()) {
        return {};
    }
    Fault fault = found->second;
    if (fault.times == 0) {
        m_faults.erase(found);
        return {};
    }
    if (fault.times > 0) {
        --found->second.times;
    }
    return fault;
}

bool FaultPlan::quirk(const std::string& target, const std::string& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_faults.find(target);
    return found != m_faults.end() && found->second.quirks.count(name) == 1;
}

void FaultPlan::pause(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_stop; });
}

void FaultPlan::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopped.notify_all();
}

nlohmann::json FaultPlan::toJson() const
{
    const std::lock_guard lock(m_mutex);
    nlohmann::json all = nlohmann::json::object();
    for (const auto& [target, fault] : m_faults) {
        all[target] = {{"slowMs", fault.slowMilliseconds},
                       {"status", fault.status},
                       {"retryAfter", fault.retryAfter},
                       {"brokenJson", fault.brokenJson},
                       {"huge", fault.huge},
                       {"drop", fault.drop},
                       {"times", fault.times},
                       {"quirks", fault.quirks}};
    }
    return all;
}

} // namespace proconnect::sandbox

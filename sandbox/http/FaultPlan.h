// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// What goes wrong at one target, besides or instead of its normal answer.
struct Fault
{
    int slowMilliseconds = 0;
    int status = 0;          ///< answer this HTTP status (SMTP: this reply code) and do nothing; 0: normal
    int retryAfter = 1;      ///< seconds that 429 and 503 ask to wait
    bool brokenJson = false; ///< half a JSON document
    bool huge = false;       ///< a stream of 100 MB
    bool drop = false;       ///< the connection ends in the middle of the answer
    int times = -1;          ///< so many calls, then normal again; negative: until changed
    std::set<std::string> quirks; ///< lies inside otherwise normal answers, "wrongNonce" for example

    /// A normal answer.
    [[nodiscard]] bool none() const;
};

/// The faults that the control address ordered, by target. Thread-safe.
class FaultPlan
{
public:
    explicit FaultPlan(std::vector<std::string> targets);

    /// The known targets, in the order of the control page.
    [[nodiscard]] const std::vector<std::string>& targets() const { return m_targets; }

    /// Replaces the fault of a target ("*": all). Returns what is wrong with the order; empty when taken.
    /// Members: slowMs, status, retryAfter, brokenJson, huge, drop, times, quirks (array of names). None of
    /// them: normal again.
    [[nodiscard]] std::string order(const std::string& target, const nlohmann::json& members);

    /// The fault of this call; counts it.
    [[nodiscard]] Fault take(const std::string& target);

    /// True while the target has that quirk. Does not count as a call.
    [[nodiscard]] bool quirk(const std::string& target, const std::string& name) const;

    /// Waits so long, or until the sandbox stops.
    void pause(int milliseconds);

    /// Ends all pauses, for good.
    void stop();

    /// The faults in force, by target, as they were ordered.
    [[nodiscard]] nlohmann::json toJson() const;

private:
    std::vector<std::string> m_targets;
    mutable std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_stop = false;
    std::map<std::string, Fault> m_faults;
};

} // namespace proconnect::sandbox

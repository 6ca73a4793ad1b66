// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace proconnect::service {

/// Runs periodic work on threads of its own; a job never overlaps itself and sees no exception leave.
class JobRunner
{
public:
    virtual ~JobRunner() = default;

    /// Runs `work` every `period` until stopped, the first time at once. Before start() only.
    virtual void every(std::chrono::milliseconds period, const std::string& name,
                       std::function<void()> work) = 0;
    /// Runs the job `name` as soon as possible, out of turn. From any thread.
    virtual void wake(const std::string& name) = 0;
    /// True once jobs are to end: one that does many things does no other, and leaves the rest to a later
    /// start.
    [[nodiscard]] virtual bool stopping() const = 0;
};

} // namespace proconnect::service

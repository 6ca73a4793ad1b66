// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class CallLog;
class FaultPlan;
class WebServer;

/// Adds routes to a listener. Each call is counted, and meets the fault ordered for its target, before its
/// handler.
class Routes
{
public:
    using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;

    Routes(WebServer& listener, FaultPlan& faults, CallLog& calls);

    /// pattern: a regular expression of the whole path; its groups are request.matches[1], [2], ...
    void get(const std::string& target, const std::string& pattern, Handler handler);
    void post(const std::string& target, const std::string& pattern, Handler handler);
    void put(const std::string& target, const std::string& pattern, Handler handler);
    void patch(const std::string& target, const std::string& pattern, Handler handler);

private:
    [[nodiscard]] Handler watched(const std::string& target, const std::string& call, Handler handler);

    WebServer& m_listener;
    FaultPlan& m_faults;
    CallLog& m_calls;
};

} // namespace proconnect::sandbox

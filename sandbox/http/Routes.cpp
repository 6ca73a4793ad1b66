// SPDX-License-Identifier: MIT
#include "sandbox/http/Routes.h"

#include "sandbox/http/CallLog.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/WebServer.h"

#include <algorithm>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t HugeLength = 100UL * 1024 * 1024;
constexpr const char* Json = "application/json";

bool sendFiller(std::size_t, std::size_t length, httplib::DataSink& sink)
{
    static const std::string filler(64UL * 1024, ' ');
    return sink.write(filler.data(), std::min(length, filler.size()));
}

bool refuseToSend(std::size_t, std::size_t, httplib::DataSink&)
{
    return false;
}

bool answeredByFault(const Fault& fault, httplib::Response& response)
{
    if (fault.drop) {
        response.set_content_provider(1000, Json, &refuseToSend);
    } else if (fault.huge) {
        response.set_content_provider(HugeLength, Json, &sendFiller);
    } else if (fault.brokenJson) {
        response.set_content(R"({"interrompu": [1, )", Json);
    } else if (fault.status != 0) {
        response.status = fault.status;
        if (fault.status == 429 || fault.status == 503) {
            response.set_header("Retry-After", std::to_string(fault.retryAfter));
        }
        response.set_content(R"({"error":"fault ordered at /controle"})", Json);
    } else {
        return false;
    }
    return true;
}

} // namespace

Routes::Routes(WebServer& listener, FaultPlan& faults, CallLog& calls)
    : m_listener(listener), m_faults(faults), m_calls(calls)
{}

void Routes::get(const std::string& target, const std::string& pattern, Handler handler)
{
    m_listener.server().Get(pattern, watched(target, "GET " + pattern, std::move(handler)));
}

void Routes::post(const std::string& target, const std::string& pattern, Handler handler)
{
    m_listener.server().Post(pattern, watched(target, "POST " + pattern, std::move(handler)));
}

void Routes::put(const std::string& target, const std::string& pattern, Handler handler)
{
    m_listener.server().Put(pattern, watched(target, "PUT " + pattern, std::move(handler)));
}

void Routes::patch(const std::string& target, const std::string& pattern, Handler handler)
{
    m_listener.server().Patch(pattern, watched(target, "PATCH " + pattern, std::move(handler)));
}

Routes::Handler Routes::watched(const std::string& target, const std::string& call, Handler handler)
{
    return [&faults = m_faults, &calls = m_calls, target, call,
            handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        calls.record(target, call);
        const Fault fault = faults.take(target);
        if (fault.slowMilliseconds > 0) {
            faults.pause(fault.slowMilliseconds);
        }
        if (!answeredByFault(fault, response)) {
            handler(request, response);
        }
    };
}

} // namespace proconnect::sandbox

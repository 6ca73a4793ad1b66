// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class ControlOrders;
class FaultPlan;
class Routes;
class World;

/// /controle: a page for trainers, POST of JSON for programs; /controle/etat.json: everything that happened.
class ControlPage
{
public:
    /// state: makes the content of etat.json.
    ControlPage(ControlOrders& orders, const FaultPlan& faults, const World& world,
                std::function<nlohmann::json()> state);

    void addTo(Routes& routes);

private:
    void show(httplib::Response& response, const std::string& problem) const;
    void take(const httplib::Request& request, httplib::Response& response);
    [[nodiscard]] std::string faultForm() const;
    [[nodiscard]] std::string mandateForm() const;

    ControlOrders& m_orders;
    const FaultPlan& m_faults;
    const World& m_world;
    std::function<nlohmann::json()> m_state;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/PortalRequest.h"
#include "sandbox/world/PortalInfo.h"

#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace proconnect::sandbox {

class World;

/// An answer that ProConnect sent about a request.
struct RequestAnswer
{
    std::string reference;
    std::string portalReference;
    bool accepted = false;
    std::string until;
    std::vector<std::string> granted; ///< codes of rights; empty: all of them
    std::string reason;
    std::string comment;
    std::string decidedAt;
};

/// A question of the company, for the person who asked.
struct RequestQuestion
{
    std::string reference;
    std::string portalReference;
    std::string question;
    std::string askedAt;
};

/// The registrations of one portal, newest last. Starts with the open ones of the demonstration.
/// Thread-safe.
class RequestStore
{
public:
    RequestStore(const PortalInfo& portal, const World& world);

    void add(PortalRequest request);

    [[nodiscard]] std::vector<PortalRequest> all() const;

    /// Those that ProConnect has not taken yet.
    [[nodiscard]] std::vector<PortalRequest> toDeposit() const;

    void markDeposited(const std::string& portalReference, const std::string& reference);
    void markFailed(const std::string& portalReference, const std::string& problem);

    [[nodiscard]] std::optional<PortalRequest> find(const std::string& portalReference) const;
    /// Puts the company's question to the person, while the request is open.
    void ask(const RequestQuestion& question);
    /// The person has answered the director's question.
    void markComplemented(const std::string& portalReference, const std::string& complement);

    /// Applies an answer; the same answer twice changes nothing. Nothing when no request fits.
    std::optional<PortalRequest> decide(const RequestAnswer& answer);

    /// Everything, for the state file; restore() puts it back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

private:
    mutable std::mutex m_mutex;
    std::vector<PortalRequest> m_requests;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/Account.h"
#include "sandbox/world/SandboxClock.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace proconnect::sandbox {

class World;

/// The accounts of one portal. Thread-safe.
class AccountStore
{
public:
    enum class UpdateResult { Done, NotFound, VersionChanged };

    AccountStore(const PortalInfo& portal, const World& world, const SandboxClock& clock);

    [[nodiscard]] std::vector<Account> all() const;
    [[nodiscard]] std::optional<Account> find(const std::string& id) const;
    [[nodiscard]] std::optional<Account> findByUserName(const std::string& userName) const;

    /// Applies the change if the version is still the one given (an ETag, "*" or empty for any).
    /// The change works on a copy; it may throw, and then nothing changed. Who had a sole role that it gives
    /// loses it.
    [[nodiscard]] UpdateResult update(const std::string& id, const std::string& ifMatch,
                                      const std::function<void(Account&)>& change);

    /// Adds an account opened by a ProConnect request; a request opens at most one. Fills in id, userName,
    /// dates.
    void open(Account account);

    /// Adds an account that ProConnect asks for by its externalId; gives its id, or nothing when that
    /// identifier or the address has one in the company already.
    [[nodiscard]] std::optional<std::string> openForProConnect(Account account);

    /// The portal's clock, in UTC.
    [[nodiscard]] std::string now() const { return m_clock.instant(); }

    /// Everything, for the state file; restore() puts it back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

private:
    void add(Account account, const std::string& seed);
    void takeSoleRoleFromOthers(const Account& holder);

    const PortalInfo& m_portal;
    const SandboxClock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<Account> m_accounts;
};

} // namespace proconnect::sandbox

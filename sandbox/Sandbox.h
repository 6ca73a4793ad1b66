// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/Options.h"

#include <memory>
#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

/// The whole world: its data, its listeners, its portals. It answers from construction to destruction;
/// the mail server needs the event loop of the thread that made it.
class Sandbox
{
public:
    /// Throws std::exception when the data cannot be read or a port is taken.
    explicit Sandbox(const Options& options);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// Where everything answers: franceConnect and franceConnectPlus (the issuers), world, mail,
    /// badCertificate.
    [[nodiscard]] nlohmann::json addresses() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace proconnect::sandbox

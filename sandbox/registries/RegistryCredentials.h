// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::sandbox {

/// What the stand-in registers accept. Known to all, good for loopback only.
struct RegistryCredentials
{
    static constexpr const char* InseeClientId = "demo-insee";
    static constexpr const char* InseeClientSecret = "demo-secret-insee";
    static constexpr const char* InseeUser = "demo";
    static constexpr const char* InseePassword = "demo";
    static constexpr const char* RneUser = "demo";
    static constexpr const char* RnePassword = "demo";
    static constexpr const char* RcsToken = "demo";
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/PortalInfo.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// What a portal noticed about the use of an account.
struct AccountSignalCount
{
    std::string value; ///< genericAddress, severalOrigins, simultaneousSessions, idle
    int count = 0;
};

/// Under which mandate a third party holds an account; no reference: none.
struct AccountMandate
{
    std::string reference;
    std::string lastDay;
};

/// One account on one portal.
struct Account
{
    std::string id;         ///< SCIM id, made by the portal, never changes
    std::string userName;   ///< the portal's own identifier
    std::string externalId; ///< set by ProConnect; may be empty
    bool active = true;
    std::string email;
    bool emailUnreachable = false; ///< mail to it comes back for good
    std::string holderName;        ///< empty for a generic account
    std::string givenName;         ///< known for accounts opened here
    std::string familyName;
    std::string siren;
    std::vector<std::string> sirets;
    PortalRole role;
    std::vector<PortalRightInfo> rights;
    std::string certification = "none"; ///< none, certified, toWithdraw
    std::string certifiedSubject;
    std::string lastLogin; ///< UTC; empty: the portal does not say
    std::string holderLeftOn;
    AccountMandate mandate;
    std::vector<AccountSignalCount> signalCounts;
    std::string request; ///< reference of the ProConnect request that opened it
    std::string created; ///< UTC
    std::string lastModified;
    int version = 1;

    /// Weak ETag of this version.
    [[nodiscard]] std::string etag() const;
};

/// Schema of the extension that carries what SCIM's User does not know (docs/architecture.md).
extern const char* const AccountSchema;

/// The account as a SCIM User; location is its address.
[[nodiscard]] nlohmann::json toScim(const Account& account, const std::string& location);

} // namespace proconnect::sandbox

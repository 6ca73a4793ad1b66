// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CertifiedAccounts.h"

namespace proconnect::service {

class Database;

/// CertifiedAccounts from the accounts that the service had certified itself.
class StoredCertifiedAccounts final : public CertifiedAccounts
{
public:
    explicit StoredCertifiedAccounts(Database& database) : m_database(database) {}

    [[nodiscard]] Outcome<std::optional<QString>>
    certifiedSubject(const QString& portalId, const QString& siren, const QString& portalAccountId) override;

private:
    Database& m_database;
};

} // namespace proconnect::service

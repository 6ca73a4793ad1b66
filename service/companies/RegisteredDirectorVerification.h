// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CertifiedAccounts.h"
#include "service/companies/DirectorVerification.h"
#include "service/companies/MandateStore.h"

namespace proconnect::service {

class Database;

/// DirectorVerification through the certified accounts and the mandates.
class RegisteredDirectorVerification final : public DirectorVerification
{
public:
    RegisteredDirectorVerification(Database& database, const ServiceKeys& keys, const Clock& clock,
                                   CertifiedAccounts& accounts, Mandates& mandates)
        : m_database(database), m_clock(clock), m_accounts(accounts), m_mandates(mandates), m_store(keys)
    {}

    [[nodiscard]] Outcome<DirectorAnswer> answer(const QString& portalId, const QString& siren,
                                                 const QString& portalAccountId) override;

private:
    /// `value` as of the register's last word on the mandate; invalid when there never was one.
    [[nodiscard]] Outcome<DirectorAnswer> dated(DirectorAnswer::Value value, const QString& subject,
                                                const QString& siren);

    Database& m_database;
    const Clock& m_clock;
    CertifiedAccounts& m_accounts;
    Mandates& m_mandates;
    MandateStore m_store;
};

} // namespace proconnect::service

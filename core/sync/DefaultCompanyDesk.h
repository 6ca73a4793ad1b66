// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/sync/CompanyDesk.h"

namespace proconnect {

/// Asks the service; it asks the registers.
class DefaultCompanyDesk final : public QObject, public CompanyDesk
{
    Q_OBJECT

public:
    explicit DefaultCompanyDesk(ApiClient& api, QObject* parent = nullptr);

    void check(const SirenNumber& siren, QObject* context,
               std::function<void(Outcome<CompanyCheck>)> done) override;
    void attach(const SirenNumber& siren, QObject* context,
                std::function<void(Outcome<Company>)> done) override;

Q_SIGNALS:
    /// A company was attached: the profile has changed at the service.
    void attached(const QString& siren);

private:
    ApiClient& m_api;
};

} // namespace proconnect

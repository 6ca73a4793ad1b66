// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/sync/DepartureDesk.h"

namespace proconnect {

/// Asks the service. What it answers as a paper is handed on only when it is one.
class DefaultDepartureDesk final : public DepartureDesk
{
public:
    explicit DefaultDepartureDesk(ApiClient& api) : m_api(api) {}

    void tellReason(const QString& siren, const QString& departure, LeavingReason reason, QObject* context,
                    std::function<void(Outcome<Done>)> done) override;
    void receipt(const QString& siren, const QString& departure, Form form, QObject* context,
                 std::function<void(Outcome<QByteArray>)> done) override;
    void closureLetter(const QString& siren, const QString& account, QObject* context,
                       std::function<void(Outcome<QByteArray>)> done) override;

private:
    void fetch(HttpCall call, Form form, QObject* context, std::function<void(Outcome<QByteArray>)> done);

    ApiClient& m_api;
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/Sandbox.h"
#include "tests/sandbox/Http.h"

#include <QUrl>

namespace proconnect::sandbox::test {

/// The whole sandbox on free ports, in this process, with the clock of the computer.
class RunningSandbox
{
public:
    explicit RunningSandbox(const std::string& serviceUrl = "http://127.0.0.1:9");

    /// An address on the world listener; `path` may hold a query.
    [[nodiscard]] QUrl world(const QString& path) const;
    /// An address under FranceConnect's issuer.
    [[nodiscard]] QUrl franceConnect(const QString& path) const;
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] int mailPort() const;
    [[nodiscard]] QUrl badCertificate() const;

    /// Gives an order to the control address; true when it was carried out.
    [[nodiscard]] bool order(const QJsonObject& orders);

private:
    [[nodiscard]] QString address(const char* name) const;

    Sandbox m_sandbox;
    Http m_http;
};

} // namespace proconnect::sandbox::test

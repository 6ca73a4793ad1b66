// SPDX-License-Identifier: MIT
#pragma once

#include "service/identity/FranceConnectClient.h"
#include "service/platform/Platform.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace proconnect::service {

/// One of the State's identity providers, as the service uses it.
struct IdentityProvider
{
    QString id;            ///< as the database keeps it
    QString callbackPath;  ///< of its own, so that no answer passes for another provider's (RFC 9700, 2.1)
    QStringList pageHosts; ///< pages that the application lets a browser of its own visit
    FranceConnectClient client;
};

/// FranceConnect, and FranceConnect+ for acts of high effect where the operator has it.
class IdentityProviders
{
public:
    explicit IdentityProviders(const Platform& platform);

    [[nodiscard]] IdentityProvider& ordinary() { return *m_all.front(); }
    /// FranceConnect+ where there is one.
    [[nodiscard]] IdentityProvider& forHighEffect() { return *m_all.back(); }
    [[nodiscard]] bool isPlus(const QString& id) const { return m_all.size() > 1 && m_all.back()->id == id; }
    /// Null when the operator no longer has it.
    [[nodiscard]] IdentityProvider* find(const QString& id);
    [[nodiscard]] const std::vector<std::unique_ptr<IdentityProvider>>& all() const { return m_all; }
    /// Least eIDAS rank of a sign-in for acts of high effect.
    [[nodiscard]] int highEffectAssurance() const { return m_highEffectAssurance; }

private:
    std::vector<std::unique_ptr<IdentityProvider>> m_all;
    int m_highEffectAssurance;
};

} // namespace proconnect::service

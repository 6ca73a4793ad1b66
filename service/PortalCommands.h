// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

namespace proconnect::service {

/// "portal add ID NAME" and "client add ID": declares a portal in the configuration file, or gives a declared
/// one new credentials; the service reads them at its next start. Without a file of public keys a secret is
/// made, printed once, and kept as its hash. The file is replaced whole, with the same owner and mode, or not
/// at all. Status 0, 1 (the file cannot be changed so), 2 (misuse).
class PortalCommands
{
public:
    PortalCommands(QString configFile, QString keysFile)
        : m_configFile(std::move(configFile)), m_keysFile(std::move(keysFile))
    {}

    [[nodiscard]] CommandLineAnswer run(const QStringList& words) const;

private:
    [[nodiscard]] CommandLineAnswer addPortal(const QString& id, const QString& name) const;
    [[nodiscard]] CommandLineAnswer addClient(const QString& id) const;
    /// Lines of the section that hold the credentials; `secret` is set when one was made.
    [[nodiscard]] QString credentials(QString& secret) const;
    [[nodiscard]] CommandLineAnswer save(const QString& text, const QString& id, const QString& clientId,
                                         const QString& secret) const;

    QString m_configFile;
    QString m_keysFile;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"

#include <QStringList>

#include <variant>

namespace proconnect::service {

/// What the command line asks for.
struct CommandLine
{
    enum class Task {
        Serve,
        CheckConfiguration, ///< it was checked, no more
        VerifyEvidence,     ///< "audit verify"
        RotateKey,          ///< "key rotate": a new key that signs
        NoteBounce,         ///< "mail bounced": a mail server's report on the standard input
        ChangePortals,      ///< "portal add" and "client add" (PortalCommands)
        VerifyReceipt,      ///< "receipt verify"; needs no configuration
        Certify,            ///< "certify": verdicts on lines of JSON; needs no configuration
    };

    ServiceConfig config;
    Task task = Task::Serve;
    QString configFile; ///< as given; for ChangePortals only
    QStringList words;  ///< for ChangePortals and VerifyReceipt
    QString keysFile;   ///< of public keys, for the same
};

/// What to print instead of starting, and the program's exit status.
struct CommandLineAnswer
{
    QString text;
    int status = 0;
};

/// Reads `arguments` (without the program's name), the configuration file they name and the environment.
[[nodiscard]] std::variant<CommandLine, CommandLineAnswer>
readCommandLine(const QStringList& arguments, const QProcessEnvironment& environment);

} // namespace proconnect::service

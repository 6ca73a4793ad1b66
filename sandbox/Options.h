// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace proconnect::sandbox {

/// What the command line and the environment decide.
struct Options
{
    int franceConnectPort = 8810; ///< 0: any free port, as for the others
    int franceConnectPlusPort = 8814;
    int worldPort = 8811;
    int mailPort = 8812;
    int certificatePort = 8813;                       ///< of the listener whose certificate nobody trusts
    std::string serviceUrl = "http://127.0.0.1:8800"; ///< where ProConnect answers, without a final slash
    qint64 clockOffset = 0;                           ///< seconds
    std::string clientId = "proconnect-demo";         ///< with "-plus" at FranceConnect+, as the secret
    std::string clientSecret = "demo-secret-franceconnect";
    std::string redirectUri; ///< empty: {serviceUrl}/sign-in/callback
    std::string stateFile;   ///< where what happened is kept; empty: nowhere
    std::string dataFile;    ///< empty: the copy inside the program

    /// Reads the arguments, the first being the program's name. Asks to end with exit code (--help, or a
    /// mistake told on standard error) by returning nothing.
    [[nodiscard]] static std::optional<Options> read(const QStringList& arguments, int& exitCode);
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace proconnect::app {

/// What the application was asked to be.
struct Options
{
    bool demonstration = false;
    QUrl service;
    QString dataDirectory;
    QString language;       ///< empty: as last time
    qint64 clockOffset = 0; ///< seconds; demonstration only
    QString link;           ///< a proconnect: address that parseAppLink() understands; empty: none
    /// Tells apart what belongs to another service or directory, in names shared with other starts.
    QString instance;
};

/// Options, or what to print and the status to end with.
struct CommandLine
{
    struct Answer
    {
        QString text;
        int status = 0;
    };

    Options options;
    std::optional<Answer> answer;
};

/// Reads arguments and environment (PROCONNECT_SERVICE, PROCONNECT_CLOCK_OFFSET). Refuses root outside of the
/// demonstration, an address that is not https, and a demonstration that leaves this computer. Needs no
/// display.
[[nodiscard]] CommandLine parseCommandLine(int& argc, char** argv);

} // namespace proconnect::app

// SPDX-License-Identifier: MIT
#include "app/Application.h"
#include "app/CommandLine.h"
#include "core/log/MessageLog.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace proconnect::app;

    proconnect::installMessageLog();
    QCoreApplication::setApplicationName(QStringLiteral("proconnect"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PROCONNECT_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("fr.gouv.proconnect"));

    const CommandLine commandLine = parseCommandLine(argc, argv);
    if (commandLine.answer) {
        std::fputs(qUtf8Printable(commandLine.answer->text),
                   commandLine.answer->status == 0 ? stdout : stderr);
        return commandLine.answer->status;
    }
    QApplication qt(argc, argv);
    Application application(commandLine.options, qt);
    return application.start() ? QApplication::exec() : 0;
}

// SPDX-License-Identifier: MIT
#include "app/Application.h"
#include "app/CommandLine.h"
#include "core/log/MessageLog.h"
#include "ui/data_page/BackgroundThreads.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

namespace {

int run(const proconnect::app::Options& options, proconnect::ui::BackgroundThreads& threads, int argc,
        char** argv)
{
    QApplication qt(argc, argv);
    proconnect::app::Application application(options, threads, qt);
    return application.start() ? QApplication::exec() : 0;
}

} // namespace

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
    proconnect::ui::BackgroundThreads threads;
    const int status = run(commandLine.options, threads, argc, argv);
    if (threads.anyRuns()) {
        // It hangs in a call of the system: nothing that it may still use is destroyed under it.
        std::_Exit(status);
    }
    return status;
}

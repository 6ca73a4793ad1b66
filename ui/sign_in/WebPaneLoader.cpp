// SPDX-License-Identifier: MIT
#include "ui/sign_in/WebPaneLoader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>
#include <QLoggingCategory>

#include <unistd.h>

namespace proconnect::ui {
namespace {

Q_LOGGING_CATEGORY(log, "proconnect.signin")

/// In the build tree and as installed, both next to the program.
QString libraryPath()
{
    const QDir programs(QCoreApplication::applicationDirPath());
    for (const auto* place : {"../lib", "../lib/proconnect/modules"}) {
        QString path = QDir::cleanPath(
            programs.filePath(QLatin1String(place) + QLatin1String("/libproconnect-signin-web.so")));
        if (QFileInfo::exists(path)) {
            return path;
        }
    }
    return {};
}

/// Without shared OpenGL contexts, which would cost time and memory at every start, Qt 6.4's web engine draws
/// in software; but its log of the context then follows a null pointer. That one category stays silent.
void keepContextLogSilent()
{
    static QLoggingCategory::CategoryFilter usual = nullptr;
    if (usual) {
        return;
    }
    // The new filter is called while it is installed: the usual one has to be known before.
    usual = QLoggingCategory::installFilter(nullptr);
    QLoggingCategory::installFilter([](QLoggingCategory* category) {
        usual(category);
        if (qstrcmp(category->categoryName(), "qt.webenginecontext") == 0) {
            category->setEnabled(QtDebugMsg, false);
            category->setEnabled(QtInfoMsg, false);
        }
    });
}

} // namespace

bool webSandboxIsOff(bool demonstration)
{
    return demonstration && geteuid() == 0;
}

std::unique_ptr<WebPane> loadWebPane(const SignInPage& page, bool demonstration, const WebPaneEvents& events)
{
    if (geteuid() == 0 && !demonstration) {
        qCWarning(log, "the web view does not run as root");
        return nullptr;
    }
    if (webSandboxIsOff(demonstration) && !qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX")) {
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
        qCWarning(log,
                  "running as root: the web engine's own sandbox is off for this loopback demonstration");
    }
    keepContextLogSilent();
    QLibrary library(libraryPath());
    // Chromium cannot be unloaded.
    library.setLoadHints(QLibrary::PreventUnloadHint);
    // The symbol's type is the library's contract.
    const auto make = reinterpret_cast<MakeWebPane>(library.resolve(makeWebPaneSymbol));
    if (!make) {
        qCWarning(log, "the web view is not available: %s", qUtf8Printable(library.errorString()));
        return nullptr;
    }
    return std::unique_ptr<WebPane>(make(page, demonstration, events));
}

} // namespace proconnect::ui

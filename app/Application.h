// SPDX-License-Identifier: MIT
#pragma once

#include "app/AppSettings.h"
#include "app/ClientCore.h"
#include "app/CommandLine.h"
#include "app/SingleInstance.h"
#include "ui/Services.h"
#include "ui/text/Language.h"
#include "ui/theme/Theme.h"

#include <QTimer>

#include <memory>
#include <thread>

class QApplication;

namespace proconnect::ui {
class BackgroundThreads;
class MainWindow;
class RequestNotices;
} // namespace proconnect::ui

namespace proconnect::app {

/// The composition root: builds every part, owns them all, and shows the window once with what the copy
/// holds.
class Application
{
public:
    /// `threads` outlive this.
    Application(const Options& options, ui::BackgroundThreads& threads, QApplication& qt);
    ~Application();

    /// False when another start has taken over and this one has to end.
    [[nodiscard]] bool start();

private:
    void showWindow();
    void openLink(const QString& text);
    void raiseWindow(const QString& link);

    QApplication& m_qt;
    /// Fonts are found meanwhile: the first text would wait for it.
    std::jthread m_fonts;
    QString m_link;
    AppSettings m_settings;
    SingleInstance m_single;
    ui::Theme m_theme;
    ui::Language m_language;
    ClientCore m_core;
    ui::Services m_services;
    QTimer m_patience;
    bool m_shown = false;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::RequestNotices> m_notices;
};

} // namespace proconnect::app

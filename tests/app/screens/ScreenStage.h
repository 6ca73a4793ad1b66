// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/support/UiBench.h"
#include "ui/shell/MainWindow.h"

#include <QSize>

#include <memory>

namespace proconnect::ui {
class Dialog;
}

namespace proconnect::tests {

/// The main window with its real pages over data of the demonstration whose names are as long as names get.
class ScreenStage
{
public:
    explicit ScreenStage(const QSize& size, double scale = 1.0,
                         const QString& language = QStringLiteral("fr"));
    ~ScreenStage();

    UiBench bench;

    [[nodiscard]] ui::MainWindow& window() const { return *m_window; }
    /// Signs the director in with a company, and opens the page.
    void open(const QString& page, const QString& target = {});
    /// Signs the director in before a company is attached, and types its number.
    void attach(const CompanyCheck& check);
    /// Clicks the visible button whose text is that, whatever its mnemonic; fails the program when there is
    /// none.
    void click(const QString& text);
    /// The dialog over the window; fails the program when there is none.
    [[nodiscard]] ui::Dialog& dialog() const;

private:
    std::unique_ptr<ui::MainWindow> m_window;
};

/// The demonstration's company with a long name, a long-named holder and a long address.
[[nodiscard]] CompanySnapshot longNamedSnapshot();

} // namespace proconnect::tests

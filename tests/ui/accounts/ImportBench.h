// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountImportDialog.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/ReplaceListDialog.h"
#include "ui/widgets/Button.h"

#include <QTemporaryDir>

#include <memory>

namespace proconnect::tests {

/// The page of accounts over the demonstration's company, and a file to hand in. Customs (prodouane) give
/// their accounts as a file: Romain Peltier's and Yanis Meunier's are known.
class ImportBench
{
public:
    ImportBench();

    UiBench bench;
    QTemporaryDir folder;

    [[nodiscard]] ui::AccountsPage& page() const { return *m_page; }
    /// Builds the page anew, as after a change of the theme.
    void open();
    [[nodiscard]] ui::AccountImportDialog* dialog() const;
    [[nodiscard]] ui::Button* go() const;
    /// The second question, if it is asked.
    [[nodiscard]] ui::ReplaceListDialog* warning() const;
    /// Whether the dialog shows these words.
    [[nodiscard]] bool shows(const QString& words) const;
    /// Writes the file, an hour old; its path.
    [[nodiscard]] QString write(const QByteArray& content) const;
    /// Chooses a file, which begins to be read.
    void begin(const QString& path);
    /// Chooses a file and waits until it was read.
    void read(const QString& path);
    /// Reads a file and says that its date is right.
    void choose(const QString& path);
    /// Ticks that the date is right.
    void confirmDate() const;

private:
    std::unique_ptr<ui::AccountsPage> m_page;
};

} // namespace proconnect::tests

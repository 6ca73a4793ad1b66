// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/ExportFile.h"

#include <QObject>

namespace proconnect::ui {

class AccountTreeModel;
class Theme;

/// Asks for a format and a place, then writes the accounts that are shown.
class AccountExporter final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this; `model` must outlive it.
    AccountExporter(const Theme& theme, const AccountTreeModel& model, QWidget* page);

    /// `shown`: the filter and the words that are searched, for the document.
    void ask(const QString& shown);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& path);

private:
    void askPlace(ExportFormat format, const QString& shown);
    void write(const QString& path, ExportFormat format, const QString& shown);

    const Theme& m_theme;
    const AccountTreeModel& m_model;
    QWidget* m_page;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountExporter.h"

#include "ui/accounts/AccountExport.h"
#include "ui/export/ExportDialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace proconnect::ui {

AccountExporter::AccountExporter(const Theme& theme, const AccountTreeModel& model, QWidget* page)
    : QObject(page), m_theme(theme), m_model(model), m_page(page)
{}

void AccountExporter::ask(const QString& shown)
{
    auto* dialog = new ExportDialog(m_theme, qtTrId("acc.found", m_model.shownCount()), m_page);
    connect(dialog, &ExportDialog::chosen, this,
            [this, shown](ExportFormat format) { askPlace(format, shown); });
    dialog->open();
}

void AccountExporter::askPlace(ExportFormat format, const QString& shown)
{
    auto* dialog = new QFileDialog(m_page, qtTrId("exp.title"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format == ExportFormat::Csv ? QStringLiteral("csv") : QStringLiteral("pdf"));
    dialog->selectFile(accountFileName(m_model, format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format, shown](const QString& path) { write(path, format, shown); });
    dialog->open();
}

void AccountExporter::write(const QString& path, ExportFormat format, const QString& shown)
{
    const auto done = writeExport(path, format, accountTable(m_model, format), accountPage(m_model, shown));
    if (done) {
        Q_EMIT written(path);
    } else {
        Q_EMIT failed(path);
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/ExportFile.h"
#include "ui/widgets/Dialog.h"

class QButtonGroup;

namespace proconnect::ui {

/// J-72: as a table or as a document; says what the file will hold before it is written.
class ExportDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `what`: "20 comptes affichés".
    ExportDialog(const Theme& theme, const QString& what, QWidget* parent);

Q_SIGNALS:
    void chosen(proconnect::ui::ExportFormat format);

private:
    QButtonGroup* m_formats;
};

} // namespace proconnect::ui

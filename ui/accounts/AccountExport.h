// SPDX-License-Identifier: MIT
#pragma once

#include "ui/export/ExportFile.h"
#include "ui/models/AccountTreeModel.h"

namespace proconnect::ui {

/// The accounts that are shown, in their order, with every fact that the file of `format` has room for. Each
/// line says how and when the portal's data were learnt.
[[nodiscard]] TextTable accountTable(const AccountTreeModel& model, ExportFormat format);

/// What stands around them on paper: the company, what is shown (`shown`: the filter and the words), the date
/// of each portal's data.
[[nodiscard]] TablePage accountPage(const AccountTreeModel& model, const QString& shown);

/// "comptes-000058263-2026-11-23.csv"
[[nodiscard]] QString accountFileName(const AccountTreeModel& model, ExportFormat format);

} // namespace proconnect::ui

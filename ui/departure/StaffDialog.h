// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Leavers.h"
#include "core/staff/StaffFile.h"
#include "core/staff/StaffSuggestions.h"
#include "core/table/TextFile.h"
#include "ui/sheets/FactSheet.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QVBoxLayout;

namespace proconnect::ui {

class Banner;
class TextLabel;

/// a list of staff, and whom it suggests to look at. It closes nothing, and keeps and sends nothing of
/// the list.
class StaffDialog final : public Dialog
{
    Q_OBJECT

public:
    StaffDialog(const Theme& theme, const DateText& dates, QWidget* parent);

    /// The file cannot be read at all.
    void showTrouble(const TextFile& file);
    void showFaults(const QString& file, const QList<StaffFault>& faults);
    void showSuggestions(const QString& file, const StaffFile& staff,
                         const QList<StaffSuggestion>& suggestions, const QList<Leaver>& people);

Q_SIGNALS:
    void fileAsked();
    /// Leaver::key of whose departure is to be prepared.
    void chosen(const QString& leaver);

private:
    void show(const QString& file);
    void showFacts(const QString& file, const QList<Fact>& facts);
    [[nodiscard]] QWidget* rowOf(const StaffSuggestion& suggestion, const Leaver& person);
    [[nodiscard]] QString reasonOf(const StaffSuggestion& suggestion) const;

    DateText m_dates;
    Button* m_choose;
    TextLabel* m_columns;
    TextLabel* m_file;
    Banner* m_banner;
    QVBoxLayout* m_rows;
    QWidget* m_found = nullptr; ///< what stands in m_rows
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Leavers.h"
#include "core/staff/StaffFile.h"
#include "core/staff/StaffSuggestions.h"
#include "core/table/TextFile.h"
#include "ui/sheets/FactSheet.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QCheckBox;
class QVBoxLayout;

namespace proconnect::ui {

class Banner;
class LinkButton;
class TextLabel;

/// a list of staff, and whom it suggests to look at; any number of them are picked before the dialog
/// closes. It closes no account, and keeps and sends nothing of the list.
class StaffDialog final : public Dialog
{
    Q_OBJECT

public:
    StaffDialog(const Theme& theme, const DateText& dates, QWidget* parent);

    /// The file is being read, until something is shown of it.
    void showReading(const QString& file);
    /// Reading was stopped: there is no file.
    void showStopped();
    /// The file cannot be read at all.
    void showTrouble(const TextFile& file);
    void showFaults(const QString& file, const StaffFile& staff);
    void showSuggestions(const QString& file, const StaffFile& staff,
                         const QList<StaffSuggestion>& suggestions, const QList<Leaver>& people);

Q_SIGNALS:
    void fileAsked();
    void stopAsked();
    /// Leaver::key of those whose departures are to be prepared, in the order of the rows; at least one.
    void picked(const QStringList& leavers);

private:
    void show(const QString& file);
    void showFacts(const QString& file, const QList<Fact>& facts);
    void clear();
    /// Adds the next rows.
    void showMore();
    void showPicked();
    [[nodiscard]] QWidget* rowOf(const StaffSuggestion& suggestion, const Leaver& person);
    [[nodiscard]] QString reasonOf(const StaffSuggestion& suggestion) const;

    DateText m_dates;
    Button* m_choose;
    TextLabel* m_columns;
    TextLabel* m_file;
    Banner* m_banner;
    QVBoxLayout* m_rows;
    QWidget* m_found = nullptr; ///< what stands in m_rows
    LinkButton* m_more;
    Button* m_go;
    QList<StaffSuggestion> m_suggestions;
    QList<Leaver> m_people;
    qsizetype m_shown = 0;     ///< of the suggestions, those that have a row
    QList<QCheckBox*> m_boxes; ///< of the rows, each named by Leaver::key
    bool m_reading = false;
};

} // namespace proconnect::ui

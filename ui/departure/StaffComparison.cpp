// SPDX-License-Identifier: MIT
#include "ui/departure/StaffComparison.h"

#include "core/clock/Clock.h"
#include "core/sync/Workspace.h"
#include "ui/Services.h"
#include "ui/departure/StaffDialog.h"

#include <QFileDialog>
#include <QStandardPaths>

#include <algorithm>

namespace proconnect::ui {

StaffComparison::StaffComparison(const Services& services, QWidget* page)
    : QObject(page), m_services(services), m_page(page)
{}

void StaffComparison::ask()
{
    m_dialog = new StaffDialog(m_services.theme, DateText(m_services.clock.now()), m_page);
    connect(m_dialog, &StaffDialog::fileAsked, this, &StaffComparison::askFile);
    connect(m_dialog, &StaffDialog::chosen, this, &StaffComparison::chosen);
    m_dialog->open();
}

void StaffComparison::askFile()
{
    auto* files = new QFileDialog(m_dialog, qtTrId("imp.choose"),
                                  QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({qtTrId("imp.filter.csv"), qtTrId("imp.filter.all")});
    connect(files, &QFileDialog::fileSelected, this, &StaffComparison::open);
    files->open();
}

void StaffComparison::open(const QString& path)
{
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!m_dialog || !company) {
        return;
    }
    const TextFile file = readTextFile(path);
    if (file.trouble != TextFile::Trouble::None) {
        m_dialog->showTrouble(file);
        return;
    }
    const StaffFile staff = readStaffFile(file.text);
    if (!staff.faults.isEmpty()) {
        m_dialog->showFaults(file.name, staff.faults);
        return;
    }
    const QDate today = DateText(m_services.clock.now()).today();
    const QList<Leaver> people = leavers(*company, today);
    QList<StaffSuggestion> suggestions = staffSuggestions(people, *company, staff.people, today);
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const auto& a, const auto& b) { return a.why < b.why; });
    m_dialog->showSuggestions(file.name, staff, suggestions, people);
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/departure/StaffComparison.h"

#include "core/clock/Clock.h"
#include "core/sync/Workspace.h"
#include "ui/Services.h"
#include "ui/departure/StaffDialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace proconnect::ui {

StaffComparison::StaffComparison(const Services& services, QWidget* page)
    : QObject(page), m_services(services), m_page(page), m_reading(*this, services.threads)
{}

void StaffComparison::ask()
{
    m_dialog = new StaffDialog(m_services.theme, DateText(m_services.clock.now()), m_page);
    connect(m_dialog, &StaffDialog::fileAsked, this, &StaffComparison::askFile);
    connect(m_dialog, &StaffDialog::stopAsked, this, [this] {
        m_reading.stop();
        m_dialog->showStopped();
    });
    connect(m_dialog, &StaffDialog::picked, this, &StaffComparison::take);
    connect(m_dialog, &QDialog::finished, this, [this] { m_reading.stop(); });
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
    if (!m_dialog) {
        return;
    }
    m_dialog->showReading(QFileInfo(path).fileName());
    m_reading.start(
        [path](const std::stop_token& stop) {
            ReadList list{readTextFile(path), {}};
            if (list.file.trouble == TextFile::Trouble::None) {
                list.staff = readStaffFile(std::exchange(list.file.text, {}), stop);
            }
            return list;
        },
        [this](const ReadList& list) { show(list); });
}

void StaffComparison::show(const ReadList& list)
{
    const CompanySnapshot* company = m_services.workspace.snapshot();
    if (!m_dialog || !company) {
        return;
    }
    if (list.file.trouble != TextFile::Trouble::None) {
        m_dialog->showTrouble(list.file);
        return;
    }
    if (!list.staff.faults.isEmpty()) {
        m_dialog->showFaults(list.file.name, list.staff);
        return;
    }
    const QDate today = DateText(m_services.clock.now()).today();
    const QList<Leaver> people = leavers(*company, today);
    QList<StaffSuggestion> suggestions = staffSuggestions(people, *company, list.staff.people, today);
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const auto& a, const auto& b) { return a.why < b.why; });
    m_dialog->showSuggestions(list.file.name, list.staff, suggestions, people);
}

void StaffComparison::take(const QStringList& leavers)
{
    for (const QString& leaver : leavers) {
        drop(leaver);
    }
    m_picked = leavers + m_picked;
    // Not the one in the list, which whoever hears it puts in another order.
    const QString first = m_picked.constFirst();
    Q_EMIT chosen(first);
}

QList<Leaver> StaffComparison::waiting(const QList<Leaver>& people) const
{
    QList<Leaver> waiting;
    for (const QString& key : m_picked) {
        const auto found = std::find_if(people.cbegin(), people.cend(), [&key](const Leaver& one) {
            return one.key == key && one.closable > 0;
        });
        if (found != people.cend()) {
            waiting += *found;
        }
    }
    return waiting;
}

void StaffComparison::passOn(const QString& leaver)
{
    if (m_picked.removeAll(leaver) > 0) {
        m_picked.append(leaver);
    }
}

} // namespace proconnect::ui

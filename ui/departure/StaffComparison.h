// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Leavers.h"
#include "core/staff/StaffFile.h"
#include "core/table/TextFile.h"
#include "ui/data_page/BackgroundWork.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

class QWidget;

namespace proconnect::ui {

class StaffDialog;
struct Services;

/// Asks for the company's list of staff and shows whose departure it suggests. The list stays on this
/// computer, in memory, until the dialog is closed; who was picked from it is remembered until their
/// departure is decided.
class StaffComparison final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this.
    StaffComparison(const Services& services, QWidget* page);

    void ask();

    /// Leaver::key of those who were picked and not decided yet, in the order in which they come.
    [[nodiscard]] const QStringList& picked() const { return m_picked; }
    void setPicked(const QStringList& leavers) { m_picked = leavers; }
    /// Those of them who still have an account to close.
    [[nodiscard]] QList<Leaver> waiting(const QList<Leaver>& people) const;
    /// Looked at: whoever else was picked comes first.
    void passOn(const QString& leaver);
    /// Decided.
    void drop(const QString& leaver) { m_picked.removeAll(leaver); }

Q_SIGNALS:
    /// Leaver::key of whose departure is to be prepared first.
    void chosen(const QString& leaver);

private:
    /// A list of staff as it lies on this computer.
    struct ReadList
    {
        TextFile file; ///< without its text
        StaffFile staff;
    };
    void askFile();
    void open(const QString& path);
    void show(const ReadList& list);
    void take(const QStringList& leavers);

    const Services& m_services;
    QWidget* m_page;
    QPointer<StaffDialog> m_dialog;
    QStringList m_picked;
    BackgroundWork<ReadList> m_reading;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace proconnect::ui {

class StaffDialog;
struct Services;

/// Asks for the company's list of staff and shows whose departure it suggests. The list stays on this
/// computer, in memory, until the dialog is closed.
class StaffComparison final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this.
    StaffComparison(const Services& services, QWidget* page);

    void ask();

Q_SIGNALS:
    /// Leaver::key of whose departure is to be prepared.
    void chosen(const QString& leaver);

private:
    void askFile();
    void open(const QString& path);

    const Services& m_services;
    QWidget* m_page;
    QPointer<StaffDialog> m_dialog;
};

} // namespace proconnect::ui

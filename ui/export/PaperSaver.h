// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DepartureDesk.h"

#include <QObject>

#include <functional>

class QWidget;

namespace proconnect::ui {

/// Fetches a paper, asks where to keep it, and writes it there.
class PaperSaver final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this; the desk must outlive it.
    PaperSaver(DepartureDesk& desk, QWidget* page);

    /// What takes a paper, or why there is none.
    using Receive = std::function<void(Outcome<QByteArray>)>;

    [[nodiscard]] bool busy() const { return m_busy; }
    /// Of whatever `fetch` asks for; nothing is asked while another paper is on its way. `name`: what the
    /// file is called unless another is chosen.
    void save(const QString& name, const QString& suffix,
              const std::function<void(QObject* context, Receive receive)>& fetch);
    void saveReceipt(const QString& siren, const QString& departure, const QString& name,
                     DepartureDesk::Form form);
    void saveLetter(const QString& siren, const QString& account, const QString& portal);

Q_SIGNALS:
    void busyChanged();
    void saved(const QString& path);
    void unavailable(const proconnect::Failure& failure);
    void unwritable(const QString& path);

private:
    void setBusy(bool busy);
    void askPlace(const QByteArray& paper, const QString& name, const QString& suffix);

    DepartureDesk& m_desk;
    QWidget* m_page;
    bool m_busy = false;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DeviceSession.h"
#include "core/result/Outcome.h"
#include "ui/Services.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace proconnect::ui {

/// S-82: the computers on which the person is signed in; all but this one can be signed out from here.
class DevicesCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DevicesCard(const Services& services, QWidget* parent = nullptr);

    /// Asks the service again. A sign-out that failed, and was said to, is forgotten.
    void refresh();

private:
    void show(const Outcome<DeviceSessions>& answer);
    void addRow(const DeviceSession& session);
    void addSentence(const QString& sentence);
    void ask(const DeviceSession& session);
    void askForList();
    void endNext();
    void ended(const Outcome<DeviceSessions>& answer);
    void retry();

    enum class Asking { Nothing, List, End };

    const Services& m_services;
    QVBoxLayout* m_rows;
    QStringList m_toEnd; ///< confirmed by the person; the first may be under way
    Asking m_asking = Asking::Nothing;
    int m_question = 0; ///< a list that a sign-out has overtaken is out of date
};

} // namespace proconnect::ui

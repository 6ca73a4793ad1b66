// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DecisionDesk.h"

#include <QObject>

namespace proconnect::ui {

class UndoBar;

/// Shows the queue of decisions in the undo bar: the countdown of the latest, what waits, what was held after
/// a crash, what was undone.
class UndoPresenter final : public QObject
{
    Q_OBJECT

public:
    UndoPresenter(DecisionDesk& decisions, UndoBar& bar, QObject* parent = nullptr);
    ~UndoPresenter() override;

    /// Undoes the latest decision that still can be; false when there is none.
    bool undoLatest();

Q_SIGNALS:
    /// The person wants to sign in for the decision that waits for it.
    void signInRequested();

private:
    void refresh();
    void sendShown();

    DecisionDesk& m_decisions;
    UndoBar& m_bar;
    QString m_shown;
    bool m_awaitsSignIn = false; ///< the one shown
};

} // namespace proconnect::ui

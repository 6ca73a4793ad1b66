// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DecisionDesk.h"
#include "core/sync/Workspace.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace proconnect::ui {

/// Where a decision on a request or an account stands, between the click and the snapshot that shows it.
/// Without it, a request would come back in the list between the service's word and the next snapshot.
class DecisionTracker : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Undoable, Sending, AwaitingSignIn, AwaitingNetwork, Held, Taken };

    struct Progress
    {
        Decision decision;
        Stage stage = Stage::Undoable;
        QDateTime takenAt; ///< only when taken

        friend bool operator==(const Progress&, const Progress&) = default;
    };
    using ByTarget = QHash<QString, Progress>;

    DecisionTracker(DecisionDesk& desk, Workspace& workspace, QObject* parent = nullptr);

    /// The decision on `target` that the snapshot does not show yet.
    [[nodiscard]] std::optional<Progress> progress(const QString& target) const;
    [[nodiscard]] const ByTarget& all() const { return m_progress; }

    /// Why the service did not take the latest decision on `target`; until the next decision or dismiss().
    [[nodiscard]] std::optional<Failure> refusal(const QString& target) const;
    void dismissRefusal(const QString& target);

Q_SIGNALS:
    /// progress() or refusal() of some target changed; a second less in a countdown is not a change.
    void changed();

private:
    void readPending();
    void noteTaken(const Decision& decision, const DecisionReceipt& receipt);
    void noteRefused(const Decision& decision, const Failure& failure);
    void dropShown();

    DecisionDesk& m_desk;
    Workspace& m_workspace;
    ByTarget m_progress;
    QHash<QString, Failure> m_refusals;
};

} // namespace proconnect::ui

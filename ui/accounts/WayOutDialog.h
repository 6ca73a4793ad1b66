// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/WayOutText.h"
#include "ui/widgets/Dialog.h"

#include <functional>

class QVBoxLayout;

namespace proconnect::ui {

/// V-34 once it was decided: whose own account works, what the closing of the shared one waits for, and
/// stopping it.
class WayOutDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `hindrance`: why nothing can be decided of it now; empty when it can. None of them need outlive the
    /// constructor.
    WayOutDialog(const Theme& theme, const WayOutText& text, const Departure& wayOut,
                 const QString& hindrance, QWidget* parent);

Q_SIGNALS:
    void stopConfirmed();
    /// The portal refused, or never answered: it is asked once more.
    void closingAskedAgain();
    /// The letter by which the portal closes the account.
    void letterAsked();
    /// The portal has closed the account by that letter.
    void closedDeclared();
    void receiptAsked();
    /// Somebody's own, which calls for a hand.
    void accountAsked(const QString& id);
    /// Somebody's own, which waits for an answer.
    void requestAsked(const QString& id);

private:
    void addPeople(const WayOutText& text, const Departure& wayOut);
    struct LinkWords
    {
        QString text;
        QString full; ///< for screen readers, with %1 for the name
        QString name;
    };
    /// To what is somebody's own. It closes the dialog first.
    void addLink(QVBoxLayout* column, const LinkWords& words, const std::function<void()>& follow);
    /// One that goes on with something and closes the dialog.
    void addAct(const QString& text, void (WayOutDialog::*told)(), bool enabled = true);
    void addButtons(const Departure& wayOut, const QString& hindrance, bool everybodyReady);
};

} // namespace proconnect::ui

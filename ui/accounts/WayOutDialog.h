// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/WayOutText.h"
#include "ui/widgets/Dialog.h"

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

private:
    void addPeople(const WayOutText& text, const Departure& wayOut);
    /// One that goes on with something and closes the dialog.
    void addAct(const QString& text, void (WayOutDialog::*told)(), bool enabled = true);
    void addButtons(const Departure& wayOut, const QString& hindrance, bool everybodyReady);
};

} // namespace proconnect::ui

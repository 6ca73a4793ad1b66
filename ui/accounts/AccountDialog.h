// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/LastHand.h"
#include "core/model/AccountNotes.h"
#include "core/model/PortalAccount.h"
#include "ui/text/AccountText.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// What V-33 shows of an account.
struct AccountSheet
{
    const PortalAccount& account;
    QString hindrance;            ///< why the account cannot be closed now; empty when it can
    FindingSet findings;          ///< those that nobody set aside
    std::optional<QDate> lastDay; ///< of the holder
    QList<SetAside> setAside;     ///< of this account, those whose day is not over
    QString noNotes;              ///< why nothing can be set aside now; empty when it can
    bool leavable = false;        ///< the holder's departure can be reported
    /// What nobody would administer any more: it is not closed from here, somebody takes over first.
    std::optional<LastHand> lastHand = {};
};

/// V-33: one account, what is known of it and from where, and closing it.
class AccountDialog final : public Dialog
{
    Q_OBJECT

public:
    AccountDialog(const Theme& theme, const AccountSheet& sheet, const AccountText& text, QWidget* parent);

Q_SIGNALS:
    void closeConfirmed();
    /// Somebody is to take over before it is closed.
    void successorAsked();
    /// All accounts of the holder are to be closed.
    void departureAsked();
    void setAsideAsked(proconnect::FindingKind kind);
    void putBackAsked(const proconnect::SetAside& one);

private:
    void addFindings(const Theme& theme, const AccountSheet& sheet, const AccountText& text);
    void addClosing(const Theme& theme, const AccountSheet& sheet, const AccountText& text);
    void addButtons(const Theme& theme, const AccountSheet& sheet);
    void addClosingButton(const Theme& theme, bool lastHand);
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/LastHand.h"
#include "core/findings/AccountHistory.h"
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
    /// Of an orphaned administrator's: how far whoever takes over is; empty: nobody was named.
    QString substitution = {};
    bool substitutionTroubled = false; ///< the portal refused, or is late
    bool substitutable = false;        ///< somebody can be named now
    QString notSubstitutable = {};     ///< why not, and what to do instead, where it is not plain to see
    /// Of a shared account: how far an account for each person is; empty: nobody decided so.
    QString wayOut = {};
    bool wayOutShown = false; ///< it can be looked at
    /// Of one that somebody takes over with a request: how far its closing is; empty: nobody decided so.
    QString replacement = {};
    QString replacedWith = {}; ///< AccessRequest::id
    QList<AccountEvent> history = {};
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
    /// Somebody is to take the role over from an administrator who has left.
    void takeOverAsked();
    /// What becomes of an account that several people use is to be chosen, or looked at.
    void sharedAsked();
    /// The request of whoever takes over is to be looked at.
    void requestAsked();
    /// All accounts of the holder are to be closed.
    void departureAsked();
    void setAsideAsked(proconnect::FindingKind kind);
    void putBackAsked(const proconnect::SetAside& one);

private:
    void addFindings(const Theme& theme, const AccountSheet& sheet, const AccountText& text);
    void addWayOut(const Theme& theme, const AccountSheet& sheet);
    void addSubstitution(const Theme& theme, const AccountSheet& sheet);
    void addClosing(const Theme& theme, const AccountSheet& sheet, const AccountText& text);
    void addHistory(const Theme& theme, const AccountSheet& sheet, const AccountText& text);
    void addButtons(const Theme& theme, const AccountSheet& sheet);
    void addClosingButton(const Theme& theme, const AccountSheet& sheet);
};

} // namespace proconnect::ui

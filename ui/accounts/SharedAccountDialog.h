// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/WayOutText.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

class ChoiceCard;
class WayOutForm;

/// V-34: what becomes of an account that several people use: an account for each of them, keeping it, or
/// closing it. Nothing is sent before it is confirmed.
class SharedAccountDialog final : public Dialog
{
    Q_OBJECT

public:
    /// What cannot be chosen now, and why; empty: it can.
    struct Hindrances
    {
        QString opening;
        QString keeping;
        QString closing;
        bool lastHand = false; ///< closing it asks first who takes over
    };
    /// `shared` is of the snapshot that `text` shows; neither need outlive the constructor.
    SharedAccountDialog(const Theme& theme, const WayOutText& text, const PortalAccount& shared,
                        const Hindrances& hindrances, QWidget* parent);
    /// The people and the day that were stated before, in place of none and of the proposed one.
    void resume(const QList<Newcomer>& newcomers, QDate day);

Q_SIGNALS:
    /// The account is closed from `day` on, once the accounts of `newcomers` work.
    void openingConfirmed(const QList<proconnect::Newcomer>& newcomers, const QDate& day);
    void keepingAsked();
    void closingConfirmed();
    /// Somebody is to take over before it is closed.
    void successorAsked();

private:
    [[nodiscard]] ChoiceCard* addChoice(const QString& name, const QString& body, const QString& why,
                                        const QString& advice = {});
    void addButtons();
    void confirm();
    void showChoice();

    ChoiceCard* m_open = nullptr;
    ChoiceCard* m_keep = nullptr;
    ChoiceCard* m_close = nullptr;
    WayOutForm* m_form;
    Button* m_go = nullptr;
    bool m_lastHand;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/result/Outcome.h"
#include "ui/Services.h"
#include "ui/widgets/Dialog.h"

class QLineEdit;

namespace proconnect::ui {

class Button;
class FieldRow;

/// C-28: the code of an invitation to act for a company, and what the person says to it. It stays open, with
/// what was typed, until the service has taken the answer; nothing closes it while that is on its way.
class InvitationDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `services` must outlive the dialog.
    InvitationDialog(const Services& services, QWidget* parent);

    void reject() override;

Q_SIGNALS:
    /// The service took the answer.
    void answered(const proconnect::Delegation& delegation);

private:
    [[nodiscard]] bool sending() const;
    void send(DelegationReply reply);
    void showOutcome(const Outcome<Delegation>& outcome);

    const Services& m_services;
    QLineEdit* m_code;
    FieldRow* m_row;
    Button* m_cancel;
    Button* m_decline;
    Button* m_accept;
};

} // namespace proconnect::ui

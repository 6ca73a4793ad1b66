// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QButtonGroup;

namespace proconnect::ui {

/// D-08: which delegate is asked to answer.
class ForwardDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `delegations`: those that may answer the request; at least one.
    ForwardDialog(const Theme& theme, const DateText& dates, const QString& person,
                  const QList<Delegation>& delegations, QWidget* parent);

Q_SIGNALS:
    void chosen(const proconnect::Delegation& delegation);

private:
    QList<Delegation> m_delegations;
    QButtonGroup* m_choices;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// Two addresses bear one name: the same person, or two? Nothing is merged without an answer, and either
/// answer is remembered.
class SamePersonDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `portals`: what each address opens, in the same order; `hindrance`: why no answer can be given now,
    /// empty when it can.
    SamePersonDialog(const Theme& theme, const QString& name, const QStringList& addresses,
                     const QStringList& portals, const QString& hindrance, QWidget* parent);

Q_SIGNALS:
    void answered(const proconnect::PersonLinkOrder& order);
};

} // namespace proconnect::ui

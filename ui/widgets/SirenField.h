// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"

#include <QLineEdit>

#include <optional>

namespace proconnect::ui {

/// A field for a SIREN: spaces come by themselves, a spaced SIREN, a SIRET or a French VAT number can be
/// pasted, and nothing is said to be wrong before the ninth digit, except letters.
class SirenField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SirenField(QWidget* parent = nullptr);

    /// The number, once nine digits with a valid key are there.
    [[nodiscard]] std::optional<SirenNumber> siren() const;
    /// Nine digits, but not a SIREN.
    [[nodiscard]] bool mistyped() const;

Q_SIGNALS:
    /// A new complete and valid number stands in the field.
    void sirenEntered(const proconnect::SirenNumber& siren);
    /// Nine digits stand in the field and their key is wrong.
    void mistypedSiren();
    /// The number is no longer complete.
    void incomplete();
    /// Letters were given, and no SIREN with them: a name, another country's number.
    void lettersGiven();

private:
    void onTextEdited(const QString& text);
    [[nodiscard]] QString digits() const;

    QString m_told;
};

} // namespace proconnect::ui

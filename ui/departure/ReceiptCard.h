// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"

#include <QFrame>

namespace proconnect::ui {

class Button;
class TextLabel;
class Theme;

/// The receipt of a departure as it stands, in: its number, and a file of it for people or for
/// programs. Hidden while the service has given none.
class ReceiptCard final : public QFrame
{
    Q_OBJECT

public:
    /// A card of its own, or a line under others.
    enum class Look { Card, Line };

    explicit ReceiptCard(const Theme& theme, Look look = Look::Card, QWidget* parent = nullptr);

    void show(const Departure& departure);
    /// While the receipt is on its way.
    void setSaving(bool saving);

Q_SIGNALS:
    void clicked(bool asJson);

private:
    TextLabel* m_words;
    Button* m_pdf;
    Button* m_json;
};

} // namespace proconnect::ui

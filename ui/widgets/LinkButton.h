// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace proconnect::ui {

/// An action written as an underlined link, inside or after a text.
class LinkButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Size { Normal, Small };

    explicit LinkButton(const QString& text, Size size = Size::Normal, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace proconnect::ui

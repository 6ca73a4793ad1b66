// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

/// A part of a page that fills the height left to it and scrolls inside, however high its content would like
/// to be. Layouts take the preferred height of wrapped texts for a minimum, all the way up to the window: a
/// pane stops that.
class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {QWidget::sizeHint().width(), minimumSizeHint().height()};
    }
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

/// A part of a page that fills the height left to it and scrolls inside, however high its content would like
/// to be. Layouts take the preferred height of wrapped texts for a minimum, all the way up to the window: a
/// pane stops that, unless the page itself scrolls.
class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// As high as its content, instead: for a page that scrolls as a whole.
    void setWhole(bool whole)
    {
        m_whole = whole;
        updateGeometry();
    }

    [[nodiscard]] bool hasHeightForWidth() const override { return m_whole && QWidget::hasHeightForWidth(); }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize hint = QWidget::sizeHint();
        return m_whole ? hint : QSize(hint.width(), minimumSizeHint().height());
    }

private:
    bool m_whole = false;
};

} // namespace proconnect::ui

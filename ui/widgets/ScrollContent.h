// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

/// The content of a scroll area, as high as its texts need at the width they get. By itself a scroll area
/// takes for a minimum the height that wrapped texts would need at their narrowest, and scrolls over
/// emptiness. Content without such texts is never lower than its layout allows.
class ScrollContent final : public QWidget
{
    Q_OBJECT

public:
    explicit ScrollContent(QWidget* parent = nullptr) : QWidget(parent) { setAutoFillBackground(false); }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize size = QWidget::minimumSizeHint();
        return {size.width(), hasHeightForWidth() ? 0 : size.height()};
    }
};

} // namespace proconnect::ui

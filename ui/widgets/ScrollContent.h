// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

/// The content of a scroll area, as high as its texts need at the width they get. By itself a scroll area
/// takes for a minimum the height that wrapped texts would need at their narrowest, and scrolls over
/// emptiness.
class ScrollContent final : public QWidget
{
    Q_OBJECT

public:
    explicit ScrollContent(QWidget* parent = nullptr) : QWidget(parent) { setAutoFillBackground(false); }

    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace proconnect::ui

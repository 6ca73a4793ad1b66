// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// The mark and the name of the application.
class Brand final : public QWidget
{
    Q_OBJECT

public:
    /// `size` is the mark's side in the design, at 100 %.
    explicit Brand(const Theme& theme, int size = 26, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont nameFont() const;

    const Theme& m_theme;
    int m_size;
};

} // namespace proconnect::ui

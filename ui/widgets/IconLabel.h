// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// An icon beside a text that says the same: decorative, unseen by screen readers.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// `size` is the design's, at 100 %.
    IconLabel(const Theme& theme, QString name, ColorRole role, int size = 20, QWidget* parent = nullptr);

    void setIcon(const QString& name, ColorRole role);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_name;
    ColorRole m_role;
    int m_size;
};

} // namespace proconnect::ui

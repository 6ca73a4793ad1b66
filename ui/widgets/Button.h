// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QPushButton>

class QTimer;

namespace proconnect::ui {

class Theme;

/// A push button of the design. While busy it keeps its words, shows a spinner and ignores clicks.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind { Primary, Secondary, Neutral, Quiet, Danger, DangerOutline, Toast, ToastQuiet };
    enum class Size { Normal, Small };
    enum class IconPlace { Before, After };

    /// `text` may hold a mnemonic (&).
    Button(const Theme& theme, const QString& text, Kind kind = Kind::Neutral, Size size = Size::Normal,
           QWidget* parent = nullptr);

    /// An icon of resources/icons, in the colour of the text or in `role`. A button without text needs an
    /// accessible name.
    void setIconName(const QString& name, IconPlace place = IconPlace::Before);
    void setIconName(const QString& name, ColorRole role);

    [[nodiscard]] bool busy() const { return m_spin != nullptr; }
    void setBusy(bool busy);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] ColorRole textRole() const;
    void showIcon(const QString& name, ColorRole role, IconPlace place);
    void paintSpinner();

    const Theme& m_theme;
    Kind m_kind;
    Size m_size;
    QTimer* m_spin = nullptr;
    int m_angle = 0;
};

} // namespace proconnect::ui

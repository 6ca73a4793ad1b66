// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace proconnect::ui {

class Theme;

/// The code of the screen, at its top right: read to an adviser on the phone; a click copies it.
class ScreenCode final : public QPushButton
{
    Q_OBJECT

public:
    ScreenCode(const Theme& theme, const QString& code, QWidget* parent = nullptr);

    [[nodiscard]] const QString& code() const { return m_code; }
    void setCode(const QString& code);
    void copy() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_code;
};

} // namespace proconnect::ui

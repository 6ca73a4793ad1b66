// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace proconnect::ui {

class Theme;

/// A way out among several: icon, what it does in bold, what it means, an arrow.
class ChoiceRow final : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceRow(const Theme& theme, QString iconName, const QString& title, QString explanation,
              QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] int explanationHeight() const;

    const Theme& m_theme;
    QString m_icon;
    QString m_explanation;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace proconnect::ui {

class Theme;

/// Six cells for a code of six digits: one text field, so that pasting and screen readers work.
class CodeField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit CodeField(const Theme& theme, QWidget* parent = nullptr);

    static constexpr int length = 6;

    [[nodiscard]] bool complete() const { return text().size() == length; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void completed(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void onTextEdited(const QString& text);
    [[nodiscard]] QRectF cell(int index) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui

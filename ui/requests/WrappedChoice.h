// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QRadioButton;

namespace proconnect::ui {

class Theme;

/// A radio button whose words may take several lines: QRadioButton cuts them.
class WrappedChoice final : public QWidget
{
    Q_OBJECT

public:
    WrappedChoice(const Theme& theme, const QString& words, QWidget* parent = nullptr);

    [[nodiscard]] QRadioButton* radio() const { return m_radio; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRadioButton* m_radio;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class IconLabel;
class TextLabel;
class Theme;

/// A label, its control, and under it a hint or what is wrong (icon and sentence, read as its description).
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    /// `label` may hold a mnemonic (&). Takes ownership of `control`.
    FieldRow(const Theme& theme, const QString& label, QWidget* control, QWidget* parent = nullptr);

    void setHint(const QString& hint);
    /// An empty sentence takes the error away. Of the field that has the focus, it is brought into sight.
    void setError(const QString& error);
    [[nodiscard]] QString error() const;

private:
    void showMessage();
    void bringIntoSight();

    QWidget* m_control;
    IconLabel* m_icon;
    TextLabel* m_message;
    QString m_hint;
    QString m_error;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace proconnect::ui {

class Theme;

/// A filter that is on or off, with the number of rows it would leave.
class TagFilter final : public QPushButton
{
    Q_OBJECT

public:
    TagFilter(const Theme& theme, QString name, const QString& iconName = {}, QWidget* parent = nullptr);

    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

private:
    const Theme& m_theme;
    QString m_name;
};

} // namespace proconnect::ui

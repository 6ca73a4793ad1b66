// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace proconnect::ui {

class Theme;

/// One entry of the side menu: icon, name, count; a bar and a fill when active.
class NavigationItem final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Label { Full, Short, None };

    NavigationItem(const Theme& theme, QString id, QString iconName, QString name, QString shortName,
                   QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    void setLabel(Label label);
    /// The page of this entry is the one on screen.
    void setActive(bool active);
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintCount(QPainter& painter, const QRect& row) const;

    const Theme& m_theme;
    QString m_id;
    QString m_icon;
    QString m_name;
    QString m_shortName;
    Label m_label = Label::Full;
    int m_count = 0;
    bool m_active = false;
};

} // namespace proconnect::ui

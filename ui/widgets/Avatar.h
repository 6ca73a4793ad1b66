// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

namespace proconnect::ui {

class Theme;

/// Two letters of a name: first letters of its first and last words.
[[nodiscard]] QString initialsOf(const QString& name);
/// Paints the round avatar of `name` in `circle`; with `icon`, that icon instead of letters. For delegates.
void paintAvatar(const Theme& theme, QPainter& painter, const QRectF& circle, const QString& name,
                 const QString& icon = {});

/// The initials of a person, or the icon of a firm. The name always stands beside it: unseen by screen
/// readers.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    /// `size` is the design's, at 100 %.
    Avatar(const Theme& theme, QString name, int size = 36, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setIconName(const QString& icon);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_name;
    QString m_icon;
    int m_size;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace proconnect::ui {

class Theme;

/// Paints one request of the list: person, portal and right, when, badges.
class RequestDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RequestDelegate(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintBackground(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintBadges(QPainter& painter, const QRect& row, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui

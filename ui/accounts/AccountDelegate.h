// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace proconnect::ui {

class Theme;

/// Paints one cell of a line of the table of accounts. Lines whose source is old are greyed, with their date.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Width of the menu sign at the right end of a line, in the design's pixels.
    static constexpr int menuWidth = 44;

    explicit AccountDelegate(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintWho(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QRect& cell, const QString& text, bool muted) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui

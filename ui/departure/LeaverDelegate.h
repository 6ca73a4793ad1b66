// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace proconnect::ui {

class Theme;

/// Paints one row of R-40: the name of a part, or somebody with their job, badges and number of accounts.
class LeaverDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LeaverDelegate(const Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRect& row, const QString& name) const;
    /// Answers the room that is left for the words.
    QRect paintEnd(QPainter& painter, const QRect& room, const QString& count) const;
    void paintWords(QPainter& painter, const QRect& room, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui

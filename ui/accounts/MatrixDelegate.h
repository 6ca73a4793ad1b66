// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace proconnect::ui {

class Theme;

/// Paints a cell of the matrix: a chip with icon and word, the icon alone where there is no room, a dash for
/// no account, a question mark where the portal never answered.
class MatrixDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MatrixDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace proconnect::ui

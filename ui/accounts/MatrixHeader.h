// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace proconnect::ui {

class Theme;

/// Names of portals with their tiles, or names of people with their avatars, at the edge of the matrix.
class MatrixHeader final : public QHeaderView
{
    Q_OBJECT

public:
    MatrixHeader(const Theme& theme, Qt::Orientation orientation, QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    void paintPortal(QPainter& painter, const QRect& rect, int section) const;
    void paintPerson(QPainter& painter, const QRect& rect, int section) const;
    void paintLines(QPainter& painter, const QRect& rect, const QString& name, const QString& subtitle,
                    Qt::Alignment alignment) const;

    const Theme& m_theme;
};

} // namespace proconnect::ui

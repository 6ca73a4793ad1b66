// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

namespace proconnect::ui {

/// Places items in a row and goes to the next line when the room ends; items of a line share their middle.
/// Lines start at the left, unless told otherwise.
class FlowLayout final : public QLayout
{
public:
    FlowLayout(int horizontalGap, int verticalGap, QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// Where each line stands in the width: left, centre or right.
    void setLines(Qt::Alignment lines) { m_lines = lines; }

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool move) const;

    QList<QLayoutItem*> m_items;
    int m_horizontalGap;
    int m_verticalGap;
    Qt::Alignment m_lines = Qt::AlignLeft;
};

} // namespace proconnect::ui

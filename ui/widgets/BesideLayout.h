// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

#include <array>
#include <memory>

namespace proconnect::ui {

/// Two parts side by side where there is room, one under the other where there is not. Depends on the width
/// alone, so that a large text or a narrow window needs no other code.
class BesideLayout final : public QLayout
{
    Q_OBJECT

public:
    /// The part that takes what the other leaves.
    enum class Grows { First, Second };

    /// `room`: the least width for the part that grows, beside the other.
    BesideLayout(Grows grows, int room, int gap, int verticalGap);
    ~BesideLayout() override;

    void setRoom(int room);
    /// Of the lower part within the height of the other; in the middle by default.
    void setAcross(Qt::Alignment across) { m_across = across; }
    void addLayout(QLayout* layout);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    [[nodiscard]] QLayoutItem* growing() const;
    [[nodiscard]] QLayoutItem* other() const;
    [[nodiscard]] bool both() const;
    [[nodiscard]] bool stacked(int width) const;
    int arrange(const QRect& rect, bool move) const;

    Grows m_grows;
    int m_room;
    int m_gap;
    int m_verticalGap;
    Qt::Alignment m_across = Qt::AlignVCenter;
    std::array<std::unique_ptr<QLayoutItem>, 2> m_items;
};

} // namespace proconnect::ui

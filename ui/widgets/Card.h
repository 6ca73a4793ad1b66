// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace proconnect::ui {

class BesideLayout;
class TextLabel;
class Theme;

/// A surface with a thin border and round corners, and a title row when it has a title.
class Card final : public QFrame
{
    Q_OBJECT

public:
    /// Without title: an empty surface. `body()` has the card's padding only when `padded`.
    explicit Card(const Theme& theme, const QString& title = {}, bool padded = true,
                  QWidget* parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Puts `widget` at the right end of the title row, or under the title where the room is short; only a
    /// card with a title has one.
    void addToHeader(QWidget* widget);
    void setTitle(const QString& title);
    /// A thin line between two rows of a card without padding.
    void addRule();

private:
    const Theme& m_theme;
    QVBoxLayout* m_body;
    BesideLayout* m_header = nullptr;
    TextLabel* m_title = nullptr;
};

} // namespace proconnect::ui

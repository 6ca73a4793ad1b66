// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

namespace proconnect::ui {

/// Texts with their places in the order of the language. Each is known by its number.
class RankedTexts
{
public:
    [[nodiscard]] int size() const { return static_cast<int>(m_texts.size()); }
    [[nodiscard]] const QString& at(int number) const { return m_texts.at(number); }
    /// Greater for a text that comes later, the same for equal texts; only after settle().
    [[nodiscard]] int rank(int number) const { return m_ranks.at(number); }

    void append(const QString& text);
    void replace(int number, const QString& text);
    /// Finds the places of those that were appended or replaced since: few of them cost little.
    void settle();

private:
    void sortAll();
    void insertLoose();

    QStringList m_texts;
    QList<int> m_order;
    QList<int> m_ranks;
    QList<int> m_loose; ///< whose places are to be found
};

} // namespace proconnect::ui

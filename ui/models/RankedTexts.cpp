// SPDX-License-Identifier: MIT
#include "ui/models/RankedTexts.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <vector>

namespace proconnect::ui {
namespace {

QCollator languageOrder()
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    return collator;
}

} // namespace

void RankedTexts::append(const QString& text)
{
    m_loose += size();
    m_texts += text;
}

void RankedTexts::replace(int number, const QString& text)
{
    if (m_texts.at(number) != text) {
        m_texts[number] = text;
        m_loose += number;
    }
}

void RankedTexts::settle()
{
    if (m_loose.isEmpty()) {
        return;
    }
    // A key for each text costs as much as a few comparisons with it.
    constexpr qsizetype few = 8;
    m_loose.size() > size() / few ? sortAll() : insertLoose();
    m_loose.clear();
    m_ranks.resize(size());
    for (int place = 0; place < size(); ++place) {
        const int number = m_order.at(place);
        const bool same = place > 0 && m_texts.at(number) == m_texts.at(m_order.at(place - 1));
        m_ranks[number] = same ? m_ranks.at(m_order.at(place - 1)) : place;
    }
}

void RankedTexts::sortAll()
{
    const QCollator collator = languageOrder();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(static_cast<std::size_t>(size()));
    for (const QString& text : std::as_const(m_texts)) {
        keys.push_back(collator.sortKey(text));
    }
    m_order.resize(size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const int order = keys[static_cast<std::size_t>(a)].compare(keys[static_cast<std::size_t>(b)]);
        return order != 0 ? order < 0 : m_texts.at(a) < m_texts.at(b);
    });
}

void RankedTexts::insertLoose()
{
    const QCollator collator = languageOrder();
    QList<bool> loose(size());
    for (const int number : std::as_const(m_loose)) {
        loose[number] = true;
    }
    m_order.removeIf([&loose](int number) { return loose.at(number); });
    for (int number = 0; number < size(); ++number) {
        if (loose.at(number)) {
            const auto place = std::upper_bound(m_order.cbegin(), m_order.cend(), number, [&](int a, int b) {
                const int order = collator.compare(m_texts.at(a), m_texts.at(b));
                return order != 0 ? order < 0 : m_texts.at(a) < m_texts.at(b);
            });
            m_order.insert(place, number);
        }
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "core/certification/CommuneTable.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <numeric>

namespace proconnect::certification {
namespace {

// A power of two above twice the number of names.
constexpr std::size_t nameSlots = 131'072;
constexpr std::size_t codeAndTab = 6;

/// Cuts `text` at `separator` and gives each piece to `take`.
template <typename Take>
void split(std::string_view text, char separator, const Take& take)
{
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        take(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

int numberOf(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

template <typename Number>
std::uint64_t lettersAt(const char* letters)
{
    Number number = 0;
    std::memcpy(&number, letters, sizeof(number));
    return number;
}

/// Up to eight letters as one number; some of them count twice.
std::uint64_t fewLetters(std::string_view name)
{
    const std::size_t size = name.size();
    if (size >= sizeof(std::uint32_t)) {
        return lettersAt<std::uint32_t>(name.data()) << 32U |
               lettersAt<std::uint32_t>(name.data() + size - sizeof(std::uint32_t));
    }
    return size == 0 ? 0
                     : lettersAt<std::uint8_t>(name.data()) << 16U |
                           lettersAt<std::uint8_t>(name.data() + size / 2) << 8U |
                           lettersAt<std::uint8_t>(name.data() + size - 1);
}

/// Eight letters at a time: forty-five thousand names are indexed before the first verdict.
std::size_t hashOf(std::string_view name)
{
    std::uint64_t hash = name.size();
    const auto take = [&hash](std::uint64_t letters) {
        hash = (hash ^ letters) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32U;
    };
    constexpr std::size_t step = sizeof(std::uint64_t);
    for (; name.size() > step; name.remove_prefix(step)) {
        take(lettersAt<std::uint64_t>(name.data()));
    }
    take(fewLetters(name));
    return hash % nameSlots;
}

} // namespace

CommuneTable::CommuneTable(std::string_view text)
    : m_text(text), m_rows(CommuneCode::keyEnd), m_names(nameSlots)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        readRow(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
        begin = end + 1;
    }
    for (const Link& link : m_links) {
        m_rows[link.from.key()] |= linked;
        m_rows[link.to.key()] |= knows(link.to) ? linked : 0U;
    }
    std::sort(m_links.begin(), m_links.end(), [](const Link& a, const Link& b) { return a.from < b.from; });
    m_linksByTarget.resize(m_links.size());
    std::iota(m_linksByTarget.begin(), m_linksByTarget.end(), 0U);
    std::sort(m_linksByTarget.begin(), m_linksByTarget.end(),
              [this](std::uint32_t a, std::uint32_t b) { return m_links[a].to < m_links[b].to; });
}

void CommuneTable::readRow(std::string_view line, std::uint32_t begin)
{
    if (line.starts_with('#')) {
        m_edition = line.substr(std::min<std::size_t>(2, line.size()));
        return;
    }
    const CommuneCode code = CommuneCode::parse(line.substr(0, codeAndTab - 1));
    const std::size_t namesEnd = std::min(line.find('\t', codeAndTab), line.size());
    const std::string_view names = line.substr(codeAndTab, namesEnd - codeAndTab);
    // Mostly there are none: the next column begins at once.
    const std::size_t linksBegin = std::min(namesEnd + 1, line.size());
    const bool none = linksBegin == line.size() || line[linksBegin] == '\t';
    const std::string_view links = none ? std::string_view() : column(line.substr(linksBegin), 0);
    if (names.starts_with('!')) {
        m_territories.push_back({code, {numberOf(names.substr(3)), numberOf(links)}});
        return;
    }
    m_rows[code.key()] = links.empty() ? begin : begin | hasLinks;
    readLinks(code, links);
    split(names, '|', [&](std::string_view name) {
        indexName(name, begin + static_cast<std::uint32_t>(name.data() - line.data()));
    });
}

void CommuneTable::readLinks(CommuneCode from, std::string_view links)
{
    split(links, ',', [&](std::string_view link) {
        Link read{from, CommuneCode::parse(link.substr(0, link.find(':'))), 0, 0};
        link.remove_prefix(link.find(':') + 1);
        read.since = numberOf(link.substr(0, link.find(':')));
        link.remove_prefix(link.find(':') + 1);
        read.until = numberOf(link);
        m_links.push_back(read);
    });
}

bool CommuneTable::isNameAt(std::uint32_t begin, std::string_view name) const
{
    const std::size_t end = begin + name.size();
    return m_text.substr(begin, name.size()) == name && end < m_text.size() &&
           (m_text[end] == '|' || m_text[end] == '\t');
}

void CommuneTable::indexName(std::string_view name, std::uint32_t begin)
{
    // A name that several communes bear is there several times, eighteen at most: comparing takes longer.
    std::size_t slot = hashOf(name);
    while (m_names[slot] != 0) {
        slot = (slot + 1) % nameSlots;
    }
    m_names[slot] = begin;
}

bool CommuneTable::isName(std::string_view name) const
{
    std::size_t slot = hashOf(name);
    while (m_names[slot] != 0 && !isNameAt(m_names[slot], name)) {
        slot = (slot + 1) % nameSlots;
    }
    return !name.empty() && m_names[slot] != 0;
}

std::string_view CommuneTable::rowAt(std::uint32_t entry) const
{
    const std::size_t begin = entry & ~(hasLinks | linked);
    return begin == 0 ? std::string_view() : m_text.substr(begin, m_text.find('\n', begin) - begin);
}

std::string_view CommuneTable::names(CommuneCode code) const
{
    const std::size_t row = m_rows[code.key()] & ~(hasLinks | linked);
    if (row == 0) {
        return {};
    }
    const std::size_t begin = row + codeAndTab;
    return m_text.substr(begin, m_text.find('\t', begin) - begin);
}

std::string_view CommuneTable::column(std::string_view line, int index)
{
    for (; index > 0; --index) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            return {};
        }
        line.remove_prefix(tab + 1);
    }
    return line.substr(0, line.find('\t'));
}

FormerTerritory CommuneTable::formerTerritory(CommuneCode code) const
{
    if (knows(code)) {
        return {};
    }
    const auto found = std::find_if(m_territories.begin(), m_territories.end(),
                                    [code](const Territory& entry) { return entry.code == code; });
    return found == m_territories.end() ? FormerTerritory() : found->state;
}

std::span<const CommuneTable::Link> CommuneTable::linksFrom(CommuneCode code) const
{
    if ((m_rows[code.key()] & hasLinks) == 0) {
        return {};
    }
    const auto begin = std::lower_bound(m_links.begin(), m_links.end(), code,
                                        [](const Link& link, CommuneCode from) { return link.from < from; });
    const auto end =
        std::find_if(begin, m_links.end(), [code](const Link& link) { return link.from != code; });
    return {begin, end};
}

std::vector<CommuneTable::Link> CommuneTable::linksTo(CommuneCode code) const
{
    std::vector<Link> links;
    auto next =
        std::lower_bound(m_linksByTarget.begin(), m_linksByTarget.end(), code,
                         [this](std::uint32_t index, CommuneCode to) { return m_links[index].to < to; });
    for (; next != m_linksByTarget.end() && m_links[*next].to == code; ++next) {
        links.push_back(m_links[*next]);
    }
    return links;
}

} // namespace proconnect::certification

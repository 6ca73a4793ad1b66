// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CommuneCode.h"
#include "core/certification/CommuneHistory.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace proconnect::certification {

/// The shipped data, indexed. Rows stay text; the index tells where each begins.
class CommuneTable
{
public:
    /// `text`: communes.tsv; must outlive the table.
    explicit CommuneTable(std::string_view text);

    struct Link
    {
        CommuneCode from;
        CommuneCode to;
        int since = 0; ///< CivilDate::number(); 0 when unknown
        int until = 0; ///< when the link was undone; 0 when it lasts
    };

    [[nodiscard]] std::string_view edition() const { return m_edition; }
    [[nodiscard]] bool knows(CommuneCode code) const { return m_rows[code.key()] != 0; }
    [[nodiscard]] std::string_view names(CommuneCode code) const;
    [[nodiscard]] std::string_view postalCodes(CommuneCode code) const { return column(row(code), 3); }
    [[nodiscard]] FormerTerritory formerTerritory(CommuneCode code) const;
    [[nodiscard]] bool isName(std::string_view name) const;
    [[nodiscard]] std::span<const Link> linksFrom(CommuneCode code) const;
    /// Links whose `to` is `code`, in no order.
    [[nodiscard]] std::vector<Link> linksTo(CommuneCode code) const;
    /// Whether any link leaves `code` or comes to it.
    [[nodiscard]] bool isLinked(CommuneCode code) const { return (m_rows[code.key()] & linked) != 0; }

private:
    // Marks in m_rows beside the place where a row begins.
    static constexpr std::uint32_t hasLinks = 0x8000'0000U;
    static constexpr std::uint32_t linked = 0x4000'0000U;

    struct Territory
    {
        CommuneCode code;
        FormerTerritory state;
    };

    void readRow(std::string_view line, std::uint32_t begin);
    void readLinks(CommuneCode from, std::string_view links);
    void indexName(std::string_view name, std::uint32_t begin);
    [[nodiscard]] bool isNameAt(std::uint32_t begin, std::string_view name) const;
    [[nodiscard]] std::string_view rowAt(std::uint32_t entry) const;
    [[nodiscard]] std::string_view row(CommuneCode code) const { return rowAt(m_rows[code.key()]); }
    [[nodiscard]] static std::string_view column(std::string_view line, int index);

    std::string_view m_text;
    std::string_view m_edition;
    std::vector<std::uint32_t> m_rows; ///< by key: where the row begins, and whether it has links; 0: no row
    std::vector<Link> m_links;         ///< sorted by `from`
    std::vector<std::uint32_t> m_linksByTarget;
    std::vector<Territory> m_territories;
    std::vector<std::uint32_t> m_names; ///< open-addressing hash table: where each name begins; 0: none
};

} // namespace proconnect::certification

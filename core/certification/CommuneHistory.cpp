// SPDX-License-Identifier: MIT
#include "core/certification/CommuneHistory.h"

#include "core/certification/CommuneTable.h"

#include <QResource>

#include <algorithm>
#include <string_view>

namespace proconnect::certification {
namespace {

[[gnu::cold, gnu::noinline]] CommuneTable shippedTable()
{
    // Not compressed, so that the rows are read where the program already has them, for as long as it runs.
    const QResource file(QStringLiteral(":/certification/communes.tsv"));
    return CommuneTable({reinterpret_cast<const char*>(file.data()), static_cast<std::size_t>(file.size())});
}

[[gnu::always_inline]] inline const CommuneTable& table()
{
    static const CommuneTable communes = shippedTable();
    return communes;
}

/// Walks links as time goes: each step must still hold when the one before it happened, or at birth.
class Walk
{
public:
    Walk(const CommuneTable& communes, const CivilDate& birth)
        : m_communes(communes), m_birth(birth.absent() ? 0 : birth.number())
    {}

    /// Whether `target` lies ahead of `from`.
    [[nodiscard]] bool reaches(CommuneCode from, CommuneCode target) const
    {
        return step(from, m_birth, 0, [target](CommuneCode at) { return at == target; });
    }

    /// `from` and everything ahead of it.
    [[nodiscard]] std::vector<CommuneCode> ahead(CommuneCode from) const
    {
        std::vector<CommuneCode> seen{from};
        (void)step(from, m_birth, 0, [&seen](CommuneCode at) {
            seen.push_back(at);
            return false;
        });
        return seen;
    }

private:
    // The longest chain of the data has six links; cycles (a commune that left and came back) end here.
    static constexpr int deepest = 12;

    /// Gives each code ahead to `found` until that says true.
    template <typename Found>
    [[nodiscard]] bool step(CommuneCode at, int now, int depth, const Found& found) const
    {
        if (depth == deepest) {
            return false;
        }
        const auto links = m_communes.linksFrom(at);
        return std::any_of(links.begin(), links.end(), [&](const CommuneTable::Link& link) {
            return (link.until == 0 || now < link.until) &&
                   (found(link.to) || step(link.to, std::max(now, link.since), depth + 1, found));
        });
    }

    const CommuneTable& m_communes;
    int m_birth;
};

void collectBehind(CommuneCode code, const CivilDate& birth, std::vector<CommuneCode>& found, int depth)
{
    constexpr int deepest = 6;
    if (depth > deepest) {
        return;
    }
    for (const auto& link : table().linksTo(code)) {
        if (std::find(found.begin(), found.end(), link.from) == found.end() &&
            Walk(table(), birth).reaches(link.from, code)) {
            found.push_back(link.from);
            collectBehind(link.from, birth, found, depth + 1);
        }
    }
}

/// Whether `accept` says yes to a piece of a list.
template <typename Accept>
bool anyIn(std::string_view list, char separator, const Accept& accept)
{
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        if (accept(list.substr(0, end))) {
            return true;
        }
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return false;
}

bool lists(std::string_view list, char separator, std::string_view sought)
{
    // Nearly every list begins with what is sought: no need to look where its first piece ends.
    const bool first =
        list.starts_with(sought) && list.size() > sought.size() && list[sought.size()] == separator;
    return first || anyIn(list, separator, [sought](std::string_view piece) { return piece == sought; });
}

/// Names stand in the order in which they were borne.
std::string_view lastOf(std::string_view names)
{
    return names.substr(names.rfind('|') + 1);
}

std::string_view withoutArticle(std::string_view name)
{
    const std::size_t space = name.find(' ');
    const std::string_view first = name.substr(0, space);
    const bool article = first == "LE" || first == "LA" || first == "LES" || first == "L";
    return article && space != std::string_view::npos ? name.substr(space + 1) : name;
}

} // namespace

CommuneRelation communeRelation(CommuneCode a, CommuneCode b, const CivilDate& birth)
{
    const CommuneTable& communes = table();
    if (a == b) {
        const bool named = communes.knows(a) || communes.formerTerritory(a).state != 0;
        return named ? CommuneRelation::Same : CommuneRelation::Unknown;
    }
    const Walk walk(communes, birth);
    if (walk.reaches(a, b) || walk.reaches(b, a)) {
        return CommuneRelation::Compatible;
    }
    return communes.knows(a) && communes.knows(b) ? CommuneRelation::Different : CommuneRelation::Unknown;
}

FormerTerritory formerTerritory(CommuneCode code)
{
    return table().formerTerritory(code);
}

bool isKnownCommune(CommuneCode code)
{
    return table().knows(code);
}

bool hasHistory(CommuneCode code)
{
    return table().isLinked(code);
}

std::vector<CommuneCode> relatedCommunes(CommuneCode code, const CivilDate& birth)
{
    std::vector<CommuneCode> related = Walk(table(), birth).ahead(code);
    collectBehind(code, birth, related, 0);
    return related;
}

std::vector<CommuneCode> communesAhead(CommuneCode code, const CivilDate& birth)
{
    return Walk(table(), birth).ahead(code);
}

bool communeLiesIn(CommuneCode code, std::string_view departement, const CivilDate& birth)
{
    if (code.isIn(departement)) {
        return true;
    }
    // The first numbers of Reunion, Guadeloupe and Guyane began like those that three islands bear today.
    const bool reused = departement == "975" || departement == "977" || departement == "978";
    const auto related = reused ? communesAhead(code, birth) : relatedCommunes(code, birth);
    return std::any_of(related.begin(), related.end(),
                       [departement](CommuneCode any) { return any.isIn(departement); });
}

QString communeNames(CommuneCode code)
{
    const std::string_view names = table().names(code);
    return QString::fromUtf8(names.data(), static_cast<qsizetype>(names.size()));
}

bool communeIsNamed(CommuneCode code, std::string_view name)
{
    return lists(table().names(code), '|', name);
}

bool communeIsNamedButForArticle(CommuneCode code, std::string_view name)
{
    return anyIn(table().names(code), '|', [bare = withoutArticle(name)](std::string_view piece) {
        return withoutArticle(piece) == bare;
    });
}

bool communeIsNamedLast(CommuneCode code, std::string_view name)
{
    // Without looking for where the last one begins: it is asked for nearly every commune.
    const std::string_view names = table().names(code);
    return names.ends_with(name) &&
           (names.size() == name.size() || names[names.size() - name.size() - 1] == '|');
}

bool communeIsNamedLastButForArticle(CommuneCode code, std::string_view name)
{
    return withoutArticle(lastOf(table().names(code))) == withoutArticle(name);
}

bool isBorneBeside(const std::vector<CommuneCode>& communes, std::string_view name)
{
    const auto isStranger = [&](CommuneCode code) {
        return communeIsNamed(code, name) &&
               std::find(communes.begin(), communes.end(), code) == communes.end();
    };
    for (auto commune = communes.begin(); commune != communes.end(); ++commune) {
        const bool seen = std::any_of(communes.begin(), commune, [commune](CommuneCode before) {
            return before.neighbour(0) == commune->neighbour(0);
        });
        for (unsigned number = 0; !seen && number < CommuneCode::neighbours; ++number) {
            if (isStranger(commune->neighbour(number))) {
                return true;
            }
        }
    }
    return false;
}

bool isCommuneName(std::string_view name)
{
    return table().isName(name);
}

bool isPostalCodeOf(std::string_view postalCode, CommuneCode code)
{
    return !postalCode.empty() && lists(table().postalCodes(code), ',', postalCode);
}

QString communeEdition()
{
    const std::string_view edition = table().edition();
    return QString::fromLatin1(edition.data(), static_cast<qsizetype>(edition.size()));
}

} // namespace proconnect::certification

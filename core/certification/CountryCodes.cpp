// SPDX-License-Identifier: MIT
#include "core/certification/CountryCodes.h"

#include "core/certification/Trimmed.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QResource>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace proconnect::certification {
namespace {

constexpr int countryNumbers = 1000;
constexpr std::size_t letters = 26;

/// Letters A to Z as one number; nothing for anything else.
std::optional<std::size_t> isoIndex(QStringView code)
{
    std::size_t index = 0;
    for (const QChar c : code) {
        const char16_t unit = c.unicode();
        const bool lower = unit >= u'a' && unit <= u'z';
        if (!lower && (unit < u'A' || unit > u'Z')) {
            return std::nullopt;
        }
        index = index * letters + (unit - (lower ? u'a' : u'A'));
    }
    return index;
}

/// The shipped table: rows "99352 TAB DZ,DZA TAB ALGERIE", and changes "99115 TAB >99116" or "99141 TAB
/// =99109".
struct CountryTable
{
    std::array<std::uint16_t, letters * letters> alpha2{};
    std::array<std::uint16_t, letters * letters * letters> alpha3{};
    std::array<std::uint16_t, countryNumbers> absorbedInto{};
    std::array<bool, countryNumbers> known{};
    std::vector<std::pair<int, int>> successors; ///< sorted
    QHash<QByteArray, int> names;
    QByteArray edition;

    CountryTable();
    void readChange(int former, const QByteArray& change);
    void readState(int number, const QList<QByteArray>& columns);
};

int numberOf(const QByteArray& cog)
{
    return cog.mid(2, 3).toInt();
}

[[gnu::cold, gnu::noinline]] CountryTable::CountryTable()
{
    const QResource file(QStringLiteral(":/certification/countries.tsv"));
    const QList<QByteArray> rows = file.uncompressedData().split('\n');
    for (const QByteArray& row : rows) {
        const QList<QByteArray> columns = row.split('\t');
        if (row.startsWith("# ")) {
            edition = row.mid(2);
        } else if (columns.size() == 3) {
            const int number = numberOf(columns[0]);
            const bool isChange = columns[1].startsWith('=') || columns[1].startsWith('>');
            isChange ? readChange(number, columns[1]) : readState(number, columns);
        }
    }
    std::sort(successors.begin(), successors.end());
}

void CountryTable::readChange(int former, const QByteArray& change)
{
    const int present = numberOf(change.mid(1));
    known.at(static_cast<std::size_t>(former)) = true;
    if (change.startsWith('=')) {
        absorbedInto.at(static_cast<std::size_t>(former)) = static_cast<std::uint16_t>(present);
    } else {
        successors.emplace_back(former, present);
    }
}

void CountryTable::readState(int number, const QList<QByteArray>& columns)
{
    known.at(static_cast<std::size_t>(number)) = true;
    const QList<QByteArray> codes = columns[1].split(',');
    for (const QByteArray& code : codes) {
        const auto index = isoIndex(QString::fromLatin1(code));
        if (index && code.size() == 2) {
            alpha2.at(*index) = static_cast<std::uint16_t>(number);
        } else if (index && code.size() == 3) {
            alpha3.at(*index) = static_cast<std::uint16_t>(number);
        }
    }
    const QList<QByteArray> written = columns[2].split('|');
    for (const QByteArray& name : written) {
        if (!name.isEmpty()) {
            names.insert(name, number);
        }
    }
}

[[gnu::always_inline]] inline const CountryTable& table()
{
    static const CountryTable countries;
    return countries;
}

} // namespace

CountryNumber countryNumber(QStringView code)
{
    const QStringView written = trimmedView(code);
    int number = 0;
    if (isCountryCode(written)) {
        for (const QChar digit : written.sliced(2)) {
            number = number * 10 + (digit.unicode() - u'0');
        }
    } else if (written.size() == 2 || written.size() == 3) {
        const auto index = isoIndex(written);
        if (!index) {
            return 0;
        }
        number = written.size() == 2 ? table().alpha2.at(*index) : table().alpha3.at(*index);
    }
    if (number == 0) {
        return 0;
    }
    const int present = table().absorbedInto.at(static_cast<std::size_t>(number));
    return present != 0 ? present : number;
}

CountryNumber countryNamed(std::string_view name)
{
    const int number =
        table().names.value(QByteArray::fromRawData(name.data(), static_cast<qsizetype>(name.size())), 0);
    const int present = table().absorbedInto.at(static_cast<std::size_t>(number));
    return present != 0 ? present : number;
}

CountryRelation countryRelation(CountryNumber a, CountryNumber b)
{
    if (a == b) {
        return CountryRelation::Same;
    }
    const auto& pairs = table().successors;
    const bool related = std::binary_search(pairs.begin(), pairs.end(), std::pair{a, b}) ||
                         std::binary_search(pairs.begin(), pairs.end(), std::pair{b, a});
    return related ? CountryRelation::Successor : CountryRelation::Different;
}

bool isKnownCountry(CountryNumber number)
{
    return number > 0 && number < countryNumbers && table().known.at(static_cast<std::size_t>(number));
}

QString countryEdition()
{
    return QString::fromLatin1(table().edition);
}

} // namespace proconnect::certification

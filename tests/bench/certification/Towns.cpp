// SPDX-License-Identifier: MIT
#include "tests/bench/certification/Towns.h"

#include <QHash>
#include <QList>
#include <QResource>

#include <array>
#include <utility>
#include <vector>

namespace proconnect::bench {
namespace {

/// Communes of today as the program ships them, and where most people are born.
struct Towns
{
    std::vector<Town> all;
    std::vector<std::size_t> large; ///< repeated by weight
    QHash<QString, std::size_t> byCode;

    Towns();
    void weigh(const QString& code, int weight);
};

constexpr auto largeTowns = std::to_array<std::pair<const char*, int>>({
    {"31555", 20}, {"06088", 15}, {"44109", 15}, {"67482", 13}, {"34172", 13}, {"33063", 12}, {"59350", 11},
    {"35238", 10}, {"51454", 9},  {"42218", 9},  {"83137", 8},  {"76351", 8},  {"38185", 8},  {"21231", 8},
    {"49007", 7},  {"30189", 7},  {"97411", 7},  {"69266", 7},  {"63113", 7},  {"72181", 6},  {"13001", 6},
    {"29019", 6},  {"37261", 6},  {"80021", 6},  {"87085", 6},  {"57463", 5},  {"25056", 5},  {"45234", 5},
    {"68224", 5},  {"76540", 5},  {"93066", 5},  {"14118", 4},  {"54395", 4},  {"97209", 4},  {"95500", 3},
    {"94028", 4},  {"92050", 4},  {"93048", 4},  {"2A004", 2},  {"2B033", 2},  {"97105", 2},  {"91228", 3},
});

Towns::Towns()
{
    const QResource file(QStringLiteral(":/certification/communes.tsv"));
    const QList<QByteArray> rows = file.uncompressedData().split('\n');
    QHash<QString, QString> earlier;
    for (const QByteArray& row : rows) {
        const QList<QByteArray> columns = row.split('\t');
        if (columns.size() != 4 || columns[1].startsWith('!')) {
            continue;
        }
        const QString code = QString::fromLatin1(columns[0]);
        if (!columns[2].isEmpty()) {
            earlier.insert(QString::fromLatin1(columns[2].left(5)), code);
        }
        if (!columns[3].isEmpty()) {
            const QByteArray name = columns[1].split('|').constLast();
            byCode.insert(code, all.size());
            all.push_back({code, QString::fromLatin1(name), {}});
        }
    }
    for (Town& town : all) {
        town.earlier = earlier.value(town.code);
    }
    for (const auto& [code, weight] : largeTowns) {
        weigh(QString::fromLatin1(code), weight);
    }
    for (int number = 1; number <= 20; ++number) {
        weigh(QString::number(75100 + number), 8);
        weigh(number <= 9 ? QString::number(69380 + number) : QString(), 5);
        weigh(number <= 16 ? QString::number(13200 + number) : QString(), 5);
    }
}

void Towns::weigh(const QString& code, int weight)
{
    const auto found = byCode.constFind(code);
    if (found != byCode.constEnd()) {
        large.insert(large.end(), static_cast<std::size_t>(weight), *found);
    }
}

const Towns& towns()
{
    static const Towns list;
    return list;
}

} // namespace

const Town& someTown(std::mt19937_64& random)
{
    const Towns& list = towns();
    return random() % 2 == 0 ? list.all[list.large[random() % list.large.size()]]
                             : list.all[random() % list.all.size()];
}

const Town* townOf(const QString& code)
{
    const auto found = towns().byCode.constFind(code);
    return found == towns().byCode.constEnd() ? nullptr : &towns().all[*found];
}

} // namespace proconnect::bench

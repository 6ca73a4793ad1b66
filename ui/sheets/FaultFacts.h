// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sheets/FactSheet.h"

#include <algorithm>

namespace proconnect::ui {

/// One fact a fault of a file, by line, as far as people read. Between the last two stands how many are not
/// shown, `moreFaults` that the file's reader did not list among them; where nothing was read after the last
/// fault (`cut`), that one is shown. `words` gives the sentence of a fault.
template <typename File, typename Words>
[[nodiscard]] QList<Fact> faultFacts(const File& file, const Words& words)
{
    constexpr qsizetype most = 30;
    const auto fact = [&words](const auto& fault) {
        return Fact{fault.line > 0 ? qtTrId("imp.line").arg(fault.line) : qtTrId("imp.file"), words(fault)};
    };
    const qsizetype all = file.faults.size() + file.moreFaults;
    const qsizetype last = file.cut && all > most ? 1 : 0;
    const qsizetype first = std::min(file.faults.size() - last, most - last);
    QList<Fact> facts;
    for (const auto& one : file.faults.first(first)) {
        facts += fact(one);
    }
    if (const qsizetype hidden = all - first - last; hidden > 0) {
        facts += Fact{QString(), qtTrId("imp.faults.more", static_cast<int>(hidden))};
    }
    if (last > 0) {
        facts += fact(file.faults.constLast());
    }
    return facts;
}

/// How many faults a file has, at least where not all of it was read.
template <typename File>
[[nodiscard]] QString faultCount(const File& file)
{
    const auto all = static_cast<int>(file.faults.size() + file.moreFaults);
    return file.cut ? qtTrId("imp.faults.least", all) : qtTrId("imp.faults", all);
}

} // namespace proconnect::ui

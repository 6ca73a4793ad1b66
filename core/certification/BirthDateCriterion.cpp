// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"

#include <array>
#include <utility>

namespace proconnect::certification {
namespace {

/// Day and month exchanged, or two digits of them: 29/08 written 28/09 or 08/29.
bool transposed(const CivilDate& a, const CivilDate& b)
{
    if (a.year != b.year) {
        return false;
    }
    if (a.month == b.day && a.day == b.month) {
        return true;
    }
    const auto digitsOf = [](const CivilDate& date) {
        return std::array{date.month / 10, date.month % 10, date.day / 10, date.day % 10};
    };
    auto mine = digitsOf(a);
    const auto theirs = digitsOf(b);
    for (std::size_t i = 0; i < mine.size(); ++i) {
        for (std::size_t j = i + 1; j < mine.size(); ++j) {
            std::swap(mine.at(i), mine.at(j));
            if (mine == theirs) {
                return true;
            }
            std::swap(mine.at(i), mine.at(j));
        }
    }
    return false;
}

/// Nobody younger can be emancipated (Code civil, 413-2): whoever represents the company, it is not they.
bool isTooYoung(const CivilDate& birth, const CivilDate& today)
{
    constexpr int yearsOfEmancipation = 16;
    constexpr int oneYear = 10'000; // in CivilDate::number()
    return today.number() < birth.number() + yearsOfEmancipation * oneYear;
}

bool isFirstOfJanuary(const CivilDate& date)
{
    return date.month == 1 && date.day == 1;
}

} // namespace

Finding compareBirthDates(const CivilDate& mine, const CivilDate& theirs, bool knownToTheDay,
                          const CivilDate& today)
{
    if (mine.absent() || theirs.absent()) {
        return {Weight::Missing, "date.missing"};
    }
    if (!mine.complete() || !theirs.complete()) {
        if (!mine.possible(today) || !theirs.possible(today)) {
            return {Weight::Doubt, "date.impossible"};
        }
        return mine.mayBe(theirs) ? Finding{Weight::Doubt, "date.partial"}
                                  : Finding{Weight::Excludes, "date.different"};
    }
    const bool equal = mine == theirs;
    if (!mine.real(today) || (!equal && !theirs.real(today))) {
        return {Weight::Doubt, "date.impossible"};
    }
    if (equal && isTooYoung(mine, today)) {
        return {Weight::Doubt, "date.too-young"};
    }
    if (equal) {
        return isFirstOfJanuary(mine) && !knownToTheDay ? Finding{Weight::Doubt, "date.presumed"}
                                                        : Finding{Weight::Agrees, "date.equal"};
    }
    return transposed(mine, theirs) ? Finding{Weight::Doubt, "date.transposed"}
                                    : Finding{Weight::Excludes, "date.different"};
}

Finding compareGenders(RegisteredGender mine, RegisteredGender theirs)
{
    if (mine == RegisteredGender::Unknown || theirs == RegisteredGender::Unknown) {
        return {Weight::Neutral, "gender.unknown"};
    }
    if (mine == RegisteredGender::Unreadable || theirs == RegisteredGender::Unreadable) {
        return {Weight::Doubt, "gender.unreadable"};
    }
    return mine == theirs ? Finding{Weight::Agrees, "gender.equal"}
                          : Finding{Weight::Contradiction, "gender.different"};
}

} // namespace proconnect::certification

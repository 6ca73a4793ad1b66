// SPDX-License-Identifier: MIT
#include "core/certification/NameCriteria.h"

namespace proconnect::certification {
namespace {

using Boundary = FoldedText::Boundary;

/// `name` is one of the names of a list, or several that follow each other.
bool holdsName(const FoldedText& list, FoldedText::View name)
{
    std::size_t begin = 0;
    for (qsizetype i = 0; i < list.wordCount(); ++i) {
        if (list.letters().substr(begin, name.size()) == name) {
            const qsizetype last = list.wordEndingAt(begin + name.size());
            if (last >= 0 && list.boundaryAfter(last) != Boundary::Joint) {
                return true;
            }
        }
        if (list.boundaryAfter(i) != Boundary::Joint) {
            begin = list.wordEnd(i);
        }
    }
    return false;
}

} // namespace

bool NamePair::swapped() const
{
    return !mine.family.isEmpty() && !theirs.family.isEmpty() &&
           holdsName(mine.given, theirs.family.letters()) && holdsName(theirs.given, mine.family.letters());
}

} // namespace proconnect::certification

// SPDX-License-Identifier: MIT
#include "core/certification/CommuneCode.h"

#include "core/certification/Trimmed.h"

namespace proconnect::certification {
namespace {

constexpr qsizetype length = 5;

/// Departements count in base 12 (2A, 2B), communes in base 10.
std::uint32_t baseAt(qsizetype position)
{
    return position < 2 ? 12 : 10;
}

/// 0 to 9, or 10 and 11 for A and B; -1 for anything else.
int valueOf(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9') {
        return unit - u'0';
    }
    const int letter = unit == u'A' || unit == u'a' ? 10 : -1;
    return unit == u'B' || unit == u'b' ? 11 : letter;
}

} // namespace

CommuneCode CommuneCode::parse(QStringView text)
{
    const QStringView code = trimmedView(text);
    if (code.size() != length) {
        return {};
    }
    CommuneCode result;
    for (qsizetype i = 0; i < length; ++i) {
        const int value = valueOf(code[i]);
        if (value < 0 || (value > 9 && (i != 1 || code[0] != u'2'))) {
            return {};
        }
        result.m_key = result.m_key * baseAt(i) + static_cast<std::uint32_t>(value);
    }
    const bool none = (code[0] == u'9' && code[1] == u'9') || (code[0] == u'0' && code[1] == u'0');
    return none ? CommuneCode() : result;
}

bool CommuneCode::isIn(QStringView departement) const
{
    if (departement.size() < 2 || departement.size() > length) {
        return false;
    }
    std::uint32_t mine = m_key;
    for (qsizetype i = length - 1; i >= departement.size(); --i) {
        mine /= baseAt(i);
    }
    std::uint32_t theirs = 0;
    for (qsizetype i = 0; i < departement.size(); ++i) {
        const int value = valueOf(departement[i]);
        if (value < 0) {
            return false;
        }
        theirs = theirs * baseAt(i) + static_cast<std::uint32_t>(value);
    }
    return mine == theirs;
}

} // namespace proconnect::certification

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
int valueOf(char16_t unit)
{
    if (unit >= u'0' && unit <= u'9') {
        return unit - u'0';
    }
    const int letter = unit == u'A' || unit == u'a' ? 10 : -1;
    return unit == u'B' || unit == u'b' ? 11 : letter;
}

/// 0 when the text is no commune's code.
template <typename Text>
std::uint32_t keyOf(const Text& text)
{
    if (static_cast<qsizetype>(text.size()) != length) {
        return 0;
    }
    std::uint32_t key = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const int value = valueOf(text[i]);
        if (value < 0 || (value > 9 && (i != 1 || text[0] != '2'))) {
            return 0;
        }
        key = key * baseAt(i) + static_cast<std::uint32_t>(value);
    }
    const bool none = (text[0] == '9' && text[1] == '9') || (text[0] == '0' && text[1] == '0');
    return none ? 0 : key;
}

} // namespace

CommuneCode CommuneCode::parse(QStringView text)
{
    const QStringView code = trimmedView(text);
    CommuneCode result;
    result.m_key = keyOf(std::u16string_view(code.utf16(), static_cast<std::size_t>(code.size())));
    return result;
}

CommuneCode CommuneCode::parse(std::string_view text)
{
    CommuneCode result;
    result.m_key = keyOf(text);
    return result;
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
        const int value = valueOf(departement[i].unicode());
        if (value < 0) {
            return false;
        }
        theirs = theirs * baseAt(i) + static_cast<std::uint32_t>(value);
    }
    return mine == theirs;
}

} // namespace proconnect::certification

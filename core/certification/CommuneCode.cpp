// SPDX-License-Identifier: MIT
#include "core/certification/CommuneCode.h"

#include "core/certification/Trimmed.h"

namespace proconnect::certification {
namespace {

constexpr std::size_t length = 5;

/// Departements count in base 12 (2A, 2B), communes in base 10.
std::uint32_t baseAt(std::size_t position)
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
    if (text.size() != length) {
        return 0;
    }
    const auto digit = [&text](std::size_t at) { return static_cast<unsigned>(text[at]) - unsigned{'0'}; };
    const bool corsica = text[0] == '2' && digit(1) > 9;
    const int second = corsica ? valueOf(text[1]) : static_cast<int>(digit(1));
    if (second < 0 || digit(0) > 9 || (!corsica && digit(1) > 9) || digit(2) > 9 || digit(3) > 9 ||
        digit(4) > 9) {
        return 0;
    }
    const unsigned departement = digit(0) * 12 + static_cast<unsigned>(second);
    const bool none = departement == 0 || departement == 9 * 12 + 9; // 00 is nowhere, 99 abroad
    return none ? 0 : ((departement * 10 + digit(2)) * 10 + digit(3)) * 10 + digit(4);
}

} // namespace

CommuneCode CommuneCode::parse(QStringView text)
{
    const QStringView code = text.size() == qsizetype{length} ? text : trimmedView(text);
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

bool CommuneCode::isIn(std::string_view departement) const
{
    if (departement.size() < 2 || departement.size() > length) {
        return false;
    }
    std::uint32_t mine = m_key;
    for (std::size_t i = length - 1; i >= departement.size(); --i) {
        mine /= baseAt(i);
    }
    std::uint32_t theirs = 0;
    for (std::size_t i = 0; i < departement.size(); ++i) {
        const int value = valueOf(static_cast<char16_t>(departement[i]));
        if (value < 0) {
            return false;
        }
        theirs = theirs * baseAt(i) + static_cast<std::uint32_t>(value);
    }
    return mine == theirs;
}

} // namespace proconnect::certification

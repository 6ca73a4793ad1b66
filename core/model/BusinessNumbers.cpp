// SPDX-License-Identifier: MIT
#include "core/model/BusinessNumbers.h"

#include <algorithm>

namespace proconnect {
namespace {

constexpr qsizetype sirenLength = 9;
constexpr qsizetype siretLength = 14;
constexpr qsizetype longestInput = 64;
constexpr QChar noBreakSpace(0x00A0);

/// The digits of `text` when it holds only ASCII digits and spaces; nothing otherwise.
std::optional<QString> digitsOf(QStringView text)
{
    if (text.size() > longestInput) {
        return std::nullopt;
    }
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!c.isSpace()) {
            return std::nullopt;
        }
    }
    return digits;
}

int luhnSum(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i].digitValue();
        if (i % 2 == 1) {
            value = value < 5 ? value * 2 : value * 2 - 9;
        }
        sum += value;
    }
    return sum;
}

bool hasValidKey(QStringView digits)
{
    return luhnSum(digits) % 10 == 0;
}

/// La Poste numbers its offices differently: the plain sum of their digits is a multiple of five (Insee).
bool isPostOffice(QStringView siret)
{
    if (!siret.startsWith(u"356000000")) {
        return false;
    }
    int sum = 0;
    for (const QChar c : siret) {
        sum += c.digitValue();
    }
    return sum % 5 == 0;
}

bool isSiret(QStringView digits)
{
    return digits.size() == siretLength && hasValidKey(digits.first(sirenLength)) &&
           (hasValidKey(digits) || isPostOffice(digits));
}

} // namespace

std::optional<SirenNumber> SirenNumber::parse(QStringView text)
{
    const auto digits = digitsOf(text);
    if (!digits || digits->count(u'0') == digits->size()) {
        return std::nullopt;
    }
    if (digits->size() == sirenLength && hasValidKey(*digits)) {
        return SirenNumber(*digits);
    }
    if (isSiret(*digits)) {
        return SirenNumber(digits->first(sirenLength));
    }
    return std::nullopt;
}

QString SirenNumber::display() const
{
    return m_digits.first(3) + noBreakSpace + m_digits.sliced(3, 3) + noBreakSpace + m_digits.sliced(6, 3);
}

std::optional<SiretNumber> SiretNumber::parse(QStringView text)
{
    const auto digits = digitsOf(text);
    if (!digits || !isSiret(*digits) || digits->count(u'0') == digits->size()) {
        return std::nullopt;
    }
    return SiretNumber(*digits);
}

SirenNumber SiretNumber::siren() const
{
    // A SIRET that was parsed holds a valid SIREN.
    return *SirenNumber::parse(QStringView(m_digits).first(sirenLength));
}

} // namespace proconnect

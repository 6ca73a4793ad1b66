// SPDX-License-Identifier: MIT
#include "core/certification/NameWords.h"

#include "core/certification/Trimmed.h"
#include "core/certification/WordSet.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstdint>

namespace proconnect::certification {
namespace {

using View = FoldedText::View;

// The last three are the first half of "servant of": ABDEL KARIM is no more ABDEL than Abd El Karim is.
constexpr WordSet particles{std::to_array<View>({
    u"ABD", u"AL", u"BEN",  u"BIN", u"D",   u"DA", u"DE",    u"DEL",    u"DEN",   u"DER",
    u"DES", u"DI", u"DO",   u"DOS", u"DU",  u"EL", u"L",     u"LA",     u"LE",    u"LES",
    u"N",   u"O",  u"OULD", u"VAN", u"VON", u"Y",  u"ABDEL", u"ABDOUL", u"ABDUL",
})};

constexpr auto placeholderList = std::to_array<View>({
    u"ABSENT",
    u"ABSENTE",
    u"ANONYME",
    u"CONFIDENTIEL",
    u"CONFIDENTIELLE",
    u"INCONNU",
    u"INCONNUE",
    u"INDISPONIBLE",
    u"NC",
    u"NEANT",
    u"NOMABSENT",
    u"NOMINCONNU",
    u"NOMNONRENSEIGNE",
    u"NONCOMMUNIQUE",
    u"NONCOMMUNIQUEE",
    u"NONCONNU",
    u"NONCONNUE",
    u"NONDECLARE",
    u"NONDECLAREE",
    u"NONDISPONIBLE",
    u"NONE",
    u"NONPRECISE",
    u"NONPRECISEE",
    u"NONRENSEIGNE",
    u"NONRENSEIGNEE",
    u"NR",
    u"NULL",
    u"PRENOMINCONNU",
    u"PRENOMNONPRECISE",
    u"SANSNOM",
    u"SANSNOMPATRONYMIQUE",
    u"SANSPRENOM",
    u"SNP",
    u"SPRENOM",
    u"UNKNOWN",
    u"VIDE",
});
static_assert(std::all_of(placeholderList.begin(), placeholderList.end(), maybePlaceholder));
constexpr WordSet placeholders(placeholderList);

constexpr WordSet compoundHeads{std::to_array<View>({
    u"ABDEL",    u"ABDOUL", u"ABDUL",  u"AHMED",    u"ANDRE", u"ANNA",  u"ANNE",   u"CARLOS",
    u"CHARLES",  u"EMMA",   u"FATIMA", u"FRANCOIS", u"HENRI", u"JEAN",  u"JEANNE", u"JOSE",
    u"JUAN",     u"LOUIS",  u"LOUISE", u"LUIS",     u"MARC",  u"MARIA", u"MARIE",  u"MOHAMED",
    u"MOHAMMED", u"PAUL",   u"PIERRE", u"ROSE",     u"SIDI",  u"YVES",
})};

struct Endings
{
    View one;
    View other;
};

// What remains after the letters that both forms share.
constexpr auto genderEndings = std::to_array<Endings>({
    {u"", u"A"},
    {u"", u"E"},
    {u"", u"LE"},
    {u"", u"N"},
    {u"", u"NE"},
    {u"", u"TE"},
    {u"", u"TTE"},
    {u"", u"IE"},
    {u"", u"INE"},
    {u"A", u"E"},
    {u"A", u"O"},
    {u"E", u"O"},
    {u"E", u"IE"},
    {u"C", u"QUE"},
    {u"C", u"KA"},
    {u"I", u"A"},
    {u"T", u"CE"},
    {u"", u"ETTE"},
});

/// Symbols, control characters, and what no edition of Unicode assigns; of the punctuation, what no name has.
bool isNoPartOfANameAnywhere(char32_t c)
{
    constexpr char32_t minusSign = 0x2212; // typed for a hyphen
    switch (QChar::category(c)) {
    case QChar::Symbol_Math:
        return c != minusSign;
    case QChar::Symbol_Currency:
    case QChar::Symbol_Other:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Other_Surrogate:
    case QChar::Punctuation_Connector:
        return true;
    case QChar::Other_Control:
        return c < U'\t' || c > U'\r';
    case QChar::Punctuation_Other: {
        constexpr std::u32string_view lost = U"?*#@%\u00BF\u2026\uFF1F";
        return lost.find(c) != std::u32string_view::npos;
    }
    default:
        return false;
    }
}

/// Latin letters, spaces, hyphens and apostrophes, without asking Unicode's tables: nearly every name has
/// nothing else.
bool isUsualInNames(char16_t c)
{
    const char16_t lower = c | u'\x20';
    return (lower >= u'a' && lower <= u'z') || (c >= 0x00C0 && c < 0x0180 && c != 0x00D7 && c != 0x00F7) ||
           c == u' ' || c == u'-' || c == u'\'';
}

} // namespace

bool isParticle(View word)
{
    return particles.contains(word);
}

bool isSignificant(View word)
{
    return word.size() >= 2 && !isParticle(word);
}

bool isListedPlaceholder(View letters)
{
    return placeholders.contains(letters) ||
           std::all_of(letters.begin(), letters.end(), [](char16_t letter) { return letter == u'X'; });
}

bool hasLostLetters(QStringView name)
{
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return isUsualInNames(c.unicode()); })) {
        return false;
    }
    const auto characters = name.toUcs4();
    return name.contains(u"..") || std::any_of(characters.begin(), characters.end(), isNoPartOfANameAnywhere);
}

bool endsInHyphen(QStringView name)
{
    const QStringView written = trimmedView(name);
    const auto isDash = [](QChar c) { return c.category() == QChar::Punctuation_Dash; };
    return !written.isEmpty() && (isDash(written.front()) || isDash(written.back())) &&
           std::any_of(written.begin(), written.end(), [](QChar c) { return c.isLetter(); });
}

bool sameButForLostLetters(View a, View b)
{
    // A letter of two bytes is lost twice; more than a few, and anybody's name would fit.
    constexpr std::size_t mostLost = 2;
    const View shorter = a.size() < b.size() ? a : b;
    const View longer = a.size() < b.size() ? b : a;
    if (longer.size() - shorter.size() > mostLost || shorter.size() <= mostLost) {
        return false;
    }
    std::size_t found = 0;
    for (const char16_t letter : longer) {
        found += found < shorter.size() && shorter[found] == letter ? 1 : 0;
    }
    return found == shorter.size();
}

bool opensCompound(View word)
{
    return compoundHeads.contains(word);
}

bool oneLetterApart(View a, View b)
{
    const View shorter = a.size() <= b.size() ? a : b;
    const View longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1 || a == b) {
        return false;
    }
    const auto difference = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const auto at = static_cast<std::size_t>(difference.first - shorter.begin());
    const View restShorter = shorter.substr(at);
    const View restLonger = longer.substr(at);
    if (restLonger.size() > restShorter.size()) {
        return restLonger.substr(1) == restShorter;
    }
    if (restLonger.substr(1) == restShorter.substr(1)) {
        return true;
    }
    return restLonger.size() >= 2 && restLonger[0] == restShorter[1] && restLonger[1] == restShorter[0] &&
           restLonger.substr(2) == restShorter.substr(2);
}

bool sameButForUmlauts(View a, View b)
{
    const auto spellsOut = [](View word, std::size_t at) {
        if (at == 0 || at >= word.size() || (word[at] != u'E' && word[at] != u'A')) {
            return false;
        }
        const char16_t before = word[at - 1];
        return before == u'A' || (word[at] == u'E' && (before == u'O' || before == u'U'));
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
        } else if (spellsOut(a, i)) {
            ++i;
        } else if (spellsOut(b, j)) {
            ++j;
        } else {
            return false;
        }
    }
    return true;
}

bool differByGender(View a, View b)
{
    const std::size_t shared = std::min(a.size(), b.size());
    const auto at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin()).first -
        a.begin());
    const View restA = a.substr(at);
    const View restB = b.substr(at);
    return std::any_of(genderEndings.begin(), genderEndings.end(), [&](const Endings& pair) {
        return (restA == pair.one && restB == pair.other) || (restA == pair.other && restB == pair.one);
    });
}

} // namespace proconnect::certification

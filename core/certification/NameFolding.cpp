// SPDX-License-Identifier: MIT
#include "core/certification/NameFolding.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

struct Transliteration
{
    char32_t letter;
    const char* latin;
};

// Upper-case letters without a canonical decomposition, as ICAO Doc 9303 part 3 writes them in passports.
constexpr std::array transliterations{
    Transliteration{U'\u00C6', "AE"}, Transliteration{U'\u00D0', "D"},  Transliteration{U'\u00D8', "O"},
    Transliteration{U'\u00DE', "TH"}, Transliteration{U'\u00DF', "SS"}, Transliteration{U'\u0110', "D"},
    Transliteration{U'\u0126', "H"},  Transliteration{U'\u0138', "K"},  Transliteration{U'\u0141', "L"},
    Transliteration{U'\u014A', "N"},  Transliteration{U'\u0152', "OE"}, Transliteration{U'\u0166', "T"},
    Transliteration{U'\u0181', "B"},  Transliteration{U'\u0186', "O"},  Transliteration{U'\u0187', "C"},
    Transliteration{U'\u0189', "D"},  Transliteration{U'\u018A', "D"},  Transliteration{U'\u018F', "E"},
    Transliteration{U'\u0190', "E"},  Transliteration{U'\u0191', "F"},  Transliteration{U'\u0193', "G"},
    Transliteration{U'\u0197', "I"},  Transliteration{U'\u0198', "K"},  Transliteration{U'\u019D', "N"},
    Transliteration{U'\u01A4', "P"},  Transliteration{U'\u01AC', "T"},  Transliteration{U'\u01B3', "Y"},
    Transliteration{U'\u01B5', "Z"},  Transliteration{U'\u01E4', "G"},  Transliteration{U'\u023A', "A"},
    Transliteration{U'\u023B', "C"},  Transliteration{U'\u023D', "L"},  Transliteration{U'\u023E', "T"},
    Transliteration{U'\u0243', "B"},  Transliteration{U'\u0244', "U"},  Transliteration{U'\u0246', "E"},
    Transliteration{U'\u0248', "J"},  Transliteration{U'\u024C', "R"},  Transliteration{U'\u024E', "Y"},
    Transliteration{U'\u1E9E', "SS"},
};

static_assert(std::is_sorted(transliterations.begin(), transliterations.end(),
                             [](const auto& a, const auto& b) { return a.letter < b.letter; }));

const char* transliteration(char32_t upperCase)
{
    const auto* row =
        std::lower_bound(transliterations.begin(), transliterations.end(), upperCase,
                         [](const auto& entry, char32_t letter) { return entry.letter < letter; });
    return row != transliterations.end() && row->letter == upperCase ? row->latin : nullptr;
}

/// Diacritics of Latin, Greek and Cyrillic. The marks of other scripts are vowels or letters and are kept.
bool isDiacritic(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

bool isInvisible(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control ||
           (c >= 0xFE00 && c <= 0xFE0F); // variation selectors
}

bool belongsToWord(char32_t c)
{
    // Modifier letters (ʼ ʻ ʿ) stand for apostrophes in transliterated names.
    return QChar::category(c) != QChar::Letter_Modifier &&
           (QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Mark_NonSpacing ||
            QChar::category(c) == QChar::Mark_SpacingCombining);
}

} // namespace

QStringList foldedWords(const QString& name)
{
    QStringList words;
    QString word;
    const auto closeWord = [&words, &word] {
        if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    };
    const auto letters = name.normalized(QString::NormalizationForm_KD).toUcs4();
    for (const auto code : letters) {
        const char32_t c = code;
        // Tabs and line ends are control characters too, but they part words.
        if (QChar::isSpace(c)) {
            closeWord();
            continue;
        }
        if (isDiacritic(c) || isInvisible(c)) {
            continue;
        }
        const char32_t upper = QChar::toUpper(c);
        if (const char* latin = transliteration(upper)) {
            word += QLatin1String(latin);
        } else if (belongsToWord(c)) {
            word += QString::fromUcs4(&upper, 1);
        } else {
            closeWord();
        }
    }
    closeWord();
    return words;
}

QString foldedLetters(const QString& name)
{
    return foldedWords(name).join(QString());
}

bool isParticle(const QString& foldedWord)
{
    static const QStringList particles{
        QStringLiteral("ABD"), QStringLiteral("AL"),  QStringLiteral("BEN"),  QStringLiteral("BIN"),
        QStringLiteral("D"),   QStringLiteral("DA"),  QStringLiteral("DE"),   QStringLiteral("DEL"),
        QStringLiteral("DEN"), QStringLiteral("DER"), QStringLiteral("DES"),  QStringLiteral("DI"),
        QStringLiteral("DO"),  QStringLiteral("DOS"), QStringLiteral("DU"),   QStringLiteral("EL"),
        QStringLiteral("L"),   QStringLiteral("LA"),  QStringLiteral("LE"),   QStringLiteral("LES"),
        QStringLiteral("N"),   QStringLiteral("O"),   QStringLiteral("OULD"), QStringLiteral("VAN"),
        QStringLiteral("VON"), QStringLiteral("Y"),
    };
    return std::binary_search(particles.begin(), particles.end(), foldedWord);
}

QStringList significantWords(const QString& name)
{
    QStringList words = foldedWords(name);
    words.removeIf([](const QString& word) { return word.size() < 2 || isParticle(word); });
    return words;
}

bool oneLetterApart(const QString& a, const QString& b)
{
    const QString& shorter = a.size() <= b.size() ? a : b;
    const QString& longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1 || a == b) {
        return false;
    }
    const auto difference = std::mismatch(shorter.begin(), shorter.end(), longer.begin(), longer.end());
    const auto at = std::distance(shorter.begin(), difference.first);
    const QStringView restShorter = QStringView(shorter).sliced(at);
    const QStringView restLonger = QStringView(longer).sliced(at);
    if (restLonger.size() > restShorter.size()) {
        return restLonger.sliced(1) == restShorter;
    }
    if (restLonger.sliced(1) == restShorter.sliced(1)) {
        return true;
    }
    return restLonger.size() >= 2 && restLonger[0] == restShorter[1] && restLonger[1] == restShorter[0] &&
           restLonger.sliced(2) == restShorter.sliced(2);
}

} // namespace proconnect::certification

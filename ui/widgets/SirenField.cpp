// SPDX-License-Identifier: MIT
#include "ui/widgets/SirenField.h"

#include <QRegularExpression>
#include <QVariant>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr qsizetype sirenLength = 9;
constexpr int longestPaste = 40;

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        }
    }
    return digits;
}

/// The digits that may be a SIREN's: a French VAT number ends with one; another country's holds none. "No
/// 000..." is a number that somebody announced.
QString sirenDigitsOf(const QString& text)
{
    static const QRegularExpression vat(
        QStringLiteral("\\A\\s*(?!NO\\s)([A-Z]{2})\\s?[0-9A-Z]{2}\\s*([0-9\\s]*)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = vat.match(text);
    if (!match.hasMatch()) {
        return digitsOf(text);
    }
    return match.captured(1).toUpper() == QLatin1String("FR") ? digitsOf(match.captured(2)) : QString();
}

QString spaced(const QString& digits)
{
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i == 3 || i == 6) {
            text += QChar::Nbsp;
        }
        text += digits[i];
    }
    return text;
}

} // namespace

SirenField::SirenField(QWidget* parent) : QLineEdit(parent)
{
    setProperty("siren", true);
    setMaxLength(longestPaste);
    setInputMethodHints(Qt::ImhDigitsOnly);
    connect(this, &QLineEdit::textEdited, this, &SirenField::onTextEdited);
}

QString SirenField::digits() const
{
    return digitsOf(text());
}

std::optional<SirenNumber> SirenField::siren() const
{
    return SirenNumber::parse(digits());
}

bool SirenField::mistyped() const
{
    return digits().size() == sirenLength && !siren();
}

void SirenField::onTextEdited(const QString& text)
{
    const qsizetype digitsBeforeCursor = digitsOf(text.left(cursorPosition())).size();
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    QString kept = sirenDigitsOf(text);
    // A pasted SIRET begins with the SIREN of its company.
    kept.truncate(sirenLength);
    const QString shown = spaced(kept);
    if (shown != text) {
        setText(shown);
        qsizetype position = qMin(digitsBeforeCursor, kept.size());
        position += position > 6 ? 2 : position > 3 ? 1 : 0;
        setCursorPosition(static_cast<int>(position));
    }
    if (kept.size() < sirenLength) {
        m_told.clear();
        Q_EMIT incomplete();
        if (letters) {
            Q_EMIT lettersGiven();
        }
    } else if (kept != m_told) {
        m_told = kept;
        if (const auto number = siren()) {
            Q_EMIT sirenEntered(*number);
        } else {
            Q_EMIT mistypedSiren();
        }
    }
}

} // namespace proconnect::ui

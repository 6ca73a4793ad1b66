// SPDX-License-Identifier: MIT
#include "service/registries/RegistryJson.h"

#include "core/jose/StrictJson.h"

#include <QStringList>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qsizetype longestText = 1000;
constexpr JsonLimits limits{.largest = 4 * qsizetype{1024} * 1024, .deepest = 32};

} // namespace

std::optional<QJsonObject> parseRegistryJson(const QByteArray& body)
{
    auto object = parseStrictJson(body, limits);
    return object ? std::optional{std::move(object).value()} : std::nullopt;
}

QString textOf(const QJsonObject& object, QLatin1String member)
{
    // Never cut: two long names that begin alike would become one.
    const QString text = object.value(member).toString().trimmed();
    return text.size() <= longestText ? text : QString();
}

QString codeOf(const QJsonObject& object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    return value.isDouble() ? QString::number(value.toInteger(-1)) : textOf(object, member);
}

QString entryOf(const QJsonObject& object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    const QString entry = codeOf(object, member);
    const bool blank =
        value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
    return entry.isEmpty() && !blank ? QString(QChar(QChar::ReplacementCharacter)) : entry;
}

QString communeOf(const QJsonObject& object, QLatin1String member)
{
    constexpr qsizetype withoutItsZero = 4;
    QString code = entryOf(object, member);
    const bool lost = code.size() == withoutItsZero &&
                      std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return lost ? code.prepend(u'0') : code;
}

bool isWritten(const QJsonObject& object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    const bool blank = value.isString() && value.toString().trimmed().isEmpty();
    return !value.isUndefined() && !value.isNull() && !blank;
}

QString dayOf(const QString& written)
{
    const bool timed =
        written.size() > dayLength && (written[dayLength] == u'T' || written[dayLength] == u' ');
    return timed ? written.left(dayLength) : written;
}

QStringList writtenNames(QStringList names)
{
    names.removeAll(QString());
    return names;
}

std::optional<bool> flagOf(const QJsonObject& object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    if (value.isBool()) {
        return value.toBool();
    }
    const QString text = codeOf(object, member).toLower();
    if (text == u"true" || text == u"1" || text == u"oui" || text == u"o") {
        return true;
    }
    const bool no = text == u"false" || text == u"0" || text == u"non" || text == u"n";
    return no ? std::optional{false} : std::nullopt;
}

certification::RegisteredGender genderOf(const QJsonObject& object, QLatin1String member)
{
    using certification::RegisteredGender;
    const QString written = entryOf(object, member).toUpper();
    if (written == u"1" || written == u"M") {
        return RegisteredGender::Male;
    }
    if (written == u"2" || written == u"F") {
        return RegisteredGender::Female;
    }
    // ISO/IEC 5218 has 0 for "not known" and 9 for "not applicable", the RNIPP I for "indéterminé".
    const bool unsaid = written.isEmpty() || written == u"0" || written == u"9" || written == u"I";
    return unsaid ? RegisteredGender::Unknown : RegisteredGender::Unreadable;
}

QJsonObject objectAt(const QJsonObject& object, std::initializer_list<QLatin1String> path)
{
    QJsonObject current = object;
    for (const QLatin1String member : path) {
        current = current.value(member).toObject();
    }
    return current;
}

QString joinedWords(std::initializer_list<QString> words)
{
    QStringList kept;
    for (const QString& word : words) {
        if (!word.isEmpty()) {
            kept.append(word);
        }
    }
    return kept.join(u' ');
}

QString establishmentLabel(const QString& town, const QString& sign, bool headOffice)
{
    const QString place = town.isEmpty() ? sign : town;
    return headOffice && !place.isEmpty() ? place + QStringLiteral(" (si\u00E8ge)") : place;
}

} // namespace proconnect::service

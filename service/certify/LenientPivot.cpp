// SPDX-License-Identifier: MIT
#include "service/certify/LenientPivot.h"

#include "core/certification/NameFolding.h"
#include "service/registries/RegistryJson.h"

#include <QJsonArray>

#include <optional>

namespace proconnect::service {
namespace {

constexpr qsizetype longestClaim = 1000;
constexpr qsizetype mostNames = 100;

QString textOf(const QJsonValue& claim)
{
    const QString text = claim.toString().trimmed();
    // Never cut: two long names that begin alike would become one.
    return text.size() <= longestClaim ? text : QString();
}

/// A date as it is written; a number is none.
QString dateOf(const QJsonObject& claims, const char* claim)
{
    const QLatin1String member(claim);
    return claims.value(member).isDouble() ? QString(QChar(QChar::ReplacementCharacter))
                                           : entryOf(claims, member);
}

/// What the array holds, in its order; nothing where it holds no text.
QStringList textsOf(const QJsonValue& claim)
{
    QStringList texts;
    for (const auto entry : claim.toArray()) {
        texts.append(textOf(entry));
    }
    return texts;
}

/// The array's names; nothing when it is no list of texts.
std::optional<QStringList> listedNames(const QJsonValue& claim)
{
    const QJsonArray array = claim.toArray();
    if (array.isEmpty() || array.size() > mostNames) {
        return std::nullopt;
    }
    QStringList names;
    for (const auto& entry : array) {
        const QString name = textOf(entry);
        if (name.isEmpty()) {
            return std::nullopt;
        }
        names.append(name);
    }
    return names;
}

} // namespace

FranceConnectIdentity readLenientPivot(const QJsonObject& claims)
{
    const auto text = [&claims](const char* claim) { return textOf(claims.value(QLatin1String(claim))); };
    FranceConnectIdentity identity;
    identity.familyName = text("family_name");
    identity.preferredUsername = text("preferred_username");
    const auto entry = [&claims](const char* claim) { return entryOf(claims, QLatin1String(claim)); };
    identity.gender = entry("gender").toLower();
    identity.birthdate = dateOf(claims, "birthdate");
    identity.rawBirthdate = dateOf(claims, "idp_birthdate");
    identity.birthplace = communeOf(claims, QLatin1String("birthplace"));
    identity.birthcountry = entry("birthcountry");

    const QJsonValue array = claims.value(QStringLiteral("given_name_array"));
    const QString joined = text("given_name");
    if (certification::haveGap(textsOf(array)) || certification::haveGap({joined})) {
        return identity;
    }
    const auto listed = listedNames(array);
    // FranceConnect joins the one to make the other: where they differ, the array explains nothing.
    const QString letters = certification::foldedLetters(joined);
    const QString others = listed ? certification::foldedLetters(listed->join(u' ')) : QString();
    const bool agree = listed && (joined.isEmpty() || letters == others);
    identity.givenNamesExact = agree;
    identity.givenNames = agree ? *listed : joined.simplified().split(u' ', Qt::SkipEmptyParts);
    if (!letters.startsWith(others) && !others.startsWith(letters)) {
        // Two people's names: what agrees with either is no proof.
        identity.givenNames.last().append(QChar(QChar::ReplacementCharacter));
    }
    return identity;
}

} // namespace proconnect::service

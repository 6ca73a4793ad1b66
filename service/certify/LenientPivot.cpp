// SPDX-License-Identifier: MIT
#include "service/certify/LenientPivot.h"

#include "core/certification/NameFolding.h"

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
    identity.gender = text("gender").toLower();
    identity.birthdate = text("birthdate");
    identity.rawBirthdate = text("idp_birthdate");
    identity.birthplace = text("birthplace");
    identity.birthcountry = text("birthcountry");

    const QJsonValue array = claims.value(QStringLiteral("given_name_array"));
    const QString joined = text("given_name");
    if (certification::haveGap(textsOf(array)) || certification::haveGap({joined})) {
        return identity;
    }
    const auto listed = listedNames(array);
    // FranceConnect joins the one to make the other: where they differ, the array explains nothing.
    const bool agree = listed && (joined.isEmpty() || certification::foldedLetters(joined) ==
                                                          certification::foldedLetters(listed->join(u' ')));
    identity.givenNamesExact = agree;
    identity.givenNames = agree ? *listed : joined.simplified().split(u' ', Qt::SkipEmptyParts);
    return identity;
}

} // namespace proconnect::service

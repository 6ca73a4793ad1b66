// SPDX-License-Identifier: MIT
#include "service/identity/SignInResultJson.h"

#include "service/sessions/IdentityJson.h"
#include "service/storage/SqlInstant.h"

#include <QJsonDocument>

namespace proconnect::service {

QByteArray signInResultToJson(const SignInResult& result)
{
    const QJsonObject json{{QStringLiteral("subject"), result.subject},
                           {QStringLiteral("given"), result.name.given},
                           {QStringLiteral("family"), result.name.family},
                           {QStringLiteral("identity"), identityToJson(result.identity)},
                           {QStringLiteral("signedInAt"), toSql(result.signedInAt)},
                           {QStringLiteral("assurance"), result.assurance},
                           {QStringLiteral("idToken"), QString::fromLatin1(result.idToken)},
                           {QStringLiteral("provider"), result.provider}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

SignInResult signInResultFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    return {text("subject"),
            {text("given"), text("family")},
            identityFromJson(object.value(QStringLiteral("identity")).toObject()),
            instantFromSql(text("signedInAt")),
            object.value(QStringLiteral("assurance")).toInt(),
            text("idToken").toLatin1(),
            // Written before there were two: of FranceConnect.
            object.value(QStringLiteral("provider")).toString(SignInResult().provider)};
}

} // namespace proconnect::service

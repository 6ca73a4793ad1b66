// SPDX-License-Identifier: MIT
#include "core/session/TokenRequest.h"

#include "core/net/ApiClient.h"

#include <QUrlQuery>

namespace proconnect {
namespace {

HttpCall formCall(const Jwk& deviceKey, std::initializer_list<std::pair<QString, QString>> fields)
{
    QUrlQuery form;
    for (const auto& [name, value] : fields) {
        form.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    HttpCall call;
    call.method = "POST";
    call.path = QStringLiteral("/v1/oauth/token");
    call.contentType = "application/x-www-form-urlencoded";
    call.body = form.toString(QUrl::FullyEncoded).toLatin1();
    call.proofKey = deviceKey;
    return call;
}

} // namespace

HttpCall codeGrantCall(const Jwk& deviceKey, const QString& transaction, const QString& code,
                       const QString& verifier)
{
    return formCall(deviceKey, {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                                {QStringLiteral("transaction"), transaction},
                                {QStringLiteral("code"), code},
                                {QStringLiteral("code_verifier"), verifier}});
}

HttpCall refreshGrantCall(const Jwk& deviceKey, const QByteArray& refreshToken)
{
    return formCall(deviceKey, {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                {QStringLiteral("refresh_token"), QString::fromLatin1(refreshToken)}});
}

Outcome<TokenGrant> readGrant(const HttpAnswer& answer)
{
    auto grant = readAnswer<TokenGrant>(answer);
    if (grant && grant.value().tokenType != QLatin1String("DPoP")) {
        return Failure{FailureCode::BadReply, QStringLiteral("token not bound to the device"), {}};
    }
    return grant;
}

} // namespace proconnect

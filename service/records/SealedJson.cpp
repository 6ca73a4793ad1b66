// SPDX-License-Identifier: MIT
#include "service/records/SealedJson.h"

#include "service/keys/ServiceKeys.h"

#include <QJsonDocument>

namespace proconnect::service {

QString sealedJson(const ServiceKeys& keys, const QJsonObject& content, const QByteArray& context)
{
    const QByteArray plain = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(keys.seal(plain, context).toBase64());
}

Outcome<QJsonObject> openedJson(const ServiceKeys& keys, const QString& sealed, const QByteArray& context)
{
    const auto plain = keys.open(QByteArray::fromBase64(sealed.toLatin1()), context);
    if (!plain) {
        return Failure{FailureCode::StorageUnreadable, QStringLiteral("sealed content does not open"), {}};
    }
    const QJsonDocument document = QJsonDocument::fromJson(plain.value());
    if (!document.isObject()) {
        return Failure{FailureCode::StorageUnreadable, QStringLiteral("sealed content is not JSON"), {}};
    }
    return document.object();
}

} // namespace proconnect::service

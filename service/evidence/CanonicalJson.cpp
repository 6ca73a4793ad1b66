// SPDX-License-Identifier: MIT
#include "service/evidence/CanonicalJson.h"

#include <QJsonDocument>

namespace proconnect::service {

QByteArray canonicalJson(const QJsonObject& object)
{
    // QJsonObject keeps its members sorted by code units and QJsonDocument escapes as RFC 8785 asks; the
    // tests hold it.
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace proconnect::service

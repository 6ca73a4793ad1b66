// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace proconnect::service {

class ServiceKeys;

/// `content` sealed with the service's key, as text for a `content` column; `context` names the kind of
/// record.
[[nodiscard]] QString sealedJson(const ServiceKeys& keys, const QJsonObject& content,
                                 const QByteArray& context);
/// What sealedJson() sealed. StorageUnreadable when it was altered or sealed for something else.
[[nodiscard]] Outcome<QJsonObject> openedJson(const ServiceKeys& keys, const QString& sealed,
                                              const QByteArray& context);

} // namespace proconnect::service

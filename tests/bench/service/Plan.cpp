// SPDX-License-Identifier: MIT
#include "tests/bench/service/Plan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace proconnect::bench {
namespace {

using namespace Qt::StringLiterals;

QByteArray text(const QJsonObject& json, const QString& name)
{
    return json.value(name).toString().toUtf8();
}

} // namespace

std::optional<Plan> Plan::read(const QByteArray& json)
{
    const QJsonObject source = QJsonDocument::fromJson(json).object();
    Plan plan;
    plan.address = QUrl(source[u"address"_s].toString());
    plan.clockOffset = std::chrono::seconds(source[u"clockOffset"_s].toInteger());
    plan.connections = source[u"connections"_s].toInt(1);
    plan.total = source[u"total"_s].toInteger();
    plan.expected = source[u"expected"_s].toInt(plan.expected);
    if (source.contains(u"periodMs"_s)) {
        plan.period = std::chrono::milliseconds(source[u"periodMs"_s].toInteger());
    }
    for (const QJsonValue& value : source[u"devices"_s].toArray()) {
        const QJsonObject device = value.toObject();
        auto key = Jwk::fromPrivateJson(device[u"key"_s].toObject());
        if (!key) {
            return std::nullopt;
        }
        plan.devices.push_back(
            {text(device, u"token"_s), device[u"nonce"_s].toString(), std::move(key).value()});
    }
    for (const QJsonValue& value : source[u"calls"_s].toArray()) {
        const QJsonObject call = value.toObject();
        const int device = call[u"device"_s].toInt(-1);
        if (device < 0 || device >= static_cast<int>(plan.devices.size())) {
            return std::nullopt;
        }
        plan.calls.push_back({device, text(call, u"method"_s), text(call, u"path"_s), text(call, u"tag"_s),
                              text(call, u"body"_s), text(call, u"contentType"_s)});
    }
    const bool usable =
        plan.address.isValid() && !plan.calls.empty() && plan.connections > 0 && plan.total > 0;
    return usable ? std::optional(std::move(plan)) : std::nullopt;
}

} // namespace proconnect::bench

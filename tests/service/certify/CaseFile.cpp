// SPDX-License-Identifier: MIT
#include "tests/service/certify/CaseFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace proconnect::service {

using namespace Qt::StringLiterals;

namespace {

/// `changes` laid over `basis`, member by member; lists are replaced whole.
QJsonObject merged(QJsonObject basis, const QJsonObject& changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const bool deeper = it.value().isObject() && basis.value(it.key()).isObject();
        basis.insert(it.key(),
                     deeper ? QJsonValue(merged(basis.value(it.key()).toObject(), it.value().toObject()))
                            : it.value());
    }
    return basis;
}

} // namespace

QList<WireCase> wireCases(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject bases = all[u"bases"_s].toObject();
    QList<WireCase> cases;
    const QJsonArray entries = all[u"cases"_s].toArray();
    for (const auto& value : entries) {
        const QJsonObject entry = value.toObject();
        const QJsonObject basis = bases[entry[u"basis"_s].toString()].toObject();
        if (basis.isEmpty()) {
            return {};
        }
        WireCase wire{entry[u"name"_s].toString(), merged(basis, entry[u"line"_s].toObject()),
                      entry[u"verdict"_s].toString(), entry[u"reason"_s].toString()};
        wire.line.insert(u"id"_s, wire.name);
        cases.append(std::move(wire));
    }
    return cases;
}

} // namespace proconnect::service

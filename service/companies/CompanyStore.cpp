// SPDX-License-Identifier: MIT
#include "service/companies/CompanyStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonArray>
#include <QJsonObject>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("company");

QJsonObject contentOf(const RegisteredCompany& company)
{
    QJsonArray places;
    for (const Establishment& place : company.establishments) {
        places.append(toJson(place));
    }
    return {{QStringLiteral("name"), company.name},
            {QStringLiteral("legalForm"), company.legalForm},
            {QStringLiteral("address"), company.address},
            {QStringLiteral("activity"), company.activity},
            {QStringLiteral("establishments"), places}};
}

} // namespace

Outcome<Done> CompanyStore::save(QSqlDatabase& connection, const RegisteredCompany& company,
                                 const QDateTime& now) const
{
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO company (siren, refreshed_at, content) VALUES (?, ?, ?) ON CONFLICT (siren) "
            "DO UPDATE SET refreshed_at = excluded.refreshed_at, content = excluded.content"),
        {company.siren, toSql(now), sealedJson(m_keys, contentOf(company), context)});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

Outcome<std::optional<RegisteredCompany>> CompanyStore::find(QSqlDatabase& connection,
                                                             const QString& siren) const
{
    auto rows = runQuery(connection, QStringLiteral("SELECT content FROM company WHERE siren = ?"), {siren});
    if (!rows) {
        return rows.failure();
    }
    if (!rows.value().next()) {
        return std::optional<RegisteredCompany>();
    }
    const auto content = openedJson(m_keys, rows.value().value(0).toString(), context);
    if (!content) {
        return content.failure();
    }
    const QJsonObject& json = content.value();
    RegisteredCompany company;
    company.siren = siren;
    company.name = json.value(QLatin1String("name")).toString();
    company.legalForm = json.value(QLatin1String("legalForm")).toString();
    company.address = json.value(QLatin1String("address")).toString();
    company.activity = json.value(QLatin1String("activity")).toString();
    const QJsonArray places = json.value(QLatin1String("establishments")).toArray();
    for (const auto& place : places) {
        auto establishment = fromJson<Establishment>(place.toObject(), FailureCode::StorageUnreadable);
        if (!establishment) {
            return establishment.failure();
        }
        company.establishments.append(std::move(establishment).value());
    }
    return std::optional(std::move(company));
}

} // namespace proconnect::service

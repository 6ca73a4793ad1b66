// SPDX-License-Identifier: MIT
#include "service/account_files/AccountFile.h"

#include "core/model/BusinessNumbers.h"
#include "service/account_files/CsvTable.h"

#include <QJsonArray>
#include <QSet>

#include <optional>

namespace proconnect::service {
namespace {

Failure wrong(const CsvRow& row, const char* column)
{
    const QString place = QStringLiteral("%1:%2").arg(row.line).arg(QLatin1String(column));
    return {FailureCode::InvalidRequest, place, place};
}

/// Empty stays empty.
std::optional<bool> oneOf(const QString& text, const char* yes, const char* no, bool otherwise)
{
    const QString word = text.toLower();
    if (word.isEmpty()) {
        return otherwise;
    }
    if (word != QLatin1String(yes) && word != QLatin1String(no)) {
        return std::nullopt;
    }
    return word == QLatin1String(yes);
}

QStringList several(const QString& text)
{
    QStringList values;
    for (const QString& value : text.split(u'|', Qt::SkipEmptyParts)) {
        values.append(value.trimmed());
    }
    return values;
}

bool isInstant(const QString& text)
{
    return text.isEmpty() || QDateTime::fromString(text, Qt::ISODate).isValid();
}

bool areOf(const QString& siren, const QStringList& sirets)
{
    for (const QString& text : sirets) {
        const auto siret = SiretNumber::parse(text);
        if (!siret || siret->siren().digits() != siren) {
            return false;
        }
    }
    return true;
}

const char* faultOf(const CsvRow& row, const QString& siren)
{
    return row["identifiant"].isEmpty()                         ? "identifiant"
           : !oneOf(row["administrateur"], "oui", "non", false) ? "administrateur"
           : !oneOf(row["etat"], "actif", "ferme", true)        ? "etat"
           : !areOf(siren, several(row["siret"]))               ? "siret"
           : !isInstant(row["cree_le"])                         ? "cree_le"
           : !isInstant(row["derniere_connexion"])              ? "derniere_connexion"
                                                                : nullptr;
}

/// The row as the portal's SCIM server would show it: what follows is the same for both.
QJsonObject resourceOf(const CsvRow& row, const QString& siren)
{
    QJsonArray rights;
    for (const QString& code : several(row["droits"])) {
        rights.append(QJsonObject{{QStringLiteral("value"), code}, {QStringLiteral("display"), code}});
    }
    const QString label = row["libelle_role"].isEmpty() ? row["role"] : row["libelle_role"];
    const QJsonObject role{
        {QStringLiteral("value"), row["role"]},
        {QStringLiteral("display"), label},
        {QStringLiteral("administrator"), *oneOf(row["administrateur"], "oui", "non", false)}};
    return {{QStringLiteral("id"), row["identifiant"]},
            {QStringLiteral("userName"), row["identifiant"]},
            {QStringLiteral("active"), *oneOf(row["etat"], "actif", "ferme", true)},
            {QStringLiteral("name"), QJsonObject{{QStringLiteral("formatted"), row["titulaire"]}}},
            {QStringLiteral("emails"), QJsonArray{QJsonObject{{QStringLiteral("value"), row["adresse"]}}}},
            {QStringLiteral("meta"), QJsonObject{{QStringLiteral("created"), row["cree_le"]}}},
            {accountSchema(),
             QJsonObject{{QStringLiteral("siren"), siren},
                         {QStringLiteral("role"), role},
                         {QStringLiteral("rights"), rights},
                         {QStringLiteral("siret"), QJsonArray::fromStringList(several(row["siret"]))},
                         {QStringLiteral("lastLogin"), row["derniere_connexion"]}}}};
}

} // namespace

Outcome<QList<ScimAccount>> readAccountFile(const QByteArray& file, const QString& siren,
                                            const Portal& portal, const QDateTime& now)
{
    const auto rows = readCsv(file);
    if (!rows) {
        return rows.failure();
    }
    QSet<QString> seen;
    QList<ScimAccount> accounts;
    for (const CsvRow& row : rows.value()) {
        if (const char* fault = faultOf(row, siren)) {
            return wrong(row, fault);
        }
        const auto account = readScimAccount(resourceOf(row, siren), portal, now);
        if (!account || seen.contains(account.value().account.id)) {
            return wrong(row, "identifiant");
        }
        seen.insert(account.value().account.id);
        accounts.append(account.value());
    }
    return accounts;
}

} // namespace proconnect::service

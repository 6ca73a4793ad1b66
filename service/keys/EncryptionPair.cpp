// SPDX-License-Identifier: MIT
#include "service/keys/EncryptionPair.h"

#include "core/jose/Jwe.h"
#include "core/jose/StrictJson.h"

#include <QJsonDocument>

#include <optional>

namespace proconnect::service {
namespace {

const QByteArray context = "encryption-pair";

QString nameOf(Jwk::Kind kind)
{
    return kind == Jwk::Kind::EcP256 ? QStringLiteral("EC") : QStringLiteral("RSA");
}

Outcome<Jwk> freshPair(Jwk::Kind kind)
{
    const auto made = kind == Jwk::Kind::EcP256 ? Jwk::generateP256() : Jwk::generateRsa();
    if (!made) {
        return made.failure();
    }
    QJsonObject json = made.value().privateJson();
    json.insert(QStringLiteral("kid"), made.value().thumbprint());
    json.insert(QStringLiteral("use"), QStringLiteral("enc"));
    json.insert(QStringLiteral("alg"), Jwe::algorithmFor(made.value()));
    return Jwk::fromPrivateJson(json, kind);
}

Outcome<std::optional<Jwk>> keptPair(QSqlDatabase& connection, const ServiceKeys& keys, Jwk::Kind kind)
{
    auto row = runQuery(connection, QStringLiteral("SELECT sealed FROM encryption_pair WHERE kind = ?"),
                        {nameOf(kind)});
    if (!row) {
        return row.failure();
    }
    if (!row.value().next()) {
        return std::optional<Jwk>();
    }
    const auto text = keys.open(QByteArray::fromBase64(row.value().value(0).toByteArray()), context);
    if (!text) {
        return text.failure();
    }
    const auto json = parseStrictJson(text.value(), {}, FailureCode::StorageUnreadable);
    if (!json) {
        return json.failure();
    }
    const auto pair = Jwk::fromPrivateJson(json.value(), kind);
    if (!pair) {
        return Failure{FailureCode::StorageUnreadable, QStringLiteral("encryption pair is damaged"), {}};
    }
    return std::optional(pair.value());
}

} // namespace

Outcome<Jwk> encryptionPair(Database& database, const ServiceKeys& keys, Jwk::Kind kind)
{
    using Kept = std::optional<Jwk>;
    const auto kept =
        database.read<Kept>([&](QSqlDatabase& connection) { return keptPair(connection, keys, kind); });
    if (!kept) {
        return kept.failure();
    }
    if (kept.value()) {
        return *kept.value();
    }
    const auto fresh = freshPair(kind);
    if (!fresh) {
        return fresh.failure();
    }
    const QByteArray text = QJsonDocument(fresh.value().privateJson()).toJson(QJsonDocument::Compact);
    return database.write<Jwk>([&](QSqlDatabase& connection) -> Outcome<Jwk> {
        // Another instance may have made one meanwhile: there is one row of a kind.
        const auto written =
            runQuery(connection,
                     QStringLiteral("INSERT INTO encryption_pair (kind, sealed) VALUES (?, ?) "
                                    "ON CONFLICT (kind) DO NOTHING"),
                     {nameOf(kind), QString::fromLatin1(keys.seal(text, context).toBase64())});
        if (!written) {
            return written.failure();
        }
        const auto now = keptPair(connection, keys, kind);
        if (!now) {
            return now.failure();
        }
        return now.value() ? Outcome<Jwk>(*now.value())
                           : Failure{FailureCode::StorageUnreadable, QStringLiteral("encryption pair"), {}};
    });
}

} // namespace proconnect::service

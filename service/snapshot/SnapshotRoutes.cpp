// SPDX-License-Identifier: MIT
#include "service/snapshot/SnapshotRoutes.h"

#include "core/model/BusinessNumbers.h"
#include "core/protocol/ModelJson.h"
#include "service/companies/Mandates.h"
#include "service/http/Router.h"
#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

#include <QCryptographicHash>

namespace proconnect::service {
namespace {

constexpr int readerDigits = 12;

/// One for each reader: whose account is one's own depends on who reads.
QByteArray etagOf(qint64 cursor, const QString& subject)
{
    const QByteArray reader = QCryptographicHash::hash(subject.toUtf8(), QCryptographicHash::Sha256).toHex();
    return '"' + QByteArray::number(cursor) + '-' + reader.first(readerDigits) + '"';
}

} // namespace

void SnapshotRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/snapshot"),
               [this](const HttpRequest& request) { return snapshot(request); });
}

HttpResponse SnapshotRoutes::snapshot(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const QString siren = request.parameters.value(QStringLiteral("siren"));
    const auto parsed = SirenNumber::parse(siren);
    if (!parsed || parsed->digits() != siren) {
        return HttpResponse::problem({FailureCode::SirenInvalid, QStringLiteral("siren of the path"), {}});
    }
    const auto mandate = m_mandates.require(person.value().subject, siren, MandateUse::Reading);
    if (!mandate) {
        return HttpResponse::problem(mandate.failure());
    }
    const auto cursor =
        m_database.read<qint64>([&](QSqlDatabase& connection) { return currentCursor(connection, siren); });
    if (!cursor) {
        return HttpResponse::problem(cursor.failure());
    }
    const QByteArray known = request.header("if-none-match");
    if (!known.isEmpty() && known == etagOf(cursor.value(), person.value().subject)) {
        HttpResponse same = HttpResponse::empty(304);
        same.headers.emplaceBack("ETag", known);
        return same;
    }
    const auto snapshot = m_database.read<CompanySnapshot>(
        [&](QSqlDatabase& connection) { return m_builder.build(connection, person.value(), siren); });
    if (!snapshot) {
        return HttpResponse::problem(snapshot.failure());
    }
    HttpResponse response = HttpResponse::json(200, toJson(snapshot.value()));
    response.headers.emplaceBack("ETag", etagOf(snapshot.value().cursor, person.value().subject));
    return response;
}

} // namespace proconnect::service

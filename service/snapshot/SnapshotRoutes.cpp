// SPDX-License-Identifier: MIT
#include "service/snapshot/SnapshotRoutes.h"

#include "core/model/BusinessNumbers.h"
#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

#include <QCryptographicHash>

namespace proconnect::service {
namespace {

constexpr int readerDigits = 12;

/// One for each reader: whose account is one's own depends on who reads; and for each set of delegations,
/// since time alone changes it.
QByteArray etagOf(qint64 cursor, const QString& subject, const Standing& standing)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(subject.toUtf8());
    for (const Delegated& delegated : standing.delegations) {
        hash.addData(wireName(delegated.delegation.state).toUtf8());
        hash.addData(delegated.delegation.terms.id.toUtf8());
    }
    const QByteArray reader = hash.result().toHex();
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
    const auto standing = m_rights.require(person.value().subject, siren, MandateUse::Reading);
    if (!standing) {
        return HttpResponse::problem(standing.failure());
    }
    const auto cursor =
        m_database.read<qint64>([&](QSqlDatabase& connection) { return currentCursor(connection, siren); });
    if (!cursor) {
        return HttpResponse::problem(cursor.failure());
    }
    const QByteArray known = request.header("if-none-match");
    if (!known.isEmpty() && known == etagOf(cursor.value(), person.value().subject, standing.value())) {
        HttpResponse same = HttpResponse::empty(304);
        same.headers.emplaceBack("ETag", known);
        return same;
    }
    const auto snapshot = m_database.read<CompanySnapshot>([&](QSqlDatabase& connection) {
        return m_builder.build(connection, person.value(), standing.value(), siren);
    });
    if (!snapshot) {
        return HttpResponse::problem(snapshot.failure());
    }
    HttpResponse response = HttpResponse::json(200, toJson(snapshot.value()));
    response.headers.emplaceBack("ETag",
                                 etagOf(snapshot.value().cursor, person.value().subject, standing.value()));
    return response;
}

} // namespace proconnect::service

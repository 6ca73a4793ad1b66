// SPDX-License-Identifier: MIT
#include "service/snapshot/SnapshotRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/sessions/PathSiren.h"
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
    const QString siren = request.parameters.value(QStringLiteral("siren"));
    const auto reader = m_guard.authenticateReader(request, siren);
    if (!reader) {
        return HttpResponse::problem(reader.failure());
    }
    if (const auto named = sirenOfPath(request); !named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& subject = reader.value().person.subject;
    const auto standing = standingAt(reader.value().cursor, subject, siren);
    if (!standing) {
        return HttpResponse::problem(standing.failure());
    }
    const QByteArray known = request.header("if-none-match");
    if (!known.isEmpty() && known == etagOf(reader.value().cursor, subject, standing.value())) {
        HttpResponse same = HttpResponse::empty(304);
        same.headers.emplaceBack("ETag", known);
        return same;
    }
    const auto person = m_guard.named(reader.value().person);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto snapshot = m_database.read<CompanySnapshot>([&](QSqlDatabase& connection) {
        return m_builder.build(connection, person.value(), standing.value(), siren);
    });
    if (!snapshot) {
        return HttpResponse::problem(snapshot.failure());
    }
    HttpResponse response = HttpResponse::json(200, toJson(snapshot.value()));
    response.headers.emplaceBack("ETag", etagOf(snapshot.value().cursor, subject, standing.value()));
    return response;
}

Outcome<Standing> SnapshotRoutes::standingAt(qint64 cursor, const QString& subject, const QString& siren)
{
    if (auto mandate = m_known.mandate(subject, siren, cursor, m_clock.now())) {
        return Standing{subject, std::move(mandate), {}};
    }
    auto standing = m_rights.require(subject, siren, MandateUse::Reading);
    if (standing && standing.value().mandate) {
        m_known.remember(*standing.value().mandate, cursor);
    }
    return standing;
}

} // namespace proconnect::service

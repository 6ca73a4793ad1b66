// SPDX-License-Identifier: MIT
#include "service/letters/DepartureRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/journal/CompanyCursor.h"
#include "service/letters/LetterPdf.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QByteArray pdfType = QByteArrayLiteral("application/pdf");

/// JSON is what programs get that do not say.
bool wantsPdf(const HttpRequest& request)
{
    const QByteArray accepted = request.header("accept");
    return accepted.contains(pdfType) && !accepted.contains("application/json");
}

/// Which account each order of a decision was about, as long as orders are kept: links of former days do not
/// say.
Outcome<QHash<QString, QString>> accountsOfOrders(QSqlDatabase& connection, const QString& siren,
                                                  const QString& decision)
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT id, target FROM delivery WHERE siren = ? AND decision = ?"),
                          {siren, decision});
    if (!query) {
        return query.failure();
    }
    QHash<QString, QString> accounts;
    while (query.value().next()) {
        accounts.insert(query.value().value(0).toString(), query.value().value(1).toString());
    }
    return accounts;
}

} // namespace

void DepartureRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/departures/{id}/receipt"),
               [this](const HttpRequest& request) { return receipt(request); });
    router.add("PUT", QStringLiteral("/v1/companies/{siren}/departures/{id}/reason"),
               [this](const HttpRequest& request) { return reason(request); });
}

HttpResponse DepartureRoutes::receipt(const HttpRequest& request)
{
    const auto caller = callerOf(request, MandateUse::Reading);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto found = m_parts.database.read<DepartureReceipt>(
        [&](QSqlDatabase& connection) { return read(connection, caller.value()); });
    if (!found) {
        return HttpResponse::problem(found.failure());
    }
    if (!wantsPdf(request)) {
        HttpResponse json = HttpResponse::json(200, toJson(found.value(), m_parts.portals));
        json.headers.emplaceBack("Vary", "Accept");
        return json;
    }
    const auto pdf = letterPdf(toLetter(found.value(), m_parts.portals));
    if (!pdf) {
        return HttpResponse::problem(pdf.failure());
    }
    return {200,
            {{"Content-Type", pdfType},
             {"Content-Disposition", "attachment; filename=\"recepisse-depart.pdf\""},
             {"Cache-Control", "no-store"},
             {"Vary", "Accept"}},
            pdf.value()};
}

HttpResponse DepartureRoutes::reason(const HttpRequest& request)
{
    const auto caller = callerOf(request, MandateUse::Acting);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    if (const auto recent = m_parts.sessions.requireRecentSignIn(caller.value().person); !recent) {
        return HttpResponse::problem(recent.failure());
    }
    const auto body = request.json();
    const auto said = body ? fromJson<DepartureReason>(body.value(), FailureCode::InvalidRequest)
                           : Outcome<DepartureReason>(body.failure());
    if (!said) {
        return HttpResponse::problem(said.failure());
    }
    const auto kept = m_parts.database.write<Done>(
        [&](QSqlDatabase& connection) { return keep(connection, caller.value(), said.value().reason); });
    return kept ? HttpResponse::json(200, toJson(said.value())) : HttpResponse::problem(kept.failure());
}

Outcome<DepartureRoutes::Caller> DepartureRoutes::callerOf(const HttpRequest& request, MandateUse use)
{
    auto person = m_parts.sessions.authenticate(request);
    if (!person) {
        return person.failure();
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return named.failure();
    }
    const QString& siren = named.value().digits();
    const auto standing = m_parts.rights.require(person.value().subject, siren, use);
    if (!standing) {
        return standing.failure();
    }
    if (!standing.value().mandate) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}};
    }
    return Caller{std::move(person).value(), siren, request.parameters.value(QStringLiteral("id")).toLower()};
}

Outcome<StoredDeparture> DepartureRoutes::find(QSqlDatabase& connection, const Caller& caller) const
{
    auto found = m_departures.find(connection, caller.departure);
    if (!found) {
        return found.failure();
    }
    if (!found.value() || found.value()->siren != caller.siren) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such departure of this company"), {}};
    }
    return *std::move(found).value();
}

Outcome<DepartureReceipt> DepartureRoutes::read(QSqlDatabase& connection, const Caller& caller) const
{
    const auto stored = find(connection, caller);
    if (!stored) {
        return stored.failure();
    }
    const auto company = m_companies.find(connection, caller.siren);
    if (!company) {
        return company.failure();
    }
    DepartureReceipt receipt;
    receipt.siren = caller.siren;
    receipt.company = company.value().value_or(RegisteredCompany());
    receipt.departure = shown(stored.value());
    receipt.verifyAddress = m_parts.publicUrl.toString(QUrl::FullyEncoded) + QStringLiteral("/verify");
    receipt.at = m_parts.clock.now();
    const auto added = addEvidence(connection, stored.value(), receipt);
    return added ? Outcome<DepartureReceipt>(receipt) : Outcome<DepartureReceipt>(added.failure());
}

Outcome<Done> DepartureRoutes::addEvidence(QSqlDatabase& connection, const StoredDeparture& stored,
                                           DepartureReceipt& receipt) const
{
    QStringList decisions{stored.decision};
    for (const StoredStep& step : stored.steps) {
        if (!step.decision.isEmpty() && !decisions.contains(step.decision)) {
            decisions.append(step.decision);
        }
    }
    for (const QString& decision : std::as_const(decisions)) {
        const auto links = m_evidence.linksOf(connection, stored.siren, decision);
        const auto accounts = accountsOfOrders(connection, stored.siren, decision);
        if (!links || !accounts) {
            return links ? accounts.failure() : links.failure();
        }
        for (const EvidenceLink& link : links.value()) {
            if (link.kind == u"decision" && decision == stored.decision) {
                receipt.hash = link.hash;
            } else if (link.kind == u"acknowledgement") {
                const QString told = link.content[u"account"].toString();
                const QString account =
                    told.isEmpty() ? accounts.value().value(link.content[u"delivery"].toString()) : told;
                const auto at = QDateTime::fromString(link.content[u"at"].toString(), Qt::ISODate).toUTC();
                receipt.acknowledgements.insert(account, {at, link.hash});
            }
        }
    }
    return Done{};
}

Outcome<Done> DepartureRoutes::keep(QSqlDatabase& connection, const Caller& caller, LeavingReason said) const
{
    const auto standing = m_parts.rights.held(connection, caller.person.subject, caller.siren);
    if (!standing || !standing.value().mandate) {
        return standing ? Failure{FailureCode::NotAllowed, QStringLiteral("no mandate any more"), {}}
                        : standing.failure();
    }
    auto stored = find(connection, caller);
    if (!stored) {
        return stored.failure();
    }
    if (stored.value().endedAt) {
        return Failure{FailureCode::Conflict, QStringLiteral("the departure has ended"), {}};
    }
    stored.value().departure.reason = said;
    if (auto saved = m_departures.save(connection, stored.value()); !saved) {
        return saved;
    }
    const auto cursor = advanceCursor(connection, caller.siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/decisions/ReceiptRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/decisions/DecisionStore.h"
#include "service/departures/DepartureStore.h"
#include "service/evidence/ReceiptFile.h"
#include "service/http/Router.h"
#include "service/portals/PortalDirectory.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

std::optional<Decision> decisionIn(const QList<EvidenceLink>& links)
{
    for (const EvidenceLink& link : links) {
        if (link.kind == u"decision") {
            const auto decision = fromJson<Decision>(link.content[u"decision"].toObject());
            return decision ? std::optional(decision.value()) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// When portals had taken all that is taken; nothing: `awaited` words have not come. Without a number, no
/// more will come than did.
std::optional<QDateTime> acknowledgedAt(const QList<EvidenceLink>& links, std::optional<qsizetype> awaited)
{
    std::optional<QDateTime> latest;
    qsizetype came = 0;
    for (const EvidenceLink& link : links) {
        if (link.kind == u"acknowledgement" && (!awaited || came < *awaited)) {
            ++came;
            latest = QDateTime::fromString(link.content[u"at"].toString(), Qt::ISODate).toUTC();
        }
    }
    return !awaited || came == *awaited ? latest : std::nullopt;
}

} // namespace

void ReceiptRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/receipts"),
               [this](const HttpRequest& request) { return receipts(request); });
    router.add("GET", QStringLiteral("/v1/companies/{siren}/receipts/{decision}"),
               [this](const HttpRequest& request) { return receipt(request); });
}

HttpResponse ReceiptRoutes::receipts(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& siren = named.value().digits();
    const auto own = m_database.read<OwnReceipts>(
        [&](QSqlDatabase& connection) { return read(connection, person.value().subject, siren); });
    return own ? HttpResponse::json(200, toJson(own.value())) : HttpResponse::problem(own.failure());
}

HttpResponse ReceiptRoutes::receipt(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const QString siren = request.parameters.value(QStringLiteral("siren"));
    const QString decision = request.parameters.value(QStringLiteral("decision")).toLower();
    if (const auto theirs = mayRead(person.value().subject, siren, decision); !theirs) {
        return HttpResponse::problem(theirs.failure());
    }
    const auto links = m_database.read<QList<EvidenceLink>>(
        [&](QSqlDatabase& connection) { return m_evidence.linksOf(connection, siren, decision); });
    return links ? HttpResponse::json(200, toReceiptFile(links.value()))
                 : HttpResponse::problem(links.failure());
}

Outcome<Done> ReceiptRoutes::mayRead(const QString& subject, const QString& siren, const QString& decision)
{
    const Failure unknown{FailureCode::NotFound, QStringLiteral("no receipt for this person"), {}};
    const auto own = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return DecisionStore::isOf(connection, decision, subject, siren); });
    if (!own || own.value()) {
        return own ? Outcome<Done>(Done{}) : Outcome<Done>(own.failure());
    }
    const auto taken = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return DecisionStore::isOfCompany(connection, decision, siren); });
    if (!taken || !taken.value()) {
        return taken ? unknown : taken.failure();
    }
    const auto standing = m_rights.require(subject, siren, MandateUse::Reading);
    if (!standing && standing.failure().code == FailureCode::RegistryUnavailable) {
        return standing.failure();
    }
    return standing && standing.value().mandate ? Outcome<Done>(Done{}) : Outcome<Done>(unknown);
}

Outcome<OwnReceipts> ReceiptRoutes::read(QSqlDatabase& connection, const QString& subject,
                                         const QString& siren) const
{
    const auto receipts = DecisionStore::receiptsOf(connection, subject, siren);
    if (!receipts) {
        return receipts.failure();
    }
    OwnReceipts own{siren, {}};
    for (const DecisionReceipt& receipt : receipts.value()) {
        const auto links = m_evidence.linksOf(connection, siren, receipt.decisionId);
        if (!links) {
            return links.failure();
        }
        const auto made = ownReceipt(connection, siren, receipt, links.value());
        if (!made) {
            return made.failure();
        }
        own.receipts.append(made.value());
    }
    return own;
}

std::optional<qsizetype> ReceiptRoutes::wordsOf(const QHash<QString, qsizetype>& closings,
                                                DecisionKind kind) const
{
    if (closings.isEmpty()) {
        return std::nullopt;
    }
    qsizetype words = kind == DecisionKind::AcceptRequest ? 1 : 0; // the answer to the request
    for (auto portal = closings.cbegin(); portal != closings.cend(); ++portal) {
        const PortalConfiguration* known = m_portals.find(portal.key());
        // A letter is answered by the account that is seen closed, and an account that stays open by nothing.
        words += known != nullptr && known->closesByProgram() ? portal.value() : 0;
    }
    return words;
}

Outcome<OwnReceipt> ReceiptRoutes::ownReceipt(QSqlDatabase& connection, const QString& siren,
                                              const DecisionReceipt& receipt,
                                              const QList<EvidenceLink>& links) const
{
    OwnReceipt own;
    own.receipt = receipt;
    const auto decision = decisionIn(links);
    if (!decision) {
        own.acknowledgedAt = acknowledgedAt(links, 1);
        return own;
    }
    own.kind = decision->kind;
    own.shown = decision->shown;
    if (!decision->departure) {
        own.acknowledgedAt = acknowledgedAt(links, 1);
        return own;
    }
    const auto closings = DepartureStore::closings(connection, siren, receipt.decisionId);
    if (!closings) {
        return closings.failure();
    }
    own.acknowledgedAt = acknowledgedAt(links, wordsOf(closings.value(), own.kind));
    return own;
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/letters/LetterRoutes.h"

#include "service/http/Router.h"
#include "service/letters/LetterPdf.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {

void LetterRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/closure-letter"),
               [this](const HttpRequest& request) { return letter(request); });
}

HttpResponse LetterRoutes::letter(const HttpRequest& request)
{
    const auto person = m_parts.sessions.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& siren = named.value().digits();
    const auto standing = m_parts.rights.require(person.value().subject, siren, MandateUse::Reading);
    if (!standing) {
        return HttpResponse::problem(standing.failure());
    }
    if (!standing.value().mandate) {
        return HttpResponse::problem(
            {FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}});
    }
    const QString account = request.query.queryItemValue(QStringLiteral("account"), QUrl::FullyDecoded);
    auto asked = m_parts.database.read<ClosureRequest>(
        [&](QSqlDatabase& connection) { return read(connection, siren, account); });
    if (!asked) {
        return HttpResponse::problem(asked.failure());
    }
    const PortalConfiguration* portal = m_parts.portals.find(asked.value().account.portal);
    if (portal == nullptr || portal->letterAddress.isEmpty()) {
        return HttpResponse::problem(
            {FailureCode::Conflict, QStringLiteral("no address is known for letters to this portal"), {}});
    }
    asked.value().signatory = person.value().displayName;
    asked.value().function = standing.value().mandate->function;
    asked.value().verifyAddress = m_parts.publicUrl.toString(QUrl::FullyEncoded) + QStringLiteral("/verify");
    const auto pdf = letterPdf(closureLetter(asked.value(), *portal, m_parts.clock.now()));
    if (!pdf) {
        return HttpResponse::problem(pdf.failure());
    }
    return {200,
            {{"Content-Type", "application/pdf"},
             {"Content-Disposition", "attachment; filename=\"fermeture.pdf\""},
             {"Cache-Control", "no-store"}},
            pdf.value()};
}

Outcome<ClosureRequest> LetterRoutes::read(QSqlDatabase& connection, const QString& siren,
                                           const QString& accountId) const
{
    const auto account = m_accounts.find(connection, siren, accountId);
    if (!account || !account.value()) {
        return account ? Failure{FailureCode::NotFound, QStringLiteral("no such account"), {}}
                       : account.failure();
    }
    const AccountState state = account.value()->account.state;
    if (state != AccountState::ClosureManual && state != AccountState::ClosureFailed) {
        return Failure{FailureCode::Conflict, QStringLiteral("no closure waits for a letter"), {}};
    }
    const auto company = m_companies.find(connection, siren);
    if (!company || !company.value()) {
        return company ? Failure{FailureCode::NotFound, QStringLiteral("the company is not known"), {}}
                       : company.failure();
    }
    // Of a departure the decision is about all its accounts at once.
    auto decided =
        runQuery(connection,
                 QStringLiteral(
                     "SELECT taken_at, receipt_number, verification_code FROM decision WHERE siren = ? AND "
                     "id = COALESCE((SELECT s.decision FROM departure_step s JOIN decision t ON "
                     "t.id = s.decision WHERE s.siren = ? AND "
                     "s.account = ? AND s.state IN ('manual', 'failed', 'declaredDone') "
                     "ORDER BY t.taken_at DESC LIMIT 1), (SELECT d.id FROM decision d WHERE d.siren = ? AND "
                     "d.target = ? ORDER BY d.taken_at DESC LIMIT 1))"),
                 {siren, siren, accountId, siren, accountId});
    if (!decided) {
        return decided.failure();
    }
    if (!decided.value().next()) {
        return Failure{FailureCode::Conflict, QStringLiteral("nobody decided to close it"), {}};
    }
    ClosureRequest request;
    request.company = *company.value();
    request.account = account.value()->account;
    request.decidedAt = instantFromSql(decided.value().value(0).toString());
    request.receiptNumber = decided.value().value(1).toString();
    request.verificationCode = decided.value().value(2).toString();
    return request;
}

} // namespace proconnect::service

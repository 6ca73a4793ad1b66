// SPDX-License-Identifier: MIT
#include "ui/requests/RequestFacts.h"

#include "core/model/BusinessNumbers.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

void addAnswer(QList<Fact>& facts, const AccessRequest& request, const RequestText& text)
{
    facts += Fact{qtTrId("req.outcome"), text.outcome(request)};
    if (request.state == RequestState::Refused && !request.refusalReason.isEmpty()) {
        facts += Fact{qtTrId("req.reason"), refusalReasonText(request.refusalReason)};
    }
    if (!request.withheldRights.isEmpty()) {
        facts += Fact{qtTrId("req.withheld"), RequestText::withheld(request)};
    }
    const QString handBack = text.handBack(request);
    if (!handBack.isEmpty()) {
        facts += Fact{qtTrId("req.back"), handBack};
    }
}

void addComplement(QList<Fact>& facts, const Complement& complement, const RequestText& text)
{
    const QString asked = text.dates().when(complement.askedAt);
    facts +=
        Fact{qtTrId("req.complement.asked"),
             complement.answer.isEmpty() ? qtTrId("req.complement.awaited").arg(complement.question, asked)
                                         : complement.question};
    if (!complement.answer.isEmpty()) {
        facts += Fact{qtTrId("req.complement.given"), complement.answer};
    }
}

QString place(const AccessRequest& request, const CompanyText& company)
{
    const QString digits = company.snapshot().company.siren;
    const auto siren = SirenNumber::parse(digits);
    return qtTrId("req.site").arg(company.establishments(request.sirets), siren ? siren->display() : digits);
}

} // namespace

QList<Fact> requestFacts(const AccessRequest& request, const RequestText& text)
{
    const CompanyText& company = text.company();
    QList<Fact> facts;
    if (!request.open()) {
        addAnswer(facts, request, text);
    } else if (request.deadline) {
        // First: it says how long there is, and who can file meanwhile.
        facts += Fact{qtTrId("req.deadline"), text.deadline(request)};
    }
    facts += Fact{qtTrId("req.what"), text.possible(request)};
    if (!request.rights.isEmpty() && !request.roleLabel.isEmpty()) {
        facts += Fact{qtTrId("req.role"), request.roleLabel};
    }
    facts += Fact{qtTrId("req.for"), place(request, company)};
    Fact mail{qtTrId("req.mail"), request.email};
    if (company.companyAddress(request.email) && !request.risks.contains(RiskFact::ExternalDomain)) {
        mail.badge = BadgeContent{BadgeKind::Ok, qtTrId("req.mail.own"), QStringLiteral("check")};
    }
    facts += mail;
    facts += Fact{qtTrId("req.known"), text.existingAccounts(request)};
    if (request.until) {
        facts += Fact{qtTrId("req.until.asked"), text.dates().longDate(*request.until)};
    }
    if (request.deadline && !request.open()) {
        facts += Fact{qtTrId("req.deadline"), text.deadline(request)};
    }
    if (request.complement) {
        addComplement(facts, *request.complement, text);
    }
    const QString silence = text.withoutAnswer(request);
    if (!silence.isEmpty()) {
        facts += Fact{qtTrId("req.silence"), silence};
    }
    if (!request.message.isEmpty()) {
        facts += Fact{qtTrId("req.note"), quoted(request.message)};
    }
    return facts;
}

} // namespace proconnect::ui

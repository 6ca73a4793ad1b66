// SPDX-License-Identifier: MIT
#include "tests/core/protocol/Samples.h"

namespace proconnect::samples {

QDateTime instant(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(7, minute, 1, 250), Qt::UTC);
}

Company company()
{
    return {QStringLiteral("000058263"),
            QStringLiteral("Ateliers Ventadour"),
            QStringLiteral("Gérante"),
            RegistrySource::Sirene,
            instant(1),
            true,
            instant(14),
            true,
            {{QStringLiteral("00005826300019"), QStringLiteral("Lyon (siège)"), QStringLiteral("1 rue Neuve"),
              true, false}},
            3,
            true};
}

AccessRequest request()
{
    AccessRequest r;
    r.id = QStringLiteral("PC-2026-001021");
    r.version = 4;
    r.portal = QStringLiteral("impots");
    r.state = RequestState::AcceptedWithLimits;
    r.handBack = HandBack::Running;
    r.givenName = QStringLiteral("Zoé");
    r.familyName = QStringLiteral("L’Hermitte");
    r.email = QStringLiteral("zoe@ventadour.example");
    r.jobTitle = QStringLiteral("Comptable");
    r.roleCode = QStringLiteral("DELEGATAIRE");
    r.roleLabel = QStringLiteral("Délégataire");
    r.administratorRole = true;
    r.rights = {{QStringLiteral("PAYER_TVA"), QStringLiteral("Payer la TVA"), true}};
    r.sirets = {QStringLiteral("00005826300019")};
    r.message = QStringLiteral("<b>Bonjour</b>\n\"…\"");
    r.receivedAt = instant(2);
    r.expiresAt = instant(3);
    r.until = QDate(2027, 1, 31);
    r.deadline = BusinessDeadline{QStringLiteral("TVA"), QDate(2026, 11, 24), {QStringLiteral("Paul Roux")}};
    r.risks = {RiskFact::UnknownRequester, RiskFact::OddHour};
    r.existingPortals = {QStringLiteral("urssaf")};
    r.replaces = QStringLiteral("IMP-36b5d0bd");
    r.decidedBy = QStringLiteral("Anne Petit");
    r.decidedAt = instant(4);
    r.refusalReason = QStringLiteral("other");
    r.portalMessage = QStringLiteral("Refusé");
    return r;
}

PortalAccount account()
{
    PortalAccount a;
    a.id = QStringLiteral("impots:IMP-36b5d0bd");
    a.version = 7;
    a.portal = QStringLiteral("impots");
    a.portalAccountId = QStringLiteral("IMP-36b5d0bd");
    a.holderName = QStringLiteral("Paul Roux");
    a.email = QStringLiteral("paul@ventadour.example");
    a.roleCode = QStringLiteral("R");
    a.roleLabel = QStringLiteral("Rôle");
    a.administratorRole = true;
    a.rights = {{QStringLiteral("C"), QStringLiteral("Consulter"), false}};
    a.sirets = {QStringLiteral("00005826300019")};
    a.createdOn = QDate(2020, 2, 29);
    a.lastUsedAt = instant(5);
    a.holderLeftOn = QDate(2026, 1, 1);
    a.state = AccountState::ClosureFailed;
    a.certification = AccountCertification::ToWithdraw;
    a.signalList = {AccountSignal::Idle, AccountSignal::UsedAfterDeparture};
    a.originCount = 12;
    a.mine = true;
    a.portalMessage = QStringLiteral("Non");
    a.certifiedAt = instant(6);
    a.soleRole = true;
    a.addressUnreachable = true;
    a.mandate =
        AccountMandate{QStringLiteral("MT1"), QDate(2026, 12, 31), {QStringLiteral("00005826300019")}};
    a.substitution = Substitution{QStringLiteral("impots:IMP-2"), QStringLiteral("ADMIN_TITULAIRE"),
                                  QStringLiteral("Anne Petit"), instant(22), SubstitutionState::Failed};
    return a;
}

Departure departure()
{
    Departure d;
    d.id = QStringLiteral("7f3a2a56-1d5c-4a6f-9a44-3f0c3ab0c0de");
    d.person = QStringLiteral("Paul Mercier");
    d.state = DepartureState::Scheduled;
    d.startedBy = QStringLiteral("Anne Petit");
    d.startedAt = instant(17);
    d.at = instant(18);
    d.reason = LeavingReason::Retirement;
    d.steps = {{QStringLiteral("impots:IMP-36b5d0bd"), QStringLiteral("impots"),
                QStringLiteral("IMP-36b5d0bd"), QStringLiteral("Délégataire"),
                DepartureStepState::ReplacementNeeded, QStringLiteral("impots:IMP-2"),
                QStringLiteral("Zoé Blanc"), QStringLiteral("Compte bloqué"), instant(19), true, instant(20),
                instant(21)}};
    d.receiptNumber = QStringLiteral("RC-2026-000124");
    d.verificationCode = QStringLiteral("K7PM-2W4X-9RTC-0000");
    d.putOff = DeparturePutOff::MandateToConfirm;
    d.newcomers = {{{QStringLiteral("Zoé Blanc"),
                     QStringLiteral("z@b.example"),
                     {QStringLiteral("DSN")},
                     {QStringLiteral("00005826300019")}},
                    NewcomerState::Failed,
                    QStringLiteral("Inscription en personne"),
                    instant(23)}};
    d.request = QStringLiteral("PC-2026-001021");
    return d;
}

CompanySnapshot snapshot()
{
    CompanySnapshot s;
    s.cursor = 9'007'199'254'740'991;
    s.asOf = instant(7);
    s.company = company();
    s.portals = {
        {QStringLiteral("impots"), QStringLiteral("impots.gouv.fr"), true, false, true, true, 72, 30, true}};
    s.requests = {request()};
    s.accounts = AccountList{account()};
    s.sources = {{QStringLiteral("impots"), PortalSource::Method::Declared, PortalSource::State::Stale,
                  instant(8), instant(9)}};
    s.contactEmail = {QStringLiteral("a@b.example"), EmailState::Verified, instant(10),
                      QStringLiteral("c@d.example"), EmailState::SentToSirene};
    s.journal = {{12, instant(11), QStringLiteral("account.closed"), QStringLiteral("Paul"),
                  QStringLiteral("Anne"), QStringLiteral("impots")}};
    s.setAside = {{QStringLiteral("impots:IMP-36b5d0bd"), FindingKind::Duplicate,
                   QStringLiteral("Deux rôles"), QDate(2027, 6, 30), QStringLiteral("Anne Petit"),
                   instant(15)}};
    s.personLinks = {{{QStringLiteral("p@v.example"), QStringLiteral("paul@v.example")},
                      false,
                      QStringLiteral("Anne Petit"),
                      instant(16)}};
    s.departures = {departure()};
    s.waysOut = {departure()};
    return s;
}

UserProfile profile()
{
    return {QStringLiteral("sub-1"),
            QStringLiteral("Anne"),
            QStringLiteral("Petit"),
            instant(12),
            2,
            {company()},
            2};
}

CompanyCheck companyCheck()
{
    CompanyCheck c;
    c.siren = QStringLiteral("000058263");
    c.result = CheckResult::NeedsReview;
    c.name = QStringLiteral("A");
    c.address = QStringLiteral("B");
    c.activity = QStringLiteral("C");
    c.function = QStringLiteral("D");
    c.closedOn = QDate(2020, 1, 1);
    c.source = RegistrySource::Rcs;
    c.checkedAt = instant();
    c.replacedBy = QStringLiteral("000074914");
    c.reviewReference = QStringLiteral("EX-2026-000123");
    c.reviewSendable = true;
    c.reviewSentAt = instant(17);
    c.identity = CheckedIdentity{
        QStringLiteral("FABRE"),  QStringLiteral("ROUX"),        QStringLiteral("Claire"),
        QStringLiteral("female"), QStringLiteral("1982-11-03"),  QStringLiteral("69266"),
        QStringLiteral("99100"),  QStringLiteral("c@f.example"), QStringLiteral("VILLEURBANNE")};
    return c;
}

OwnReceipts ownReceipts()
{
    return {QStringLiteral("000058263"),
            {{{QStringLiteral("0b7e9d1e-5a52-4a38-9d4f-0f4f3f8d2a11"), instant(15),
               QStringLiteral("RC-2026-000123"), QStringLiteral("K7PM-2W4X-9RTC")},
              DecisionKind::CertifyAccount,
              QStringLiteral("Certifier ce compte"),
              instant(16)}}};
}

DelegationProposal delegationProposal()
{
    return {QStringLiteral("5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10"),
            QStringLiteral("000058263"),
            QStringLiteral("Nadia"),
            QStringLiteral("Ferrand"),
            QStringLiteral("nadia@ventadour.example"),
            {DelegationPower::SeeAccounts, DelegationPower::AnswerRequests},
            {QStringLiteral("urssaf"), QStringLiteral("asp")},
            {QStringLiteral("00005826300019")},
            DelegationCeiling::NoAdministratorNorPayment,
            QDate(2026, 12, 1),
            QDate(2027, 6, 30)};
}

Delegation delegation()
{
    return {delegationProposal(),
            3,
            DelegationState::ToConfirm,
            QStringLiteral("Anne Petit"),
            instant(17),
            instant(18),
            instant(19),
            instant(20),
            instant(21),
            true};
}

DelegationAct delegationAct()
{
    return {QStringLiteral("0b7e9d1e-5a52-4a38-9d4f-0f4f3f8d2a11"),
            QStringLiteral("000058263"),
            QStringLiteral("5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10"),
            3,
            DelegationOrder::LetLapse,
            instant(22)};
}

Decision decision()
{
    Decision d;
    d.id = QStringLiteral("0b7e9d1e-5a52-4a38-9d4f-0f4f3f8d2a11");
    d.kind = DecisionKind::RefuseRequest;
    d.siren = QStringLiteral("000058263");
    d.target = QStringLiteral("PC-2026-001021");
    d.targetVersion = 4;
    d.until = QDate(2027, 3, 1);
    d.reason = RefusalReason::UnknownPerson;
    d.departure =
        DepartureTerms{QStringLiteral("Paul Mercier"),
                       {{QStringLiteral("impots:IMP-36b5d0bd"), 4, QStringLiteral("impots:IMP-2"), true}},
                       instant(21),
                       {departure().newcomers.first().newcomer}};
    d.successorVersion = 7;
    d.comment = QStringLiteral("Je ne la connais pas");
    d.shown = QStringLiteral("Refuser l’accès de Zoé");
    d.decidedAt = instant(13);
    return d;
}

} // namespace proconnect::samples

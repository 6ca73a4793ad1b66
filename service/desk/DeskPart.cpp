// SPDX-License-Identifier: MIT
#include "service/desk/DeskPart.h"

#include "service/companies/CompanyDirectory.h"

namespace proconnect::service {
namespace {

using std::chrono::milliseconds;

/// A demonstration shows within seconds what production spreads over hours.
milliseconds syncPeriod(const ServiceConfig& config)
{
    return config.demonstration ? milliseconds(5'000) : milliseconds(15LL * 60'000);
}

/// How soon after its hour a departure leaves.
milliseconds departurePeriod(const ServiceConfig& config)
{
    return config.demonstration ? milliseconds(2'000) : milliseconds(60'000);
}

DeliveryPace deliveryPace(const ServiceConfig& config)
{
    DeliveryPace pace;
    if (config.demonstration) {
        pace.firstPause = milliseconds(1'000);
    }
    return pace;
}

} // namespace

Outcome<std::unique_ptr<DeskPart>> DeskPart::create(const Platform& platform, Neighbours neighbours)
{
    auto portals = PortalDirectory::read(platform.config.portals);
    if (!portals) {
        return portals.failure();
    }
    const auto texts = MailTexts::load();
    if (!texts) {
        return texts.failure();
    }
    return std::unique_ptr<DeskPart>(
        new DeskPart(platform, neighbours, std::move(portals).value(), texts.value()));
}

DeskPart::DeskPart(const Platform& platform, const Neighbours& neighbours, PortalDirectory portals,
                   const MailTexts& texts)
    : m_clock(platform.clock), m_portals(std::move(portals)), m_journal(platform.keys),
      m_requestStore(platform.keys), m_accountStore(platform.keys), m_departureStore(platform.keys),
      m_departureProgress(m_departureStore, m_journal, m_portals), m_evidence(platform.keys),
      m_queue(platform.keys, platform.claimant), m_delegationStore(platform.keys),
      m_rights(platform.database, platform.clock, neighbours.mandates, m_delegationStore),
      m_notice({platform.database, platform.clock, platform.log, platform.jobs, neighbours.mailer,
                neighbours.companies, neighbours.addresses, m_portals},
               texts, m_requestStore, RequestDelegates(m_delegationStore, m_rights)),
      m_invitations(m_accountStore, m_portals, texts, CompanyStore(platform.keys), m_requestStore),
      m_departureLeaving(
          m_accountStore, AccountClosing(m_accountStore, m_portals),
          CompanyHands(m_accountStore, AccountNoteStore(platform.keys), CompanyStore(platform.keys)),
          m_departureStore, m_departureProgress),
      m_replacements(
          m_accountStore,
          CompanyHands(m_accountStore, AccountNoteStore(platform.keys), CompanyStore(platform.keys)),
          m_departureStore, m_departureProgress, m_departureLeaving, m_journal),
      m_scim(platform.http, platform.clock),
      m_sync(
          platform.database, platform.keys, platform.clock, m_portals, m_scim, m_journal,
          [&companies = neighbours.companies](QSqlDatabase& connection) {
              return companies.attachedSirens(connection);
          },
          platform.jobs, syncPeriod(platform.config), platform.log),
      m_events(platform.http, platform.keys, platform.clock, platform.publicUrl.toString(QUrl::FullyEncoded)),
      m_pusher(m_events, platform.database, m_portals), m_trial(m_events, platform.database, m_portals),
      m_accountOrders(platform.database, m_accountStore, m_scim, m_portals, platform.clock),
      m_openingNeeds(m_departureStore, m_accountStore, m_requestStore),
      m_accountOpenings(
          platform.database,
          [this](QSqlDatabase& connection, const DeliveryOrder& order) {
              return m_openingNeeds.needOf(connection, order);
          },
          m_scim, m_portals),
      m_recorder(m_requestStore, m_accountStore, m_evidence, m_journal, m_queue,
                 PortalSubscriptions(m_portals), m_notice, m_departureProgress, m_invitations, m_replacements,
                 neighbours.mailer, platform.clock),
      m_deliveries(
          platform.database, m_queue, platform.clock, m_portals,
          {{DeliveryKind::RequestAnswer, &m_pusher},
           {DeliveryKind::CloseAccount, &m_accountOrders},
           {DeliveryKind::CertifyAccount, &m_accountOrders},
           {DeliveryKind::WithdrawCertification, &m_accountOrders},
           {DeliveryKind::MandateEnded, &m_pusher},
           {DeliveryKind::AskClosure, &m_pusher},
           {DeliveryKind::RequestQuestion, &m_pusher},
           {DeliveryKind::CertificationWithdrawn, &m_pusher},
           {DeliveryKind::ContactEmailChanged, &m_pusher},
           {DeliveryKind::TryReceiver, &m_trial},
           {DeliveryKind::RestoreAccount, &m_accountOrders},
           {DeliveryKind::NameAdministrator, &m_accountOrders},
           {DeliveryKind::OpenAccount, &m_accountOpenings}},
          [this](QSqlDatabase& connection, const DeliveryOrder& order, const DeliveryResult& result,
                 bool final) { return m_recorder.record(connection, order, result, final); },
          // An accepted request opens an account: it should be seen before the next turn.
          [this](const DeliveryOrder&) { m_sync.wake(); }, platform.jobs, deliveryPace(platform.config),
          platform.log),
      m_mandateEnd(m_accountStore, m_queue, m_evidence, m_journal, m_portals),
      m_mandateEndNotice(neighbours.mailer, texts, neighbours.addresses, platform.keys),
      m_contactEmailEvents(m_accountStore, m_queue, m_portals),
      m_delegationLedger(m_delegationStore, m_evidence, m_journal, neighbours.mailer, texts,
                         CompanyStore(platform.keys)),
      m_delegationTerms(platform.database, platform.clock, m_delegationStore, m_delegationLedger,
                        neighbours.mailer, platform.jobs),
      m_delegationEndNotice({platform.database, platform.clock, platform.log, platform.jobs,
                             neighbours.mailer, neighbours.addresses},
                            m_delegationStore, texts, CompanyStore(platform.keys)),
      m_delegationDesk({platform.database, platform.clock, platform.keys, neighbours.sessions,
                        neighbours.mandates, m_portals, neighbours.mailer},
                       m_delegationStore, m_delegationLedger),
      m_delegateDesk({platform.database, platform.clock, platform.keys, neighbours.sessions,
                      neighbours.mandates, neighbours.mailer},
                     m_delegationStore, m_delegationLedger),
      m_requestLedger(m_queue, m_evidence, m_journal), m_blocks(platform.keys),
      m_companies(neighbours.companies, m_requestStore),
      m_reachable(m_companies, m_rights, m_delegationStore), m_numbers(platform.database),
      m_requests({platform.database, platform.clock, m_numbers, m_notice, neighbours.mandates,
                  [this](const QString& portal) { m_deliveries.wake(portal); }},
                 m_requestStore, m_requestLedger, m_blocks, m_accountStore),
      m_expiry(platform.database, m_requestStore, m_requestLedger, platform.clock, platform.log,
               platform.jobs, [this](const QString& portal) { m_deliveries.wake(portal); }),
      m_reminding(platform.database, m_requestStore, m_requestLedger, platform.clock, m_notice, platform.log,
                  platform.jobs),
      m_departureTurns({platform.database, platform.clock, platform.log, m_rights, m_journal,
                        [this](const QString& portal) { m_deliveries.wake(portal); }},
                       m_departureStore, m_departureLeaving, m_queue, m_evidence, platform.jobs,
                       departurePeriod(platform.config)),
      m_decisions(
          {platform.database, platform.clock, m_numbers, neighbours.sessions, m_rights, neighbours.companies,
           m_journal, neighbours.mailer, m_notice,
           [this](const QString& portal) { m_deliveries.wake(portal); }},
          RequestDecisions(m_requestStore, m_accountStore, m_portals, texts,
                           RequestForwarding(m_delegationStore, texts), m_replacements, m_blocks, m_notice),
          AccountDecisions(
              m_accountStore, m_portals,
              CompanyHands(m_accountStore, AccountNoteStore(platform.keys), CompanyStore(platform.keys)),
              m_departureStore, m_departureProgress),
          ClosedAccountDecisions(m_accountStore, m_portals, m_queue, m_departureStore, m_departureProgress),
          DepartureDecisions(
              m_accountStore,
              CompanyHands(m_accountStore, AccountNoteStore(platform.keys), CompanyStore(platform.keys)),
              m_departureStore, m_departureLeaving, m_invitations),
          SubstitutionDecisions(
              m_accountStore, m_portals,
              CompanyHands(m_accountStore, AccountNoteStore(platform.keys), CompanyStore(platform.keys))),
          m_queue, m_evidence),
      m_tokens(platform.database, platform.clock, m_portals, platform.publicUrl),
      m_portalCalls(platform.database, platform.clock, QStringLiteral("portal"), std::chrono::minutes(1)),
      m_guard(m_tokens, m_portals, m_portalCalls), m_portalRoutes(m_tokens, m_guard, neighbours.verification),
      m_requestRoutes(m_guard, m_requests), m_requestLetterRoutes({platform.database, platform.clock, m_guard,
                                                                   m_requests, m_notice, neighbours.lookup},
                                                                  CompanyStore(platform.keys)),
      m_subscriptionRoutes(platform.database, m_queue, m_portals, platform.clock, m_guard),
      m_declarations(platform.database,
                     DeclarationIntake(m_accountStore, m_journal, m_departureProgress, neighbours.companies),
                     platform.clock, m_guard),
      m_closures(platform.database, m_accountStore, m_evidence, m_journal, m_departureProgress,
                 platform.clock, m_guard),
      m_unanswered(platform.database, m_accountStore, m_evidence, m_journal, m_departureProgress,
                   platform.clock, platform.log, platform.jobs),
      m_decisionRoutes(neighbours.sessions, m_decisions),
      m_receiptRoutes(platform.database, neighbours.sessions, m_rights, m_evidence, m_portals),
      m_receiptPage(platform.database, m_evidence, EvidenceCheck(platform.keys)),
      m_snapshotRoutes(platform.database, neighbours.sessions, m_rights, platform.clock,
                       SnapshotBuilder(m_requestStore, m_accountStore, AccountNoteStore(platform.keys),
                                       m_departureStore, m_journal, m_portals, neighbours.companies,
                                       neighbours.addresses, platform.clock)),
      m_letterRoutes(
          {platform.database, platform.clock, neighbours.sessions, m_rights, m_portals, platform.publicUrl},
          m_accountStore, CompanyStore(platform.keys)),
      m_departureRoutes(
          {platform.database, platform.clock, neighbours.sessions, m_rights, m_portals, platform.publicUrl},
          m_departureStore, m_evidence, CompanyStore(platform.keys)),
      m_accountFileRoutes(
          {platform.database, platform.clock, neighbours.sessions, m_rights, m_portals, m_journal},
          DeclarationIntake(m_accountStore, m_journal, m_departureProgress, neighbours.companies)),
      m_accountNoteRoutes({platform.database, platform.clock, neighbours.sessions, m_rights, m_journal},
                          m_accountStore, AccountNoteStore(platform.keys)),
      m_delegationRoutes(neighbours.sessions, m_delegationDesk, m_delegateDesk)
{
    m_portalRoutes.addTo(platform.router);
    m_requestRoutes.addTo(platform.router);
    m_requestLetterRoutes.addTo(platform.router);
    m_subscriptionRoutes.addTo(platform.router);
    m_declarations.addTo(platform.router);
    m_closures.addTo(platform.router);
    m_decisionRoutes.addTo(platform.router);
    m_receiptRoutes.addTo(platform.router);
    m_receiptPage.addTo(platform.router);
    m_snapshotRoutes.addTo(platform.router);
    m_letterRoutes.addTo(platform.router);
    m_departureRoutes.addTo(platform.router);
    m_accountFileRoutes.addTo(platform.router);
    m_accountNoteRoutes.addTo(platform.router);
    m_delegationRoutes.addTo(platform.router);
}

} // namespace proconnect::service

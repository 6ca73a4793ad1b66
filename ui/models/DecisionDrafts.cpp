// SPDX-License-Identifier: MIT
#include "ui/models/DecisionDrafts.h"

namespace proconnect::ui {
namespace {

template <typename Target>
Decision draft(DecisionKind kind, const QString& siren, const Target& target, const QString& shown)
{
    Decision decision;
    decision.kind = kind;
    decision.siren = siren;
    decision.target = target.id;
    decision.targetVersion = target.version;
    decision.shown = shown;
    return decision;
}

} // namespace

Decision draftAcceptance(const QString& siren, const AccessRequest& request, const QString& shown,
                         const std::optional<QDate>& until, const QStringList& withheldRights)
{
    Decision decision = draft(DecisionKind::AcceptRequest, siren, request, shown);
    decision.until = until;
    decision.withheldRights = withheldRights;
    return decision;
}

Decision draftReplacement(const QString& siren, const AccessRequest& request, const QString& shown,
                          const QString& person, const DepartureItem& account)
{
    Decision decision = draftAcceptance(siren, request, shown);
    decision.departure = DepartureTerms{person, {account}, {}, {}};
    return decision;
}

Decision draftQuestion(const QString& siren, const AccessRequest& request, const QString& shown,
                       const QString& question)
{
    Decision decision = draft(DecisionKind::AskComplement, siren, request, shown);
    decision.comment = question;
    return decision;
}

Decision draftForwarding(const QString& siren, const AccessRequest& request, const QString& shown,
                         const QString& delegation)
{
    Decision decision = draft(DecisionKind::ForwardRequest, siren, request, shown);
    decision.delegation = delegation;
    return decision;
}

Decision draftRefusal(const QString& siren, const AccessRequest& request, const QString& shown,
                      RefusalReason reason, const QString& comment)
{
    Decision decision = draft(DecisionKind::RefuseRequest, siren, request, shown);
    decision.reason = reason;
    decision.comment = comment;
    return decision;
}

Decision draftClosure(const QString& siren, const PortalAccount& account, const QString& shown)
{
    return draft(DecisionKind::CloseAccount, siren, account, shown);
}

Decision draftCertification(const QString& siren, const PortalAccount& account, const QString& shown)
{
    return draft(DecisionKind::CertifyAccount, siren, account, shown);
}

Decision draftDeparture(const QString& siren, const QString& id, const DepartureTerms& terms,
                        const QString& shown)
{
    Decision decision = draftStop(siren, id, shown);
    decision.kind = DecisionKind::StartDeparture;
    decision.departure = terms;
    return decision;
}

Decision draftStop(const QString& siren, const QString& departure, const QString& shown)
{
    Decision decision;
    decision.kind = DecisionKind::StopDeparture;
    decision.siren = siren;
    decision.target = departure;
    decision.shown = shown;
    return decision;
}

Decision draftDeclaration(const QString& siren, const PortalAccount& account, const QString& shown)
{
    return draft(DecisionKind::DeclareClosed, siren, account, shown);
}

Decision draftRestoration(const QString& siren, const PortalAccount& account, const QString& shown)
{
    return draft(DecisionKind::RestoreAccount, siren, account, shown);
}

Decision draftSubstitution(const QString& siren, const PortalAccount& orphan, const PortalAccount& successor,
                           const QString& shown)
{
    Decision decision = draft(DecisionKind::NameAdministrator, siren, orphan, shown);
    decision.successor = successor.id;
    decision.successorVersion = successor.version;
    return decision;
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/text/ReplacementText.h"

#include "core/model/FoldedName.h"
#include "ui/text/NamedText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {

QString ReplacementText::said(const AccessRequest& request) const
{
    const PortalAccount* account = namedAsReplaced(m_text.company().snapshot(), request);
    if (!account || !account->openAccount()) {
        return {};
    }
    return withNames(qtTrId("repl.said"),
                     {m_text.company().portalName(request.portal), shortened(request.displayName()),
                      shortened(AccountText::holder(*account))});
}

QString ReplacementText::which(const PortalAccount& account) const
{
    QStringList parts{account.roleLabel, account.portalAccountId, m_text.places(account),
                      qtTrId("repl.used").arg(m_text.lastUse(account))};
    parts.removeAll(QString());
    return parts.join(QString::fromUtf8(" · "));
}

QString ReplacementText::consequence(const AccessRequest& request, const PortalAccount& account) const
{
    const QString portal = m_text.company().portalName(account.portal);
    const QString holder = shortened(AccountText::holder(account));
    const QString person = shortened(request.displayName());
    QStringList lines{which(account), withNames(qtTrId("repl.effect.first"), {portal, person}),
                      withNames(qtTrId("repl.effect.then"), {holder, person, portal}),
                      withNames(qtTrId("repl.effect.until"), {portal, holder})};
    // A name is no proof that two people are one, and none that they are two: whoever decides is told.
    if (foldedName(AccountText::holder(account)) == foldedName(request.displayName())) {
        const QString known = account.email.isEmpty() ? account.portalAccountId : account.email;
        lines.insert(1, withNames(qtTrId("repl.effect.namesake"), {known, request.email}));
    }
    return lines.join(u'\n');
}

QString ReplacementText::fault(ReplacementFault fault, const PortalAccount& account) const
{
    const QString holder = shortened(AccountText::holder(account));
    const QString portal = m_text.company().portalName(account.portal);
    switch (fault) {
    case ReplacementFault::NotThere:
        return withNames(qtTrId("repl.fault.gone"), {holder, portal});
    case ReplacementFault::UnderWay:
        return withNames(qtTrId("repl.fault.closing"), {holder});
    case ReplacementFault::OwnAccount:
        return qtTrId("repl.fault.own");
    case ReplacementFault::Mine:
        return qtTrId("repl.fault.mine");
    case ReplacementFault::Shared:
        return qtTrId("repl.fault.shared");
    case ReplacementFault::LastHand:
        break;
    }
    return withNames(qtTrId("repl.fault.hand"), {holder, portal});
}

QString ReplacementText::shown(const AccessRequest& request, const PortalAccount& account) const
{
    // A name may be that of two people: the account is part of what is signed.
    return withNames(qtTrId("repl.shown"),
                     {AccountText::holder(account), account.portalAccountId,
                      m_text.company().portalName(account.portal), request.displayName()});
}

QString ReplacementText::status(const Departure& replacement) const
{
    const DepartureStep& step = replacement.steps.constFirst();
    const QString portal = m_text.company().portalName(step.portal);
    const QString holder = shortened(replacement.person);
    switch (step.state) {
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
        return waiting(replacement);
    case DepartureStepState::Requested:
        return withNames(step.late ? qtTrId("repl.closing.late") : qtTrId("repl.closing"), {holder, portal});
    case DepartureStepState::Manual:
        return withNames(qtTrId("repl.letter"), {holder, portal});
    case DepartureStepState::Failed:
        return step.portalMessage.isEmpty()
                   ? withNames(qtTrId("repl.failed"), {holder, portal})
                   : withSingleStops(withNames(qtTrId("repl.failed.said"),
                                               {holder, portal, withoutStop(step.portalMessage)}));
    case DepartureStepState::NotNeeded:
        return replacement.state == DepartureState::Cancelled ? withNames(qtTrId("repl.kept"), {holder})
                                                              : withNames(qtTrId("repl.gone"), {holder});
    case DepartureStepState::DeclaredDone:
        return withNames(qtTrId("repl.declared"), {holder, portal});
    case DepartureStepState::Confirmed:
        break;
    }
    return step.restoredAt ? withNames(qtTrId("repl.restored"), {holder})
                           : withNames(qtTrId("repl.closed"), {holder});
}

QString ReplacementText::waiting(const Departure& replacement) const
{
    const DepartureStep& step = replacement.steps.constFirst();
    const QString portal = m_text.company().portalName(step.portal);
    const QString holder = shortened(replacement.person);
    if (!isAnswerTaken(replacement)) {
        return withNames(qtTrId("repl.wait.answer"), {holder, portal});
    }
    if (!works(replacement)) {
        return withNames(qtTrId("repl.wait.works"),
                         {holder, shortened(replacement.newcomers.constFirst().newcomer.name), portal});
    }
    if (replacement.putOff) {
        return *replacement.putOff == DeparturePutOff::RegisterUnavailable
                   ? withNames(qtTrId("repl.wait.register"), {holder})
                   : withNames(qtTrId("repl.wait.mandate"), {holder});
    }
    return withNames(qtTrId("repl.wait.soon"), {holder, portal});
}

bool ReplacementText::works(const Departure& replacement) const
{
    const CompanySnapshot& company = m_text.company().snapshot();
    const auto request =
        std::find_if(company.requests.cbegin(), company.requests.cend(),
                     [&replacement](const AccessRequest& one) { return one.id == replacement.request; });
    PortalAccount replaced;
    replaced.id = replacement.steps.constFirst().account;
    replaced.portal = replacement.steps.constFirst().portal;
    const QString role = request == company.requests.cend() ? QString() : roleToCome(*request);
    return isTakenOver(company.accounts, replaced, role, replacement.newcomers);
}

} // namespace proconnect::ui

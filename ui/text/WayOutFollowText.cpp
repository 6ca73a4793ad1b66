// SPDX-License-Identifier: MIT
// What is said of a way out that was decided; what is said before is in WayOutText.cpp.
#include "ui/text/NamedText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/WayOutText.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

QString roleOf(const PortalAccount& account)
{
    return account.roleLabel.isEmpty() ? account.roleCode : account.roleLabel;
}

QString namesOf(const QList<Newcomer>& newcomers)
{
    QStringList names;
    for (const Newcomer& one : newcomers) {
        names += shortened(one.name);
    }
    return enumeration(names);
}

} // namespace

QString WayOutText::status(const Departure& wayOut) const
{
    const DepartureStep& step = wayOut.steps.constFirst();
    const QString name = portal(step.portal);
    switch (step.state) {
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
        return waiting(wayOut);
    case DepartureStepState::Requested:
        return qtTrId(step.late ? "shared.closing.late" : "shared.closing").arg(name);
    case DepartureStepState::Manual:
        return qtTrId("shared.letter").arg(name);
    case DepartureStepState::Failed:
        return failed(wayOut);
    case DepartureStepState::NotNeeded:
        return withPeople(qtTrId("shared.closed"), wayOut);
    case DepartureStepState::Confirmed:
    case DepartureStepState::DeclaredDone:
        break;
    }
    return qtTrId("shared.closed");
}

QString WayOutText::failed(const Departure& wayOut) const
{
    const DepartureStep& step = wayOut.steps.constFirst();
    const QString name = portal(step.portal);
    const QString words = step.portalMessage.isEmpty()
                              ? qtTrId("shared.failed").arg(name)
                              : withSingleStops(withNames(qtTrId("shared.failed.said"),
                                                          {name, withoutStop(step.portalMessage)}));
    return withPeople(words, wayOut);
}

QString WayOutText::withPeople(const QString& words, const Departure& wayOut) const
{
    const PortalAccount shared = sharedOf(wayOut);
    const auto& accounts = m_text.company().snapshot().accounts;
    QList<Newcomer> lacking;
    QList<Newcomer> beyond;
    for (const NewcomerProgress& one : wayOut.newcomers) {
        const PortalAccount* own = ownAccountOf(accounts, shared, one);
        if (own && surplusOf(*own, shared, one).any()) {
            beyond += one.newcomer;
        } else if (!own || !worksFor(*own, shared.roleCode, one.newcomer)) {
            lacking += one.newcomer;
        }
    }
    QStringList sentences{words};
    if (!lacking.isEmpty()) {
        sentences += withNames(qtTrId("shared.wait.people"), {namesOf(lacking)});
    }
    if (!beyond.isEmpty()) {
        sentences += withNames(qtTrId("shared.wait.surplus"), {namesOf(beyond)});
    }
    return sentences.join(u' ');
}

QList<Newcomer> WayOutText::stillAwaited(const Departure& wayOut) const
{
    return awaited(m_text.company().snapshot().accounts, sharedOf(wayOut), wayOut.newcomers);
}

QString WayOutText::waiting(const Departure& wayOut) const
{
    const DateText& dates = m_text.dates();
    const PortalAccount shared = sharedOf(wayOut);
    const QString day = wayOut.at ? dates.longDate(DateText::dayOf(*wayOut.at)) : QString();
    const bool dayCame = !wayOut.at || *wayOut.at <= dates.now();
    if (!stillAwaited(wayOut).isEmpty()) {
        return withPeople(dayCame ? qtTrId("shared.wait.open") : qtTrId("shared.wait.open.day").arg(day),
                          wayOut);
    }
    if (!dayCame) {
        return withSingleStops(qtTrId("shared.wait.day").arg(day));
    }
    if (wayOut.putOff) {
        return *wayOut.putOff == DeparturePutOff::RegisterUnavailable ? qtTrId("shared.wait.register")
                                                                      : qtTrId("shared.wait.mandate");
    }
    const bool held = wayOut.steps.constFirst().state == DepartureStepState::ReplacementNeeded;
    return held && shared.administratorRole ? qtTrId("shared.wait.hand").arg(portal(shared.portal))
                                            : qtTrId("shared.wait.soon");
}

QString WayOutText::decided(const Departure& wayOut) const
{
    const QString when = m_text.dates().when(wayOut.startedAt);
    return withSingleStops(
        wayOut.receiptNumber.isEmpty()
            ? withNames(qtTrId("shared.status.by"), {wayOut.startedBy, when})
            : withNames(qtTrId("shared.status.by.receipt"), {wayOut.startedBy, when, wayOut.receiptNumber}));
}

BadgeContent WayOutText::state(const Departure& wayOut, const NewcomerProgress& one) const
{
    const PortalAccount shared = sharedOf(wayOut);
    const PortalAccount* own = ownAccountOf(m_text.company().snapshot().accounts, shared, one);
    if (own && surplusOf(*own, shared, one).any()) {
        return {BadgeKind::Warning, qtTrId("shared.st.surplus"), QStringLiteral("warning")};
    }
    if (own) {
        return worksFor(*own, shared.roleCode, one.newcomer)
                   ? BadgeContent{BadgeKind::Ok, qtTrId("shared.st.ready"), QStringLiteral("check")}
                   : BadgeContent{BadgeKind::Warning, qtTrId("shared.st.lacks"), QStringLiteral("warning")};
    }
    switch (one.state) {
    case NewcomerState::Requested:
        return {BadgeKind::Info, qtTrId("shared.st.requested"), QStringLiteral("sync")};
    case NewcomerState::Taken:
        return {BadgeKind::Info, qtTrId("shared.st.taken"), QStringLiteral("sync")};
    case NewcomerState::Failed:
        return {BadgeKind::Error, qtTrId("shared.st.failed"), QStringLiteral("error")};
    case NewcomerState::Invited:
        return asks(shared, one.newcomer)
                   ? BadgeContent{BadgeKind::Info, qtTrId("shared.st.asked"), QStringLiteral("requests")}
                   : BadgeContent{BadgeKind::Info, qtTrId("shared.st.invited"), QStringLiteral("email")};
    case NewcomerState::Present:
        break;
    }
    return {BadgeKind::Warning, qtTrId("shared.st.gone"), QStringLiteral("warning")};
}

QString WayOutText::detail(const Departure& wayOut, const NewcomerProgress& one) const
{
    const PortalAccount shared = sharedOf(wayOut);
    const PortalAccount* own = ownAccountOf(m_text.company().snapshot().accounts, shared, one);
    const QString name = portal(shared.portal);
    if (own) {
        return ownDetail(shared, *own, one);
    }
    switch (one.state) {
    case NewcomerState::Requested:
    case NewcomerState::Taken:
        return one.at ? withSingleStops((one.state == NewcomerState::Taken ? qtTrId("shared.own.taken")
                                                                           : qtTrId("shared.own.requested"))
                                            .arg(name, m_text.dates().when(*one.at)))
                      : QString();
    case NewcomerState::Failed:
        return one.portalMessage.isEmpty()
                   ? qtTrId("shared.own.failed").arg(name)
                   : withSingleStops(
                         withNames(qtTrId("shared.own.failed.said"), {name, withoutStop(one.portalMessage)}));
    case NewcomerState::Invited:
        return asks(shared, one.newcomer) ? qtTrId("shared.own.asked").arg(name)
                                          : qtTrId("shared.own.invited").arg(name);
    case NewcomerState::Present:
        break;
    }
    return qtTrId("shared.own.gone").arg(name);
}

QString WayOutText::ownDetail(const PortalAccount& shared, const PortalAccount& own,
                              const NewcomerProgress& one) const
{
    const QString name = portal(shared.portal);
    const Surplus surplus = surplusOf(own, shared, one);
    if (surplus.any()) {
        QStringList much = labels(own, surplus.rights);
        if (surplus.role) {
            much.prepend(withNames(qtTrId("shared.surplus.role"), {roleOf(own)}));
        }
        if (surplus.everywhere) {
            much += qtTrId("shared.surplus.everywhere");
        }
        if (!surplus.sirets.isEmpty()) {
            much +=
                withNames(qtTrId("shared.surplus.places"), {m_text.company().establishments(surplus.sirets)});
        }
        return withNames(qtTrId("shared.own.surplus"), {name, enumeration(much)});
    }
    if (own.state != AccountState::Active) {
        return qtTrId("shared.own.inactive").arg(name);
    }
    if (worksFor(own, shared.roleCode, one.newcomer)) {
        return {};
    }
    const Shortfall lacking = shortfallOf(own, one.newcomer);
    QStringList little = labels(shared, lacking.rights);
    if (!lacking.sirets.isEmpty()) {
        little +=
            withNames(qtTrId("shared.surplus.places"), {m_text.company().establishments(lacking.sirets)});
    }
    return little.isEmpty() ? qtTrId("shared.own.lacks").arg(name)
                            : withNames(qtTrId("shared.own.lacks.what"), {name, enumeration(little)});
}

QString WayOutText::accountToSee(const Departure& wayOut, const NewcomerProgress& one) const
{
    const PortalAccount shared = sharedOf(wayOut);
    const PortalAccount* own = ownAccountOf(m_text.company().snapshot().accounts, shared, one);
    return own && !ownDetail(shared, *own, one).isEmpty() ? own->id : QString();
}

QString WayOutText::requestToSee(const Departure& wayOut, const NewcomerProgress& one) const
{
    const PortalAccount shared = sharedOf(wayOut);
    const auto& company = m_text.company().snapshot();
    const AccessRequest* own = ownAccountOf(company.accounts, shared, one)
                                   ? nullptr
                                   : ownRequestOf(company.requests, shared, one.newcomer);
    return own ? own->id : QString();
}

PortalAccount WayOutText::sharedOf(const Departure& wayOut) const
{
    const DepartureStep& step = wayOut.steps.constFirst();
    const auto& all = m_text.company().snapshot().accounts;
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&step](const PortalAccount& one) { return one.id == step.account; });
    if (found != all.cend()) {
        return *found;
    }
    PortalAccount gone;
    gone.id = step.account;
    gone.portal = step.portal;
    return gone;
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/models/CompanySummary.h"

#include "core/departure/DepartureProgress.h"
#include "core/departure/Replacement.h"
#include "core/departure/WayOut.h"
#include "core/findings/AccountFindings.h"
#include "core/findings/Holders.h"
#include "core/model/ActingRole.h"
#include "ui/models/EventWords.h"
#include "ui/models/WatchedClosings.h"
#include "ui/text/Format.h"
#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace proconnect::ui {

QList<PortalCount> CompanySummary::portals() const
{
    const CompanyText& company = m_text.company();
    QList<PortalCount> counts;
    for (const Portal& portal : company.snapshot().portals) {
        PortalCount count;
        count.portal = portal.id;
        count.name = portal.name;
        count.known = company.source(portal.id).asOf.has_value();
        count.staleDate = m_text.stale(portal.id) ? m_text.sourceDate(portal.id) : QString();
        for (const PortalAccount& account : company.snapshot().accounts) {
            if (account.portal == portal.id && account.openAccount()) {
                ++count.open;
                count.shared += account.shared() ? 1 : 0;
            }
        }
        counts += count;
    }
    return counts;
}

int CompanySummary::openAccounts() const
{
    const auto& accounts = m_text.company().snapshot().accounts;
    return static_cast<int>(std::count_if(accounts.cbegin(), accounts.cend(),
                                          [](const auto& account) { return account.openAccount(); }));
}

int CompanySummary::holders() const
{
    QSet<QString> holders;
    for (const PortalAccount& account : m_text.company().snapshot().accounts) {
        if (account.openAccount()) {
            holders.insert(account.email.isEmpty() ? account.id : AccountFacts::foldedAddress(account.email));
        }
    }
    return static_cast<int>(holders.size());
}

CompanySummary::CompanySummary(const AccountText& text) : m_text(text)
{
    const CompanySnapshot& company = text.company().snapshot();
    m_facts = AccountFacts(company, text.dates().today());
    m_findings = accountFindings(company, m_facts);
    const QList<FindingSet> aside = findingsSetAside(company, text.dates().today());
    QSet<QString> seenTo; // shared accounts that are to go
    for (const Departure& one : company.waysOut) {
        if (isOpenWayOut(one)) {
            seenTo.insert(one.steps.constFirst().account);
        }
    }
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        m_findings[i] = m_findings.at(i).without(aside.at(i));
        if (seenTo.contains(company.accounts.at(i).id)) {
            m_findings[i] = m_findings.at(i).without({FindingKind::Shared});
        }
    }
}

void CompanySummary::watchDepartures(QList<WatchItem>& items) const
{
    const CompanySnapshot& company = m_text.company().snapshot();
    const Holders holders(m_facts);
    QSet<QString> leaving; // somebody sees to these
    for (const Departure& departure : company.departures) {
        for (const DepartureStep& step : isUnfinished(departure) ? departure.steps : QList<DepartureStep>()) {
            leaving.insert(step.account);
        }
    }
    for (const Departure& departure : company.waysOut) {
        if (isReplacement(departure) && isOpenWayOut(departure)) {
            leaving.insert(departure.steps.constFirst().account);
        }
    }
    QHash<QString, QString> people; // by address
    QString key;
    int accounts = 0;
    int usedSince = 0;
    QDate latest;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const PortalAccount& account = company.accounts.at(i);
        if (!found(i, {FindingKind::HolderLeft}) || leaving.contains(account.id)) {
            continue;
        }
        ++accounts;
        key = account.id;
        usedSince += found(i, {FindingKind::UsedAfterDeparture}) ? 1 : 0;
        latest = holders.lastDay(i).value_or(latest);
        const int holder = holders.of(i);
        people.insert(holder == Holders::nobody ? account.id : QString::number(holder),
                      AccountText::holder(account));
    }
    if (people.isEmpty()) {
        return;
    }
    const bool one = people.size() == 1;
    WatchItem item;
    item.kind = WatchItem::Kind::Departures;
    item.title =
        one ? withNames(qtTrId("home.watch.left", accounts), {people.cbegin().value()})
            : qtTrId("home.watch.leavers", accounts).arg(numberWord(static_cast<int>(people.size())));
    if (usedSince > 0) {
        item.body = qtTrId("home.watch.leavers.used", usedSince);
    } else {
        QStringList names = people.values();
        names.sort();
        item.body =
            one ? qtTrId("acc.why.left").arg(m_text.dates().longDate(latest)) : enumeration(names) + u'.';
    }
    // A delegate closes nothing.
    const bool closes = one && !isDelegated(company.company);
    item.action = closes ? qtTrId("home.watch.left.act")
                  : one  ? qtTrId("home.watch.left.see")
                         : qtTrId("home.watch.leavers.see");
    item.departure = closes ? QStringLiteral("person:") + key : QString();
    item.search = one ? people.cbegin().value() : QString();
    item.filter = AccountFilter::Departures;
    items += item;
}

void CompanySummary::watchContactEmail(QList<WatchItem>& items) const
{
    // A delegate is told nothing of it and can change nothing of it.
    if (isDelegated(m_text.company().snapshot().company)) {
        return;
    }
    const ContactEmail& email = m_text.company().snapshot().contactEmail;
    // A change on its way needs nothing more from the director.
    if (!email.pendingAddress.isEmpty() && email.pendingState != EmailState::RejectedBySirene) {
        return;
    }
    WatchItem item;
    item.kind = WatchItem::Kind::ContactEmail;
    item.action = qtTrId("home.watch.email.act");
    switch (email.state) {
    case EmailState::Unreachable:
        item.title = qtTrId("home.watch.email.dead");
        item.body = qtTrId("home.watch.email.dead.sub").arg(email.address);
        break;
    case EmailState::Absent:
        item.title = qtTrId("home.watch.email.absent");
        item.body = qtTrId("home.watch.email.sub");
        item.action = qtTrId("home.watch.email.give");
        break;
    case EmailState::Outdated:
    case EmailState::RejectedBySirene:
        item.title = qtTrId("home.watch.email.old");
        item.body = qtTrId("home.watch.email.sub");
        break;
    default: {
        // The address works, but it is that of somebody who has left.
        const auto& accounts = m_text.company().snapshot().accounts;
        qsizetype owner = 0;
        while (owner < accounts.size() &&
               (!found(owner, {FindingKind::HolderLeft}) ||
                accounts.at(owner).email.compare(email.address, Qt::CaseInsensitive) != 0)) {
            ++owner;
        }
        if (owner == accounts.size()) {
            return;
        }
        item.title = withNames(qtTrId("home.watch.email"), {AccountText::holder(accounts.at(owner))});
        item.body = qtTrId("home.watch.email.sub");
    }
    }
    items += item;
}

void CompanySummary::watchFormerDirector(QList<WatchItem>& items) const
{
    const auto& accounts = m_text.company().snapshot().accounts;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        // Somebody who has left is already in the departures.
        if (found(i, {FindingKind::FormerDirectorCertified}) && !found(i, {FindingKind::HolderLeft})) {
            const QString holder = AccountText::holder(accounts.at(i));
            items += {WatchItem::Kind::FormerDirector,
                      withNames(qtTrId("home.watch.former"), {holder}),
                      qtTrId("home.watch.former.sub").arg(m_text.company().portalName(accounts.at(i).portal)),
                      qtTrId("home.watch.former.act"),
                      holder,
                      AccountFilter::Mandates};
            return;
        }
    }
}

void CompanySummary::watchAccounts(QList<WatchItem>& items, FindingSet findings, const WatchItem& item,
                                   const char* title) const
{
    const auto number = std::count_if(m_findings.cbegin(), m_findings.cend(),
                                      [findings](FindingSet one) { return one.intersects(findings); });
    if (number > 0) {
        items += item;
        items.last().title = qtTrId(title, static_cast<int>(number));
    }
}

QList<WatchItem> CompanySummary::watch(int limit) const
{
    QList<WatchItem> items = WatchedClosings(m_text).items();
    const QString see = qtTrId("home.watch.accounts.see");
    watchDepartures(items);
    watchContactEmail(items);
    watchFormerDirector(items);
    watchAccounts(items, {FindingKind::OrphanedAdministrator},
                  {WatchItem::Kind::Administrators,
                   {},
                   qtTrId("find.orphan.why"),
                   see,
                   {},
                   AccountFilter::Administrators},
                  QT_TRID_NOOP("home.watch.orphan"));
    watchAccounts(
        items, {FindingKind::BeyondMandate},
        {WatchItem::Kind::Mandates, {}, qtTrId("find.mandate.why"), see, {}, AccountFilter::Mandates},
        QT_TRID_NOOP("home.watch.mandate"));
    watchAccounts(
        items, {FindingKind::UnreachableAddress},
        {WatchItem::Kind::Addresses, {}, qtTrId("find.address.why"), see, {}, AccountFilter::Addresses},
        QT_TRID_NOOP("home.watch.address"));
    watchAccounts(items, {FindingKind::OnlyAdministrator},
                  {WatchItem::Kind::Administrators,
                   {},
                   qtTrId("find.only.why"),
                   see,
                   {},
                   AccountFilter::Administrators},
                  QT_TRID_NOOP("home.watch.only"));
    watchAccounts(items, {FindingKind::Shared},
                  {WatchItem::Kind::Shared,
                   {},
                   qtTrId("home.watch.shared.sub"),
                   qtTrId("home.watch.shared.act"),
                   {},
                   AccountFilter::Shared},
                  QT_TRID_NOOP("home.watch.shared"));
    return items.first(std::min<qsizetype>(limit, items.size()));
}

QString CompanySummary::eventText(const JournalLine& line) const
{
    const QString portal = m_text.company().portalName(line.portal);
    const QString actor = line.actor.isEmpty() ? qtTrId("app.name") : line.actor;
    for (const EventWords& words : eventsOfPeople) {
        if (line.kind == QLatin1String(words.kind)) {
            return withNames(qtTrId(words.id), {line.person, portal});
        }
    }
    for (const EventWords& words : eventsOfDelegates) {
        if (line.kind == QLatin1String(words.kind)) {
            return qtTrId(words.id).arg(line.person);
        }
    }
    for (const EventWords& words : eventsByActors) {
        if (line.kind == QLatin1String(words.kind)) {
            return withNames(qtTrId(words.id), {actor, line.person, portal});
        }
    }
    if (line.kind == QLatin1String("account.certifying")) {
        return qtTrId("event.account.certifying").arg(actor, portal);
    }
    if (line.kind == QLatin1String("account.certificationWithdrawn")) {
        return withNames(qtTrId("event.account.withdrawn"), {line.person, portal});
    }
    if (line.kind == QLatin1String("mandate.ended")) {
        return qtTrId("event.mandate.ended");
    }
    if (line.kind == QLatin1String("contactEmail.unreachable")) {
        return qtTrId("event.email.unreachable");
    }
    if (line.kind.startsWith(QLatin1String("contactEmail")) || line.kind.startsWith(QLatin1String("email"))) {
        return qtTrId("event.email").arg(actor);
    }
    return line.portal.isEmpty() ? qtTrId("event.other").arg(actor)
                                 : qtTrId("event.other.portal").arg(actor, portal);
}

QList<EventLine> CompanySummary::events(int limit) const
{
    const DateText& dates = m_text.dates();
    QList<EventLine> lines;
    for (const JournalLine& line : m_text.company().snapshot().journal) {
        if (lines.size() == limit) {
            break;
        }
        const QDate day = DateText::dayOf(line.at);
        const QString when = day == dates.today()              ? dates.clock(line.at)
                             : day.addDays(1) == dates.today() ? capitalized(qtTrId("date.yesterday"))
                                                               : dates.shortDate(day);
        lines += {when, eventText(line)};
    }
    return lines;
}

} // namespace proconnect::ui

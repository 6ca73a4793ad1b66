// SPDX-License-Identifier: MIT
#include "ui/text/DepartureText.h"

#include "ui/text/NamedText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

constexpr int hoursOfADay = 24;
constexpr int atOnceHours = 1;
constexpr qint64 secondsOfAnHour = 3600;

} // namespace

QString DepartureText::name(const Leaver& leaver)
{
    return leaver.kind == Leaver::Kind::Firm ? qtTrId("dep.firm").arg(leaver.name) : leaver.name;
}

QList<BadgeContent> DepartureText::badges(const Leaver& leaver) const
{
    QList<BadgeContent> found;
    const DateText& dates = m_text.dates();
    if (leaver.left && leaver.lastDay) {
        found +=
            BadgeContent{BadgeKind::Error, qtTrId("dep.badge.left").arg(dates.shortDate(*leaver.lastDay)),
                         QStringLiteral("departure")};
    } else if (leaver.leaving && leaver.lastDay) {
        found += BadgeContent{BadgeKind::Warning,
                              qtTrId("dep.badge.leaving").arg(dates.shortDate(*leaver.lastDay)),
                              QStringLiteral("departure")};
    } else if (leaver.unused) {
        found += BadgeContent{BadgeKind::Neutral, qtTrId("dep.badge.unused"), QStringLiteral("deadline")};
    } else if (leaver.unreachable) {
        found += BadgeContent{BadgeKind::Neutral, qtTrId("find.address"), QStringLiteral("email")};
    }
    if (leaver.kind != Leaver::Kind::Person) {
        found += BadgeContent{BadgeKind::Outline, qtTrId("dep.badge.firm"), QStringLiteral("accountant")};
    }
    return found;
}

BadgeContent DepartureText::delay(const PlannedClosing& closing)
{
    if (closing.way == PlannedClosing::Way::UnderWay) {
        return {BadgeKind::Info, qtTrId("acc.st.closing"), QStringLiteral("deadline")};
    }
    if (closing.way == PlannedClosing::Way::ByLetter) {
        return {BadgeKind::Warning, qtTrId("dep.letter"), QStringLiteral("letter")};
    }
    if (closing.hours <= atOnceHours) {
        return {BadgeKind::Ok, qtTrId("dep.now"), QStringLiteral("check")};
    }
    const int days = (closing.hours + hoursOfADay - 1) / hoursOfADay;
    return {BadgeKind::Warning,
            closing.hours < hoursOfADay ? qtTrId("dep.hours", closing.hours) : qtTrId("dep.days", days),
            QStringLiteral("deadline")};
}

QString DepartureText::happens(const PlannedClosing& closing)
{
    switch (closing.way) {
    case PlannedClosing::Way::UnderWay:
        return qtTrId("dep.underway");
    case PlannedClosing::Way::ByLetter:
        return qtTrId("dep.letter.body");
    case PlannedClosing::Way::Online:
        break;
    }
    return qtTrId("dep.closed");
}

QString DepartureText::deadlines(const PlannedClosing& closing) const
{
    QStringList lines;
    for (const BusinessDeadline& one : closing.deadlines) {
        lines += qtTrId("dep.deadline").arg(one.label, m_text.dates().day(one.date));
    }
    return withSingleStops(lines.join(u'\n'));
}

QStringList DepartureText::lost(const PlannedClosing& closing) const
{
    QStringList lines;
    if (closing.lastHand) {
        const CompanyText& company = m_text.company();
        lines += closing.lastHand->wholePortal || closing.lastHand->sirets.isEmpty()
                     ? qtTrId("dep.lost.users")
                     : qtTrId("dep.lost.users.at").arg(company.establishments(closing.lastHand->sirets));
    }
    return lines + closing.lost;
}

QString DepartureText::consequence(const QString& person)
{
    return withNames(qtTrId("dep.consequence"), {person});
}

QString DepartureText::shown(const DeparturePlan& plan, const DepartureChoices& choices) const
{
    const QString person = shortened(name(plan.leaver));
    QStringList sentences{withNames(qtTrId("dep.title", chosenCount(plan, choices)), {person}) + u'.'};
    for (const PlannedClosing& closing : plan.closings) {
        if (isChosen(closing, choices) && isWithoutSuccessor(closing, choices)) {
            sentences += qtTrId("dep.shown.without").arg(m_text.company().portalName(closing.portal));
        }
    }
    constexpr qsizetype longest = 1500;
    return (sentences.join(u' ') + u' ' + consequence(person)).left(longest);
}

QString DepartureText::when(const std::optional<QDateTime>& at) const
{
    return at ? m_text.dates().when(*at) : QString();
}

DepartureText::Step DepartureText::requested(const DepartureStep& step) const
{
    const CompanySnapshot& company = m_text.company().snapshot();
    const QString portal = m_text.company().portalName(step.portal);
    if (step.late) {
        return {{BadgeKind::Warning, qtTrId("dep.st.late"), QStringLiteral("deadline")},
                step.at ? withNames(qtTrId("dep.step.late"), {portal, m_text.dates().since(*step.at)})
                        : qtTrId("dep.step.late.plain").arg(portal)};
    }
    if (closesAtOnce(company, step.portal)) {
        return {{BadgeKind::Info, qtTrId("dep.st.run"), QStringLiteral("sync")},
                qtTrId("dep.step.run").arg(portal)};
    }
    int hours = 0;
    for (const Portal& one : company.portals) {
        hours = one.id == step.portal ? one.closingHours : hours;
    }
    const BadgeContent sent{BadgeKind::Info, qtTrId("dep.st.sent"), QStringLiteral("export")};
    if (!step.at || hours == 0) {
        return {sent, qtTrId("dep.step.sent.plain").arg(portal)};
    }
    const QDate until = DateText::dayOf(step.at->addSecs(hours * secondsOfAnHour));
    return {sent, withSingleStops(qtTrId("dep.step.sent").arg(portal, m_text.dates().day(until)) + u'.')};
}

DepartureText::Step DepartureText::waiting(const Departure& departure, bool undoable) const
{
    const BadgeContent waiting{BadgeKind::Neutral, qtTrId("dep.st.wait"), QStringLiteral("deadline")};
    if (undoable) {
        return {waiting, qtTrId("dep.step.announced")};
    }
    if (departure.putOff) {
        return {waiting, qtTrId("dep.step.putoff")};
    }
    return {waiting, departure.at && departure.state == DepartureState::Scheduled
                         ? withSingleStops(qtTrId("dep.step.scheduled").arg(when(departure.at)) + u'.')
                         : qtTrId("dep.step.todo")};
}

DepartureText::Step DepartureText::confirmed(const DepartureStep& step) const
{
    if (step.restoredAt) {
        return {{BadgeKind::Neutral, qtTrId("dep.st.restored"), QStringLiteral("undo")},
                withSingleStops(qtTrId("dep.step.restored").arg(when(step.restoredAt)) + u'.')};
    }
    return {{BadgeKind::Ok, qtTrId("dep.st.done"), QStringLiteral("check")},
            step.at ? withSingleStops(qtTrId("dep.step.done").arg(when(step.at)) + u'.')
                    : qtTrId("dep.step.done.plain")};
}

DepartureText::Step DepartureText::step(const Departure& departure, const DepartureStep& step,
                                        bool undoable) const
{
    const QString portal = m_text.company().portalName(step.portal);
    switch (step.state) {
    case DepartureStepState::ToDo:
        return waiting(departure, undoable);
    case DepartureStepState::ReplacementNeeded:
        return {{BadgeKind::Neutral, qtTrId("dep.st.wait"), QStringLiteral("deadline")},
                qtTrId("dep.step.successor").arg(portal, step.successorName)};
    case DepartureStepState::Requested:
        return requested(step);
    case DepartureStepState::Confirmed:
        return confirmed(step);
    case DepartureStepState::Manual:
        return {{BadgeKind::Warning, qtTrId("dep.st.sign"), QStringLiteral("letter")},
                qtTrId("dep.step.sign")};
    case DepartureStepState::DeclaredDone:
        return {{BadgeKind::Outline, qtTrId("dep.st.declared"), QStringLiteral("check")},
                step.at ? withSingleStops(qtTrId("dep.step.declared").arg(when(step.at), portal))
                        : qtTrId("dep.step.declared.plain").arg(portal)};
    case DepartureStepState::Failed:
        return {{BadgeKind::Error, qtTrId("dep.st.fail"), QStringLiteral("error")},
                step.portalMessage.isEmpty()
                    ? qtTrId("dep.step.failed").arg(portal)
                    : qtTrId("dep.step.failed.said").arg(portal, withoutStop(step.portalMessage))};
    case DepartureStepState::NotNeeded:
        break;
    }
    return {{BadgeKind::Outline, qtTrId("dep.st.none"), {}}, qtTrId("dep.step.none")};
}

QString DepartureText::summary(const Departure& departure)
{
    const DepartureTally tally = tallyOf(departure);
    QStringList parts{qtTrId("dep.sum.closed", tally.all).arg(tally.closed)};
    if (tally.failed > 0) {
        parts += qtTrId("dep.sum.failed", tally.failed);
    }
    if (tally.manual > 0) {
        parts += qtTrId("dep.sum.letters", tally.manual);
    }
    if (tally.restored > 0) {
        parts += qtTrId("dep.sum.restored", tally.restored);
    }
    return parts.join(QStringLiteral(", "));
}

QString DepartureText::putOff(const Departure& departure)
{
    if (!departure.putOff) {
        return {};
    }
    const bool silent = *departure.putOff == DeparturePutOff::RegisterUnavailable;
    return withNames(qtTrId(silent ? "dep.putoff.register" : "dep.putoff.mandate"),
                     {shortened(departure.startedBy)});
}

QString DepartureText::title(const Departure& departure) const
{
    if (departure.putOff) {
        return withNames(qtTrId("dep.title.putoff"), {departure.person});
    }
    if (departure.state == DepartureState::Scheduled && departure.at) {
        return withNames(qtTrId("dep.title.scheduled"), {departure.person, when(departure.at)});
    }
    return withNames(qtTrId("dep.run.title"), {departure.person});
}

} // namespace proconnect::ui

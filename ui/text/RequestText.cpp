// SPDX-License-Identifier: MIT
#include "ui/text/RequestText.h"

#include "ui/text/NamedText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

/// Portals close a day's filings at its last minute.
const QTime endOfFiling(23, 59);

constexpr auto separator = " · ";

QString dotted(const QString& left, const QString& right)
{
    return left.isEmpty() || right.isEmpty() ? left + right : left + QString::fromUtf8(separator) + right;
}

} // namespace

bool RequestText::urgent(const AccessRequest& request) const
{
    const QDate tomorrow = m_dates.today().addDays(1);
    const bool filingSoon = request.deadline && request.deadline->date <= tomorrow;
    const bool cancelledSoon = request.expiresAt.isValid() && DateText::dayOf(request.expiresAt) <= tomorrow;
    return request.open() && (filingSoon || cancelledSoon);
}

QString RequestText::title(const AccessRequest& request) const
{
    return qtTrId("req.title").arg(request.displayName(), m_company.portalName(request.portal));
}

QString RequestText::summary(const AccessRequest& request) const
{
    return dotted(m_company.portalName(request.portal), possibleInBrief(request));
}

QString RequestText::origin(const AccessRequest& request) const
{
    const QString job = request.jobTitle.isEmpty() ? qtTrId("req.nojob") : request.jobTitle;
    return qtTrId("req.origin").arg(job, m_dates.when(request.receivedAt));
}

QString RequestText::received(const AccessRequest& request) const
{
    return qtTrId("req.received").arg(m_dates.whenShort(request.receivedAt));
}

QString RequestText::possible(const AccessRequest& request) const
{
    return CompanyText::rights(request.rights, request.roleLabel);
}

QString RequestText::possibleInBrief(const AccessRequest& request) const
{
    return CompanyText::rightsInBrief(request.rights, request.roleLabel);
}

QString RequestText::deadline(const AccessRequest& request) const
{
    if (!request.deadline) {
        return {};
    }
    const BusinessDeadline& due = *request.deadline;
    const bool today = due.date == m_dates.today();
    QString text = today ? qtTrId("req.deadline.today").arg(due.label, m_dates.spokenHour(endOfFiling))
                         : qtTrId("req.deadline.day").arg(due.label, m_dates.day(due.date));
    if (!due.whoElseCan.isEmpty()) {
        text += u' ' + qtTrId("req.deadline.others", static_cast<int>(due.whoElseCan.size()))
                           .arg(enumeration(due.whoElseCan));
    }
    return withSingleStops(text);
}

QString RequestText::withoutAnswer(const AccessRequest& request) const
{
    if (!request.open() || !request.expiresAt.isValid()) {
        return {};
    }
    return withSingleStops(qtTrId("req.silence.text").arg(m_dates.when(request.expiresAt)));
}

QString RequestText::existingAccounts(const AccessRequest& request) const
{
    if (request.existingPortals.isEmpty()) {
        return request.risks.contains(RiskFact::UnknownRequester) ? qtTrId("req.known.none")
                                                                  : qtTrId("req.known.noaccount");
    }
    QStringList names;
    for (const QString& portal : request.existingPortals) {
        names += m_company.portalName(portal);
    }
    return qtTrId("req.known.list").arg(QString::number(names.size()), enumeration(names));
}

QString RequestText::departure(const AccessRequest& request) const
{
    for (const PortalAccount& account : m_company.snapshot().accounts) {
        if (account.holderLeftOn && account.email.compare(request.email, Qt::CaseInsensitive) == 0) {
            return qtTrId("req.risk.left").arg(m_dates.longDate(*account.holderLeftOn));
        }
    }
    return qtTrId("req.risk.left.undated");
}

QString RequestText::risk(RiskFact fact, const AccessRequest& request) const
{
    switch (fact) {
    case RiskFact::UnknownRequester:
        return qtTrId("req.risk.new");
    case RiskFact::ExternalDomain:
        return qtTrId("req.risk.mail");
    case RiskFact::AdministratorRole:
        return qtTrId("req.risk.admin");
    case RiskFact::PaymentRight:
        return qtTrId("req.risk.payment");
    case RiskFact::SensitivePortal:
        return qtTrId("req.risk.sensitive").arg(m_company.portalName(request.portal));
    case RiskFact::RequesterLeft:
        return departure(request);
    case RiskFact::GenericAddress:
        return qtTrId("req.risk.generic");
    case RiskFact::OddHour:
        return qtTrId("req.risk.hour").arg(m_dates.when(request.receivedAt));
    case RiskFact::FirstFromPortal:
        return qtTrId("req.risk.first").arg(m_company.portalName(request.portal));
    case RiskFact::NearCopyOfName:
        // A delegate is not told names beyond their delegation.
        return request.resembles.isEmpty() ? qtTrId("req.risk.near.unnamed")
                                           : withNames(qtTrId("req.risk.near"), {request.resembles});
    }
    return {};
}

QStringList RequestText::risks(const AccessRequest& request) const
{
    QStringList sentences;
    for (const RiskFact fact : request.risks) {
        sentences += risk(fact, request);
    }
    return sentences;
}

QList<BadgeContent> RequestText::badges(const AccessRequest& request) const
{
    QList<BadgeContent> badges;
    const bool dueToday = request.deadline && request.deadline->date == m_dates.today();
    const bool cancelledSooner =
        request.expiresAt.isValid() &&
        (!request.deadline || DateText::dayOf(request.expiresAt) < request.deadline->date);
    if (dueToday) {
        badges += {BadgeKind::Error, qtTrId("req.badge.urgent").arg(m_dates.spokenHour(endOfFiling)),
                   QStringLiteral("urgent")};
    } else if (request.deadline && request.deadline->date < m_dates.today()) {
        badges +=
            {BadgeKind::Error, qtTrId("req.badge.overdue").arg(m_dates.shortDate(request.deadline->date)),
             QStringLiteral("urgent")};
    } else if (urgent(request)) {
        const QDate last = cancelledSooner ? DateText::dayOf(request.expiresAt) : request.deadline->date;
        badges += {BadgeKind::Error, qtTrId("req.badge.urgent.day").arg(m_dates.shortDate(last)),
                   QStringLiteral("urgent")};
    } else if (request.deadline) {
        badges +=
            {BadgeKind::Neutral, qtTrId("req.badge.before").arg(m_dates.shortDate(request.deadline->date)),
             QStringLiteral("deadline")};
    }
    if (request.state == RequestState::ComplementAsked) {
        badges += {BadgeKind::Outline, qtTrId("req.badge.complement"), {}};
    }
    if (request.state == RequestState::Forwarded) {
        badges +=
            {BadgeKind::Outline,
             request.forwardedTo.isEmpty() ? qtTrId("req.badge.forwarded.unnamed")
                                           : withNames(qtTrId("req.badge.forwarded"), {request.forwardedTo}),
             {}};
    }
    if (request.state == RequestState::Undeliverable) {
        badges += {BadgeKind::Outline, qtTrId("req.badge.undeliverable"), {}};
    }
    if (!request.risks.isEmpty()) {
        badges += {BadgeKind::Warning, qtTrId("req.badge.check"), QStringLiteral("warning")};
    }
    return badges;
}

QString RequestText::outcome(const AccessRequest& request) const
{
    const QString by = request.decidedBy;
    const QString at = request.decidedAt ? m_dates.when(*request.decidedAt) : QString();
    switch (request.state) {
    case RequestState::Accepted:
        return by.isEmpty() ? qtTrId("req.out.accepted.auto").arg(at)
                            : qtTrId("req.out.accepted").arg(by, at);
    case RequestState::AcceptedWithLimits:
        return qtTrId("req.out.limited").arg(by, at);
    case RequestState::Refused:
        return by.isEmpty() ? qtTrId("req.out.refused.auto").arg(at) : qtTrId("req.out.refused").arg(by, at);
    case RequestState::Withdrawn:
        return qtTrId("req.out.withdrawn");
    case RequestState::Expired:
        return qtTrId("req.out.expired");
    case RequestState::Undeliverable:
        return qtTrId("req.out.undeliverable");
    case RequestState::Received:
    case RequestState::Waiting:
    case RequestState::ComplementAsked:
    case RequestState::Forwarded:
        break;
    }
    return {};
}

BadgeContent RequestText::outcomeBadge(const AccessRequest& request) const
{
    switch (request.state) {
    case RequestState::Accepted:
        return {BadgeKind::Ok, qtTrId("req.badge.accepted"), QStringLiteral("check")};
    case RequestState::AcceptedWithLimits:
        return {BadgeKind::Ok, qtTrId("req.badge.limited"), QStringLiteral("check")};
    case RequestState::Refused:
        return {BadgeKind::Neutral, qtTrId("req.badge.refused"), QStringLiteral("close")};
    case RequestState::Withdrawn:
        return {BadgeKind::Outline, qtTrId("req.badge.withdrawn"), {}};
    case RequestState::Expired:
        return {BadgeKind::Outline, qtTrId("req.badge.expired"), {}};
    default:
        return {BadgeKind::Outline, qtTrId("req.badge.undeliverable"), {}};
    }
}

QString RequestText::withheld(const AccessRequest& request)
{
    QStringList labels;
    for (const PortalRight& right : request.rights) {
        if (request.withheldRights.contains(right.code)) {
            labels += right.label.isEmpty() ? right.code : right.label;
        }
    }
    return enumeration(labels);
}

QString RequestText::handBack(const AccessRequest& request) const
{
    const QString portal = m_company.portalName(request.portal);
    switch (request.handBack) {
    case HandBack::None:
        return {};
    case HandBack::ToDo:
        return qtTrId("req.back.todo").arg(portal);
    case HandBack::Running:
        return qtTrId("req.back.running").arg(portal);
    case HandBack::Acknowledged:
        return qtTrId("req.back.done").arg(portal);
    case HandBack::Failed:
        return request.portalMessage.isEmpty()
                   ? qtTrId("req.back.failed").arg(portal)
                   : qtTrId("req.back.failed.why").arg(portal, withoutStop(request.portalMessage));
    }
    return {};
}

QString RequestText::accessible(const AccessRequest& request) const
{
    QStringList state;
    if (request.open()) {
        for (const BadgeContent& badge : badges(request)) {
            state += badge.text;
        }
    } else {
        state += outcome(request);
    }
    return qtTrId("a11y.request")
        .arg(request.displayName(), m_company.portalName(request.portal), possible(request),
             state.join(QStringLiteral(", ")), m_dates.when(request.receivedAt));
}

QString refusalReasonText(const QString& code)
{
    if (code == QLatin1String("notNeeded")) {
        return qtTrId("req.refuse.r1");
    }
    if (code == QLatin1String("wrongNameOrPlace")) {
        return qtTrId("req.refuse.r2");
    }
    if (code == QLatin1String("someoneElseHasIt")) {
        return qtTrId("req.refuse.r3");
    }
    if (code == QLatin1String("unknownPerson")) {
        return qtTrId("req.unknown");
    }
    return code == QLatin1String("other") ? qtTrId("req.refuse.r4") : code;
}

} // namespace proconnect::ui

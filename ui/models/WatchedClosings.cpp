// SPDX-License-Identifier: MIT
#include "ui/models/WatchedClosings.h"

#include "core/departure/DepartureProgress.h"
#include "core/departure/Replacement.h"
#include "core/departure/WayOut.h"
#include "core/model/ActingRole.h"
#include "ui/text/DepartureText.h"
#include "ui/text/NamedText.h"
#include "ui/text/ReplacementText.h"
#include "ui/text/WayOutText.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace proconnect::ui {
namespace {

/// How soon the company should look at a replacement, the least first; nothing: it goes on by itself.
std::optional<int> urgency(const Departure& replacement, const QDateTime& asOf)
{
    constexpr int longWait = 7; // days
    switch (const DepartureStep& step = replacement.steps.constFirst(); step.state) {
    case DepartureStepState::Failed:
        return 0;
    case DepartureStepState::Manual:
        return 1;
    case DepartureStepState::Requested:
        return step.late ? std::optional(2) : std::nullopt;
    case DepartureStepState::ToDo:
    case DepartureStepState::ReplacementNeeded:
        if (replacement.putOff == DeparturePutOff::MandateToConfirm) {
            return 3;
        }
        return replacement.startedAt.addDays(longWait) <= asOf ? std::optional(4) : std::nullopt;
    case DepartureStepState::Confirmed:
    case DepartureStepState::DeclaredDone:
    case DepartureStepState::NotNeeded:
        break;
    }
    return std::nullopt;
}

QString nextStep(DepartureStepState state)
{
    switch (state) {
    case DepartureStepState::Failed:
        return qtTrId("home.watch.replaced.choose");
    case DepartureStepState::Manual:
        return qtTrId("home.watch.replaced.letter");
    default:
        return qtTrId("shared.status.follow");
    }
}

} // namespace

QList<WatchItem> WatchedClosings::items() const
{
    const QList<Departure> replacements = stuckReplacements();
    QList<WatchItem> items;
    // Three lines would leave no room for anything else.
    addUnfinished(items, replacements.isEmpty() ? 2 : 1);
    addReplacements(items, replacements);
    addWaysOut(items);
    return items;
}

void WatchedClosings::addUnfinished(QList<WatchItem>& items, qsizetype mostApart) const
{
    const DepartureText words(m_text);
    QList<Departure> unfinished;
    Departure all; // their steps together
    for (const Departure& departure : m_text.company().snapshot().departures) {
        if (isUnfinished(departure)) {
            unfinished += departure;
            all.steps += departure.steps;
        }
    }
    WatchItem item;
    item.kind = WatchItem::Kind::Unfinished;
    if (unfinished.size() > mostApart) {
        item.title = qtTrId("home.watch.departures", static_cast<int>(unfinished.size()));
        item.body = DepartureText::summary(all) + u'.';
        item.action = qtTrId("home.watch.departures.act");
        item.departure = QStringLiteral("unfinished");
        items += item;
        return;
    }
    for (Departure& departure : unfinished) {
        item.departure = QStringLiteral("departure:") + departure.id;
        item.body = DepartureText::summary(departure) + u'.';
        item.action = qtTrId("home.watch.departure.act");
        departure.person = shortened(departure.person);
        item.title = words.title(departure);
        items += item;
    }
}

QList<Departure> WatchedClosings::stuckReplacements() const
{
    QList<Departure> stuck;
    const CompanySnapshot& company = m_text.company().snapshot();
    if (isDelegated(company.company)) {
        return stuck; // no delegate closes accounts
    }
    std::copy_if(company.waysOut.cbegin(), company.waysOut.cend(), std::back_inserter(stuck),
                 [&company](const Departure& one) {
                     return isReplacement(one) && !one.steps.isEmpty() && !one.newcomers.isEmpty() &&
                            isOpenWayOut(one) && urgency(one, company.asOf);
                 });
    std::stable_sort(stuck.begin(), stuck.end(), [&company](const Departure& one, const Departure& other) {
        return *urgency(one, company.asOf) < *urgency(other, company.asOf);
    });
    return stuck;
}

void WatchedClosings::addReplacements(QList<WatchItem>& items, const QList<Departure>& replacements) const
{
    if (replacements.isEmpty()) {
        return;
    }
    const Departure& first = replacements.constFirst();
    const DepartureStep& step = first.steps.constFirst();
    WatchItem item;
    item.kind = WatchItem::Kind::Replaced;
    item.request = requestOf(first);
    item.search = first.person; // where the request is too old to be shown
    item.body = ReplacementText(m_text).status(first);
    if (replacements.size() == 1) {
        item.title =
            withNames(qtTrId("home.watch.replaced"),
                      {shortened(first.newcomers.constFirst().newcomer.name), shortened(first.person)});
        item.action = nextStep(step.state);
    } else {
        item.title = qtTrId("home.watch.replaceds", static_cast<int>(replacements.size()));
        item.action = qtTrId("home.watch.replaceds.act");
    }
    items += item;
}

QString WatchedClosings::requestOf(const Departure& replacement) const
{
    const auto& all = m_text.company().snapshot().requests;
    const bool shown = std::any_of(all.cbegin(), all.cend(), [&replacement](const AccessRequest& one) {
        return one.id == replacement.request;
    });
    return shown ? replacement.request : QString();
}

void WatchedClosings::addWaysOut(QList<WatchItem>& items) const
{
    // More would leave no room for anything else.
    constexpr int most = 2;
    const WayOutText words(m_text);
    int shown = 0;
    for (const Departure& one : m_text.company().snapshot().waysOut) {
        if (isReplacement(one) || !isFollowed(m_text.company().snapshot(), one) || shown == most) {
            continue;
        }
        ++shown;
        WatchItem item;
        item.kind = WatchItem::Kind::Shared;
        item.title = withNames(qtTrId("home.watch.wayout"), {shortened(one.person)});
        item.body = words.status(one);
        item.action = qtTrId("shared.status.follow");
        // What is closed is not among those that a search looks through.
        item.search = isOpenWayOut(one) ? one.person : QString();
        item.filter = isOpenWayOut(one) ? item.filter : AccountFilter::Closed;
        items += item;
    }
}

} // namespace proconnect::ui

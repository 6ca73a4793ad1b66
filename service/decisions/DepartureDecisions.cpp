// SPDX-License-Identifier: MIT
#include "service/decisions/DepartureDecisions.h"

#include "core/departure/Replacement.h"
#include "service/sessions/SignedBody.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int longestDays = 366;

Failure invalid(const char* member, const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), QLatin1String(member)};
}

Failure notFound(const char* why)
{
    return {FailureCode::NotFound, QLatin1String(why), {}};
}

/// What cannot be so, whatever the accounts.
std::optional<Failure> whyNotRead(const DecisionContext& context)
{
    if (!context.decision.departure) {
        return invalid("departure", "a departure without its terms");
    }
    const DepartureTerms& terms = *context.decision.departure;
    if (!isUuid(context.decision.target)) {
        return invalid("target", "the departure's id is not a UUID");
    }
    QSet<QString> accounts;
    for (const DepartureItem& item : terms.items) {
        accounts.insert(item.account);
    }
    if (accounts.isEmpty() || accounts.size() != terms.items.size()) {
        return invalid("items", "no account, or one of them twice");
    }
    if (terms.at && *terms.at > context.now.addDays(longestDays)) {
        return invalid("at", "further ahead than a year");
    }
    if (terms.newcomers.isEmpty()) {
        return std::nullopt;
    }
    const DepartureItem& shared = terms.items.constFirst();
    if (terms.items.size() != 1 || !shared.successor.isEmpty() || shared.withoutSuccessor) {
        return invalid("items", "newcomers take over from one account");
    }
    if (!terms.at || *terms.at <= context.now) {
        return invalid("at", "a shared account is closed later");
    }
    return std::nullopt;
}

} // namespace

Outcome<DecisionEffect> DepartureDecisions::apply(QSqlDatabase& connection,
                                                  const DecisionContext& context) const
{
    if (!context.standing.mandate) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}};
    }
    return context.decision.kind == DecisionKind::StartDeparture ? start(connection, context)
                                                                 : stop(connection, context);
}

Outcome<DecisionEffect> DepartureDecisions::start(QSqlDatabase& connection,
                                                  const DecisionContext& context) const
{
    if (const auto why = whyNotRead(context)) {
        return *why;
    }
    const Decision& decision = context.decision;
    const DepartureTerms& terms = *decision.departure;
    auto accounts = m_closable.find(connection, context, terms.items);
    if (!accounts) {
        return accounts.failure();
    }
    const bool later = terms.at && *terms.at > context.now;
    StoredDeparture stored;
    stored.siren = decision.siren;
    stored.departure.id = decision.target.toLower();
    stored.departure.person = terms.person;
    stored.departure.state = later ? DepartureState::Scheduled : DepartureState::Running;
    stored.departure.startedBy = context.person.displayName;
    stored.departure.startedAt = context.now;
    stored.departure.at = later ? terms.at : std::nullopt;
    stored.decision = decision.id.toLower();
    stored.decidedBy = context.person.subject;
    stored.dueAt = later ? *terms.at : context.now;
    for (qsizetype i = 0; i < terms.items.size(); ++i) {
        stored.steps.append(stepOf(accounts.value().at(i).account, terms.items.at(i), stored));
    }
    if (!terms.newcomers.isEmpty()) {
        stored.steps.first().role = accounts.value().constFirst().account.roleCode;
    }
    if (const auto room = roomForNewcomers(connection, context); !room) {
        return room.failure();
    }
    DecisionEffect effect;
    const auto named = terms.newcomers.isEmpty()
                           ? nameSuccessors(connection, terms.items, accounts.value(), stored)
                           : m_invitations.invite(connection, context, accounts.value().constFirst().account,
                                                  stored.departure, effect);
    if (!named) {
        return named.failure();
    }
    if (const auto added = m_departures.insert(connection, stored); !added) {
        return added.failure();
    }
    effect.person = terms.person;
    effect.journalKind = journalKind(stored.departure, QStringLiteral("started"));
    if (later) {
        for (StoredAccount& account : accounts.value()) {
            account.account.state = AccountState::ClosureScheduled;
            if (const auto saved = m_accounts.save(connection, account); !saved) {
                return saved.failure();
            }
        }
        return effect;
    }
    auto orders = m_leaving.leave(connection, stored, context.now);
    if (!orders) {
        return orders.failure();
    }
    effect.deliveries = std::move(orders).value();
    return effect;
}

Outcome<Done> DepartureDecisions::roomForNewcomers(QSqlDatabase& connection,
                                                   const DecisionContext& context) const
{
    const QList<Newcomer>& newcomers = context.decision.departure->newcomers;
    if (newcomers.isEmpty()) {
        return Done{};
    }
    constexpr qsizetype mostADay = 60; // each is written to
    const QDateTime since = context.now.addDays(-1);
    const auto recent = m_departures.of(connection, context.decision.siren, since);
    if (!recent) {
        return recent.failure();
    }
    qsizetype named = newcomers.size();
    for (const StoredDeparture& each : recent.value()) {
        const bool written = each.departure.startedAt > since && !isReplacement(each.departure);
        named += written ? each.departure.newcomers.size() : 0;
    }
    return named <= mostADay ? Outcome<Done>(Done{})
                             : Failure{FailureCode::TooManyRequests,
                                       QStringLiteral("people of this company named in a day"),
                                       {}};
}

Outcome<Done> DepartureDecisions::nameSuccessors(QSqlDatabase& connection, const QList<DepartureItem>& items,
                                                 const QList<StoredAccount>& accounts,
                                                 StoredDeparture& stored) const
{
    const bool administrators =
        std::any_of(accounts.cbegin(), accounts.cend(),
                    [](const StoredAccount& each) { return each.account.administratorRole; });
    const bool anyNamed = std::any_of(items.cbegin(), items.cend(),
                                      [](const DepartureItem& item) { return !item.successor.isEmpty(); });
    if (!administrators && !anyNamed) {
        return Done{};
    }
    const auto company = m_hands.read(connection, stored.siren);
    if (!company) {
        return company.failure();
    }
    QSet<QString> closing;
    QHash<QString, QString> holders;
    for (const DepartureItem& item : items) {
        closing.insert(item.account);
    }
    for (const PortalAccount& account : company.value().accounts) {
        holders.insert(account.id, personOf(account));
    }
    const LastHands hands(company.value(), closing, dayInParis(stored.departure.startedAt));
    for (qsizetype i = 0; i < items.size(); ++i) {
        const DepartureItem& item = items.at(i);
        const bool named = !item.successor.isEmpty();
        const bool needed = !item.withoutSuccessor && hands.of(item.account);
        if (named ? !hands.mayTakeOver(item.account, item.successor) : needed) {
            return invalid("successor", "nobody could administer what this account does");
        }
        stored.steps[i].step.successorName = holders.value(item.successor);
    }
    return Done{};
}

Outcome<DecisionEffect> DepartureDecisions::stop(QSqlDatabase& connection,
                                                 const DecisionContext& context) const
{
    auto found = m_departures.find(connection, context.decision.target.toLower());
    if (!found) {
        return found.failure();
    }
    if (!found.value() || found.value()->siren != context.decision.siren) {
        return notFound("no such departure of this company");
    }
    const auto stopped = m_leaving.stop(connection, *found.value(), context.now);
    if (!stopped) {
        return stopped.failure();
    }
    if (stopped.value() == 0) {
        return Failure{FailureCode::Conflict, QStringLiteral("nothing is left to stop"), {}};
    }
    DecisionEffect effect;
    effect.person = found.value()->departure.person;
    effect.journalKind = journalKind(found.value()->departure, QStringLiteral("stopped"));
    return effect;
}

} // namespace proconnect::service

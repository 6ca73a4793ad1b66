// SPDX-License-Identifier: MIT
#include "service/portals/PortalSubscriptions.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestAddress = 1000;

QString textOf(const QUrl& url)
{
    // The driver binds a null QString as NULL, which no column here takes.
    return url.isEmpty() ? QStringLiteral("") : url.toString(QUrl::FullyEncoded);
}

bool sameServer(const QUrl& one, const QUrl& other)
{
    constexpr int http = 80;
    constexpr int https = 443;
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == u"https" ? https : http); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

/// Below the folder of `declared`: portals that share a server have one each. Servers read encoded and empty
/// segments each in their own way, so that a path with one is nowhere for certain.
bool belowFolderOf(const QUrl& declared, const QUrl& url)
{
    const QString own = declared.path(QUrl::FullyEncoded);
    const QString path = url.path(QUrl::FullyEncoded);
    const QStringList segments = path.split(u'/');
    return path.startsWith(own.left(own.lastIndexOf(u'/') + 1)) && !path.contains(u'%') &&
           !path.contains(u"//") && !segments.contains(QStringLiteral(".")) &&
           !segments.contains(QStringLiteral(".."));
}

} // namespace

const QStringList& PortalSubscriptions::choosable()
{
    static const QStringList events{chosen_event::mandateEnded, chosen_event::certificationWithdrawn,
                                    chosen_event::contactEmailChanged};
    return events;
}

Outcome<QUrl> PortalSubscriptions::acceptable(const PortalConfiguration& portal, const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool right = text.size() <= longestAddress && url.isValid() && url.userInfo().isEmpty() &&
                       !url.hasFragment() && sameServer(url, portal.eventsUrl) &&
                       (url == portal.eventsUrl || belowFolderOf(portal.eventsUrl, url));
    return right ? Outcome<QUrl>(url)
                 : Outcome<QUrl>(Failure{FailureCode::InvalidRequest, QStringLiteral("receiver"),
                                         QStringLiteral("receiver")});
}

Outcome<PortalSubscription> PortalSubscriptions::of(QSqlDatabase& connection,
                                                    const PortalConfiguration& portal) const
{
    PortalSubscription result{portal.eventsUrl, {}, false, {chosen_event::mandateEnded}};
    if (portal.eventsUrl.isEmpty() || !portal.scopes.contains(scope::subscribe)) {
        return result;
    }
    auto row =
        runQuery(connection,
                 QStringLiteral("SELECT receiver, candidate, candidate_refused, events, moved_from FROM "
                                "portal_subscription WHERE portal = ?"),
                 {portal.portal.id});
    if (!row) {
        return row.failure();
    }
    if (!row.value().next()) {
        return result;
    }
    // The operator's word may have changed since the portal's.
    const QString movedFrom = row.value().value(4).toString();
    if (movedFrom.isEmpty() || movedFrom == textOf(portal.eventsUrl)) {
        if (const auto receiver = acceptable(portal, row.value().value(0).toString())) {
            result.receiver = receiver.value();
        }
    }
    if (const auto candidate = acceptable(portal, row.value().value(1).toString())) {
        result.candidate = candidate.value();
        result.candidateRefused = row.value().value(2).toInt() != 0;
    }
    result.events = row.value().value(3).toString().split(u' ', Qt::SkipEmptyParts);
    return result;
}

Outcome<bool> PortalSubscriptions::wants(QSqlDatabase& connection, const QString& portal,
                                         const QString& event) const
{
    const PortalConfiguration* configuration = m_portals.find(portal);
    if (configuration == nullptr || configuration->eventsUrl.isEmpty()) {
        return false;
    }
    const auto subscription = of(connection, *configuration);
    return subscription ? Outcome<bool>(subscription.value().events.contains(event))
                        : Outcome<bool>(subscription.failure());
}

Outcome<Done> PortalSubscriptions::save(QSqlDatabase& connection, const PortalConfiguration& portal,
                                        const PortalSubscription& subscription, const QDateTime& now)
{
    const auto saved = runQuery(
        connection,
        QStringLiteral("INSERT INTO portal_subscription (portal, receiver, candidate, candidate_refused, "
                       "events, changed_at, moved_from) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (portal) DO "
                       "UPDATE SET receiver = excluded.receiver, candidate = excluded.candidate, "
                       "candidate_refused = excluded.candidate_refused, events = excluded.events, changed_at "
                       "= excluded.changed_at, moved_from = excluded.moved_from"),
        {portal.portal.id, textOf(subscription.receiver), textOf(subscription.candidate),
         subscription.candidateRefused ? 1 : 0, subscription.events.join(u' ') + QStringLiteral(""),
         toSql(now), textOf(portal.eventsUrl)});
    return saved ? Outcome<Done>(Done{}) : Outcome<Done>(saved.failure());
}

Outcome<Done> PortalSubscriptions::settleCandidate(QSqlDatabase& connection, const QString& portal,
                                                   const QString& address, bool taken,
                                                   const QDateTime& now) const
{
    const PortalConfiguration* configuration = m_portals.find(portal);
    if (configuration == nullptr) {
        return Done{};
    }
    auto subscription = of(connection, *configuration);
    if (!subscription) {
        return subscription.failure();
    }
    PortalSubscription& known = subscription.value();
    if (known.candidate.isEmpty() || textOf(known.candidate) != address) {
        return Done{};
    }
    if (taken) {
        known.receiver = known.candidate;
        known.candidate = {};
    }
    known.candidateRefused = !taken;
    return save(connection, *configuration, known, now);
}

} // namespace proconnect::service

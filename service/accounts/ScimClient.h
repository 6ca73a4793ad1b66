// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/ScimAccount.h"
#include "service/outgoing/ServerPauses.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <mutex>

namespace proconnect::service {

/// Reads and changes accounts on a portal's SCIM 2.0 server (RFC 7644). Whatever the portal answers, at most
/// 100,000 accounts in pages of 4 MB are read, in at most ten minutes.
/// A portal that answers 429, or 503 with Retry-After, is not called again before the time that it asks for.
/// Failures: PortalUnavailable (no answer, 401, 429, 5xx, or to be left alone: later may be better), BadReply
/// (not what RFC 7644 says), PortalRefused (the portal will not; the argument is its reason), NotFound (no
/// such account any more), Conflict (409, 412, 425: not so now, as the account changed since; the argument
/// is its reason).
class ScimClient
{
public:
    ScimClient(HttpClient& http, const Clock& clock) : m_http(http), m_clock(clock), m_pauses(clock) {}

    /// False while the portal asked to be left alone.
    [[nodiscard]] bool mayCall(const QString& portal) { return !m_pauses.of(portal).active(); }

    /// Every account of the company on the portal, each once. Cancelled once `stopped`, which is asked before
    /// each page.
    [[nodiscard]] Outcome<QList<ScimAccount>> accountsOf(
        const PortalConfiguration& portal, const QString& siren,
        const std::function<bool()>& stopped = [] { return false; });
    /// The account as it is now.
    [[nodiscard]] Outcome<ScimAccount> account(const PortalConfiguration& portal, const QString& scimId);
    /// Sets active=false; gives the account as the portal then shows it.
    [[nodiscard]] Outcome<ScimAccount> close(const PortalConfiguration& portal, const QString& scimId,
                                             const QString& etag);
    /// Sets active=true; gives the account as the portal then shows it.
    [[nodiscard]] Outcome<ScimAccount> restore(const PortalConfiguration& portal, const QString& scimId,
                                               const QString& etag);
    /// Sets certification and certifiedSubject; gives the account as the portal then shows it.
    [[nodiscard]] Outcome<ScimAccount> certify(const PortalConfiguration& portal, const QString& scimId,
                                               const QString& etag, const QString& subject);
    /// Gives the account a role of the portal, and `sirets` where they are given (none: the whole company);
    /// gives the account as the portal then shows it.
    [[nodiscard]] Outcome<ScimAccount> giveRole(const PortalConfiguration& portal, const QString& scimId,
                                                const QString& etag, const QString& role,
                                                const std::optional<QJsonArray>& sirets);
    /// Opens an account; gives it as the portal then shows it. Conflict: there is one already.
    [[nodiscard]] Outcome<ScimAccount> open(const PortalConfiguration& portal, const NewScimAccount& account);
    /// The account that open() opened under this external identifier; nothing: none.
    [[nodiscard]] Outcome<std::optional<ScimAccount>> opened(const PortalConfiguration& portal,
                                                             const NewScimAccount& account);
    /// Takes the certification back: certification "none", nobody certified.
    [[nodiscard]] Outcome<ScimAccount> withdrawCertification(const PortalConfiguration& portal,
                                                             const QString& scimId, const QString& etag);

private:
    /// What the portal said of itself (RFC 7643, 5).
    struct Abilities
    {
        int pageSize = 100;
        bool etags = false;
    };
    [[nodiscard]] Abilities abilitiesOf(const PortalConfiguration& portal);
    [[nodiscard]] Outcome<QJsonObject> get(const PortalConfiguration& portal, const QString& pathAndQuery,
                                           std::chrono::milliseconds deadline);
    [[nodiscard]] Outcome<ScimAccount> patch(const PortalConfiguration& portal, const QString& scimId,
                                             const QString& etag, const QJsonArray& operations);
    [[nodiscard]] Outcome<HttpReply> call(const PortalConfiguration& portal, const QByteArray& method,
                                          const QString& pathAndQuery, const QByteArray& body,
                                          const QString& etag, std::chrono::milliseconds deadline);

    HttpClient& m_http;
    const Clock& m_clock;
    std::mutex m_mutex;
    QHash<QString, Abilities> m_abilities;
    ServerPauses m_pauses; ///< by portal
};

} // namespace proconnect::service

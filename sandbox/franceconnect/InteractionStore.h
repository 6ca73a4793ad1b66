// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/AuthorizeRequest.h"
#include "sandbox/world/SandboxClock.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace proconnect::sandbox {

/// One sign-in on FranceConnect's pages, from /authorize to the return.
struct Interaction
{
    std::string uid;
    std::string sessionId; ///< value of the browser's cookie
    std::string csrf;      ///< each form carries it
    AuthorizeRequest request;
    std::string identityId; ///< empty until chosen
    qint64 authTime = 0;    ///< when the person proved who they are
    bool finished = false;
    qint64 startedAt = 0;
};

/// The browsers' sessions and their sign-ins: 30 minutes, sliding; at FranceConnect+ 10 minutes, and no
/// longer for being used. Thread-safe.
class InteractionStore
{
public:
    InteractionStore(const SandboxClock& clock, bool plus);

    /// Starts a sign-in. A session that already knows its person keeps it (single sign-on); otherwise a new
    /// one.
    [[nodiscard]] Interaction start(const AuthorizeRequest& request, const std::string& sessionId);

    /// The sign-in, if the cookie is that of the browser that started it and its time is not over.
    [[nodiscard]] std::optional<Interaction> find(const std::string& uid, const std::string& sessionId) const;

    void chooseIdentity(const std::string& uid, const std::string& identityId);

    /// Marks the sign-in as done. False when it was done before.
    bool finish(const std::string& uid);

    /// Forgets the session. False when there was none.
    bool endSession(const std::string& sessionId);

private:
    struct Session
    {
        std::string identityId;
        qint64 authTime = 0;
        qint64 lastSeen = 0;
    };

    const SandboxClock& m_clock;
    bool m_sliding;
    qint64 m_lifetime;
    mutable std::mutex m_mutex;
    std::map<std::string, Interaction> m_interactions;
    std::map<std::string, Session> m_sessions;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"
#include "service/http/Router.h"

#include <QByteArrayList>
#include <QHostAddress>

#include <chrono>
#include <memory>

namespace proconnect::service {

struct ServerOptions
{
    QHostAddress address;
    quint16 port = 0;                           ///< 0: any free port
    std::chrono::milliseconds deadline{10'000}; ///< to receive a whole request, and to take a whole answer
    /// Before the next request on an open connection: longer than the pace at which desktops ask.
    std::chrono::milliseconds idle{75'000};
    std::chrono::milliseconds grace{15'000}; ///< for requests that run when stop() is called
    quint32 largestHeader = 16 * 1024;
    quint64 largestBody = 64ULL * 1024;
    int handlerThreads = 16;      ///< handlers that run at once; one thread more looks after the connections
    int mostConnections = 12'000; ///< what the process may open must leave room for them
    int mostWaiting = 512;        ///< requests that wait for a handler's turn before 503
};

/// What a server holds now, and what it took no further since it serves.
struct ServerLoad
{
    int connections = 0;
    int waiting = 0; ///< requests that wait for a handler's turn
    quint64 unreadable = 0;
    quint64 requestsTurnedAway = 0; ///< beyond mostWaiting
    quint64 connectionsTurnedAway = 0;
};

/// HTTP/1.1 on one address, in clear: a proxy in front ends TLS. Connections that are slow or idle keep no
/// thread; handlers may block, and the connections go on.
class Server
{
public:
    Server(const ServerOptions& options, const Clock& clock);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Takes the address; gives the port. Connections wait until serve().
    [[nodiscard]] Outcome<quint16> listen();
    /// Starts answering with `handler`. `hosts`: the values of Host that are meant for this service.
    void serve(Handler handler, const QByteArrayList& hosts);
    /// Takes no new request, lets the running ones end, and returns when all is quiet. May be called twice.
    void stop();
    /// From any thread.
    [[nodiscard]] ServerLoad load() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/http/Server.h"

#include "service/http/Connection.h"

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace proconnect::service {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = boost::asio::ip::tcp;

} // namespace

/// Takes connections in and looks after their time. All of it but leave() happens on one strand.
class Server::Core
{
public:
    Core(const ServerOptions& options, const Clock& clock)
        : serving(options, clock), io(options.handlerThreads + 1)
    {}

    void accept();
    void acceptLater();
    void welcome(tcp::socket socket);
    void leave(Connection* connection);
    void watchTime();
    void finish();

    Serving serving;
    std::atomic<quint64> connectionsTurnedAway{0};
    std::mutex mutex; ///< guards `connections`
    std::unordered_set<Connection*> connections;
    std::condition_variable quiet; ///< the last one has left
    // Operations that never ran hold connections: what destroys them goes before what these refer to.
    asio::io_context io;
    // While a handler works, `io` may have nothing else to do and would end.
    asio::executor_work_guard<asio::io_context::executor_type> guard = asio::make_work_guard(io);
    asio::strand<asio::io_context::executor_type> strand = asio::make_strand(io);
    tcp::acceptor acceptor{strand};
    asio::steady_timer acceptPause{strand};
    asio::steady_timer watch{strand};
    std::vector<std::thread> threads;
};

void Server::Core::accept()
{
    acceptor.async_accept(io, [this](const error_code& error, tcp::socket socket) {
        if (serving.stopping) {
            return;
        }
        if (error) {
            acceptLater();
            return;
        }
        welcome(std::move(socket));
        accept();
    });
}

void Server::Core::acceptLater()
{
    // Such as no file descriptor left: at once it would fail again and again.
    constexpr std::chrono::milliseconds pause{100};
    acceptPause.expires_after(pause);
    acceptPause.async_wait([this](const error_code&) {
        if (!serving.stopping) {
            accept();
        }
    });
}

void Server::Core::welcome(tcp::socket socket)
{
    std::shared_ptr<Connection> connection;
    {
        const std::lock_guard lock(mutex);
        if (connections.size() >= static_cast<std::size_t>(serving.options.mostConnections)) {
            ++connectionsTurnedAway;
            return;
        }
        connection = std::make_shared<Connection>(serving, std::move(socket),
                                                  [this](Connection* left) { leave(left); });
        connections.insert(connection.get());
    }
    connection->start();
}

void Server::Core::leave(Connection* connection)
{
    const std::lock_guard lock(mutex);
    connections.erase(connection);
    if (connections.empty()) {
        quiet.notify_all();
    }
}

void Server::Core::watchTime()
{
    // One clock for all: a timer for each operation costs more than many an answer.
    constexpr std::chrono::milliseconds longest{1000};
    watch.expires_after(std::min({serving.options.deadline / 4, serving.options.idle / 4, longest}));
    watch.async_wait([this](const error_code& error) {
        if (error) {
            return;
        }
        {
            const std::lock_guard lock(mutex);
            const auto now = std::chrono::steady_clock::now();
            for (Connection* connection : connections) {
                connection->endIfLate(now);
            }
        }
        watchTime();
    });
}

void Server::Core::finish()
{
    error_code ignored;
    acceptor.close(ignored);
    acceptPause.cancel();
    const std::lock_guard lock(mutex);
    for (Connection* connection : connections) {
        connection->endIfIdle();
    }
}

Server::Server(const ServerOptions& options, const Clock& clock)
    : m_core(std::make_unique<Core>(options, clock))
{}

Server::~Server()
{
    stop();
}

Outcome<quint16> Server::listen()
{
    error_code error;
    const auto address =
        asio::ip::make_address(m_core->serving.options.address.toString().toStdString(), error);
    const tcp::endpoint endpoint(address, m_core->serving.options.port);
    auto& acceptor = m_core->acceptor;
    if (!error) {
        acceptor.open(endpoint.protocol(), error);
    }
    if (!error) {
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    }
    if (!error) {
        acceptor.bind(endpoint, error);
    }
    if (!error) {
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        return Failure{FailureCode::ServiceUnavailable,
                       QStringLiteral("cannot listen: ") + QString::fromStdString(error.message()),
                       {}};
    }
    return quint16{acceptor.local_endpoint().port()};
}

void Server::serve(Handler handler, const QByteArrayList& hosts)
{
    m_core->serving.handler = std::move(handler);
    m_core->serving.hosts = hosts;
    m_core->accept();
    m_core->watchTime();
    for (int i = 0; i <= m_core->serving.options.handlerThreads; ++i) {
        m_core->threads.emplace_back([this] { m_core->io.run(); });
    }
}

void Server::stop()
{
    if (m_core->threads.empty()) {
        return;
    }
    m_core->serving.stopping = true;
    asio::post(m_core->strand, [this] { m_core->finish(); });
    {
        std::unique_lock lock(m_core->mutex);
        m_core->quiet.wait_for(lock, m_core->serving.options.grace,
                               [this] { return m_core->connections.empty(); });
    }
    m_core->io.stop();
    for (std::thread& thread : m_core->threads) {
        thread.join();
    }
    m_core->threads.clear();
    error_code ignored;
    m_core->acceptor.close(ignored); // where nobody was connected, it may not have come to that
    m_core->serving.turns.forget();
}

ServerLoad Server::load() const
{
    const std::lock_guard lock(m_core->mutex);
    return {static_cast<int>(m_core->connections.size()), m_core->serving.turns.waiting(),
            m_core->serving.unreadable, m_core->serving.requestsTurnedAway, m_core->connectionsTurnedAway};
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/http/Server.h"

#include "service/http/BeastMessages.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>
#include <utility>

namespace proconnect::service {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = boost::asio::ip::tcp;

} // namespace

/// What the connections share.
class Server::Core
{
public:
    Core(const ServerOptions& serverOptions, const Clock& serverClock)
        : options(serverOptions), clock(serverClock),
          pool(static_cast<std::size_t>(serverOptions.handlerThreads))
    {}

    class Connection;

    void accept();
    void acceptLater();
    void leave(Connection* connection);

    ServerOptions options;
    const Clock& clock;
    Handler handler;
    QByteArrayList hosts;
    std::atomic<int> waiting{0};
    std::atomic<int> held{0};
    std::atomic<quint64> unreadable{0};
    std::atomic<quint64> requestsTurnedAway{0};
    std::atomic<quint64> connectionsTurnedAway{0};
    bool stopping = false; ///< belongs to the thread of `io`, as the connections do
    std::unordered_set<Connection*> connections;
    std::mutex quietMutex;
    std::condition_variable quiet;
    bool isQuiet = true;
    // Operations that never ran hold connections: what destroys them goes before what these refer to.
    asio::io_context io{1};
    // While a handler works, `io` may have nothing else to do and would end.
    asio::executor_work_guard<asio::io_context::executor_type> guard = asio::make_work_guard(io);
    asio::thread_pool pool;
    tcp::acceptor acceptor{io};
    asio::steady_timer acceptPause{io};
    std::thread ioThread;
};

/// One client. Lives as long as an operation on it is under way.
class Server::Core::Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(Core& core, tcp::socket socket) : m_core(core), m_stream(std::move(socket))
    {
        error_code ignored;
        m_peer = QString::fromStdString(m_stream.socket().remote_endpoint(ignored).address().to_string());
    }
    ~Connection() { m_core.leave(this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start()
    {
        m_stream.expires_after(m_core.options.deadline);
        readRequest();
    }

    /// Ends at once when no request is under way, else after its answer.
    void finish()
    {
        if (m_idle) {
            m_stream.close();
        }
    }

private:
    void awaitNext()
    {
        if (m_core.stopping) {
            return;
        }
        m_idle = true;
        if (m_buffer.size() > 0) {
            start();
            return;
        }
        m_stream.expires_after(m_core.options.idle);
        m_stream.async_read_some(m_buffer.prepare(1024),
                                 [self = shared_from_this()](const error_code& error, std::size_t count) {
                                     if (!error) {
                                         self->m_buffer.commit(count);
                                         self->start();
                                     }
                                 });
    }

    void readRequest()
    {
        m_idle = false;
        m_parser.emplace();
        m_parser->header_limit(m_core.options.largestHeader);
        m_parser->body_limit(m_core.options.largestBody);
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](const error_code& error, std::size_t) { self->onHeader(error); });
    }

    void onHeader(const error_code& error)
    {
        if (error) {
            refuse(error);
            return;
        }
        const auto& message = m_parser->get();
        if (beast::iequals(message[http::field::expect], "100-continue")) {
            m_interim = {http::status::continue_, message.version()};
            http::async_write(m_stream, m_interim,
                              [self = shared_from_this()](const error_code& writeError, std::size_t) {
                                  if (!writeError) {
                                      self->readBody();
                                  }
                              });
            return;
        }
        readBody();
    }

    void readBody()
    {
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](const error_code& error, std::size_t) {
                             if (error) {
                                 self->refuse(error);
                             } else {
                                 self->onRequest(self->m_parser->release());
                             }
                         });
    }

    void onRequest(const http::request<http::string_body>& message)
    {
        m_version = message.version();
        m_keepAlive = message.keep_alive();
        m_stream.expires_never();
        auto request = toRequest(message, m_peer, m_core.hosts);
        if (!request) {
            m_keepAlive = false;
            ++m_core.unreadable;
            send(refusal(400, "malformed request"));
            return;
        }
        if (m_core.waiting >= m_core.options.mostWaiting) {
            HttpResponse busy = HttpResponse::problem({FailureCode::TooManyRequests, {}, {}});
            busy.status = 503;
            ++m_core.requestsTurnedAway;
            send(busy);
            return;
        }
        ++m_core.waiting;
        asio::post(m_core.pool, [self = shared_from_this(), request = std::move(*request)]() mutable {
            --self->m_core.waiting;
            HttpResponse response;
            try {
                response = self->m_core.handler(request);
            } catch (...) {
                response = HttpResponse::problem({FailureCode::Internal, {}, {}});
            }
            // The connection belongs to the thread of `io`; the last reference must end there too.
            asio::io_context& io = self->m_core.io;
            asio::post(io,
                       [self = std::move(self), response = std::move(response)] { self->send(response); });
        });
    }

    void refuse(const error_code& error)
    {
        const bool gone = error == http::error::end_of_stream || error == http::error::partial_message ||
                          error.category() != make_error_code(http::error::bad_method).category();
        if (gone) {
            return;
        }
        m_keepAlive = false;
        ++m_core.unreadable;
        send(refusal(statusOf(error), "unreadable request"));
    }

    void send(const HttpResponse& response)
    {
        m_keepAlive = m_keepAlive && !m_core.stopping;
        m_response = toMessage(response, m_core.clock.now(), m_version, m_keepAlive);
        m_stream.expires_after(m_core.options.deadline);
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](const error_code& error, std::size_t) {
                              if (error) {
                                  return;
                              }
                              if (self->m_keepAlive) {
                                  self->awaitNext();
                              } else {
                                  self->linger();
                              }
                          });
    }

    /// Reads on for a moment after the last answer: closing with bytes unread would reset the connection and
    /// the client might never see that answer.
    void linger()
    {
        error_code ignored;
        m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
        m_stream.expires_after(std::chrono::seconds(2));
        m_discarded = 0;
        discard();
    }

    void discard()
    {
        m_buffer.clear();
        m_stream.async_read_some(m_buffer.prepare(8192),
                                 [self = shared_from_this()](const error_code& error, std::size_t count) {
                                     constexpr std::size_t mostDiscarded = 1024UL * 1024;
                                     self->m_discarded += count;
                                     if (!error && self->m_discarded < mostDiscarded) {
                                         self->discard();
                                     }
                                 });
    }

    Core& m_core;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer{128 * 1024};
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::empty_body> m_interim;
    http::response<http::string_body> m_response;
    QString m_peer;
    unsigned m_version = 11;
    std::size_t m_discarded = 0;
    bool m_keepAlive = false;
    bool m_idle = false;
};

void Server::Core::accept()
{
    acceptor.async_accept([this](const error_code& error, tcp::socket socket) {
        if (stopping) {
            return;
        }
        if (!error && connections.size() < static_cast<std::size_t>(options.mostConnections)) {
            error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            const auto connection = std::make_shared<Connection>(*this, std::move(socket));
            connections.insert(connection.get());
            ++held;
            {
                const std::lock_guard lock(quietMutex);
                isQuiet = false;
            }
            connection->start();
        } else if (!error) {
            ++connectionsTurnedAway;
        }
        error ? acceptLater() : accept();
    });
}

void Server::Core::acceptLater()
{
    // Such as no file descriptor left: at once it would fail again and again.
    constexpr std::chrono::milliseconds pause{100};
    acceptPause.expires_after(pause);
    acceptPause.async_wait([this](const error_code&) {
        if (!stopping) {
            accept();
        }
    });
}

void Server::Core::leave(Connection* connection)
{
    connections.erase(connection);
    --held;
    if (connections.empty()) {
        const std::lock_guard lock(quietMutex);
        isQuiet = true;
        quiet.notify_all();
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
    const auto address = asio::ip::make_address(m_core->options.address.toString().toStdString(), error);
    const tcp::endpoint endpoint(address, m_core->options.port);
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
    m_core->handler = std::move(handler);
    m_core->hosts = hosts;
    m_core->accept();
    m_core->ioThread = std::thread([this] { m_core->io.run(); });
}

void Server::stop()
{
    if (!m_core->ioThread.joinable()) {
        return;
    }
    asio::post(m_core->io, [this] {
        m_core->stopping = true;
        error_code ignored;
        m_core->acceptor.close(ignored);
        m_core->acceptPause.cancel();
        for (Core::Connection* connection : m_core->connections) {
            connection->finish();
        }
    });
    {
        std::unique_lock lock(m_core->quietMutex);
        m_core->quiet.wait_for(lock, m_core->options.grace, [this] { return m_core->isQuiet; });
    }
    m_core->pool.stop();
    m_core->pool.join();
    m_core->io.stop();
    m_core->ioThread.join();
}

ServerLoad Server::load() const
{
    return {m_core->held, m_core->waiting, m_core->unreadable, m_core->requestsTurnedAway,
            m_core->connectionsTurnedAway};
}

} // namespace proconnect::service

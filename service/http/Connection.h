// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"
#include "service/http/Server.h"
#include "service/http/Turns.h"

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace proconnect::service {

/// What the connections of a server share.
struct Serving
{
    Serving(const ServerOptions& serverOptions, const Clock& serverClock)
        : options(serverOptions), clock(serverClock),
          turns(serverOptions.handlerThreads, serverOptions.mostWaiting)
    {}

    const ServerOptions options;
    const Clock& clock;
    Handler handler;
    QByteArrayList hosts;
    Turns turns;
    std::atomic<quint64> unreadable{0};
    std::atomic<quint64> requestsTurnedAway{0};
    std::atomic<bool> stopping{false};
};

/// One client. Lives as long as an operation on it is under way; there is one at a time. The thread that
/// reads the end of a request answers it, and writes what the system takes at once: a quick answer needs no
/// other thread.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Left = std::function<void(Connection*)>;

    /// `left` is called last, from whichever thread.
    Connection(Serving& serving, boost::asio::ip::tcp::socket socket, Left left);
    ~Connection() { m_left(this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    /// From any thread, before `left`: what is under way goes on.
    void endIfIdle();
    /// From any thread, before `left`: cuts off who has taken longer than it may.
    void endIfLate(std::chrono::steady_clock::time_point now);

private:
    using Clockwork = std::chrono::steady_clock;
    using Error = boost::system::error_code;

    void awaitRequest(std::chrono::milliseconds time);
    void begin();
    void readMore();
    void parse();
    void parseSome(Error& error);
    void onRequest(boost::beast::http::request<boost::beast::http::string_body> message);
    void answer();
    void refuse(const Error& error);
    void send(const HttpResponse& response);
    void afterSending();
    void linger();
    void discard();
    void mayTake(std::chrono::milliseconds time);
    void cutOff();

    /// Most requests come in one piece of so many bytes: a token, a proof and the usual headers.
    static constexpr std::size_t usualRequest = 2048;

    Serving& m_serving;
    Left m_left;
    boost::asio::ip::tcp::socket m_socket;
    const int m_descriptor;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    boost::beast::http::response<boost::beast::http::empty_body> m_interim;
    boost::beast::http::response<boost::beast::http::string_body> m_response;
    std::optional<boost::beast::http::response_serializer<boost::beast::http::string_body>> m_serializer;
    HttpRequest m_request;
    QString m_peer;
    unsigned m_version = 11;
    std::size_t m_discarded = 0;
    std::size_t m_headerBytes = 0;          ///< that the parser has taken
    std::optional<std::ptrdiff_t> m_fields; ///< of the header; nothing: it is not whole
    bool m_isHead = false;
    bool m_keepAlive = false;
    std::atomic<bool> m_idle{false};
    std::atomic<bool> m_cut{false};
    std::atomic<Clockwork::rep> m_end{Clockwork::time_point::max().time_since_epoch().count()};
};

} // namespace proconnect::service

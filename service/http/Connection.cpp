// SPDX-License-Identifier: MIT
#include "service/http/Connection.h"

#include "service/http/BeastMessages.h"

#include <boost/asio/post.hpp>
#include <iterator>
#include <stdexcept>
#include <sys/socket.h>
#include <utility>

namespace proconnect::service {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

} // namespace

Connection::Connection(Serving& serving, asio::ip::tcp::socket socket, Left left)
    : m_serving(serving), m_left(std::move(left)), m_socket(std::move(socket)),
      m_descriptor(m_socket.native_handle()), m_buffer(serving.options.largestHeader + 2 * usualRequest)
{
    error_code ignored;
    m_peer = QString::fromStdString(m_socket.remote_endpoint(ignored).address().to_string());
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
}

void Connection::start()
{
    awaitRequest(m_serving.options.deadline);
}

void Connection::begin()
{
    m_idle = false;
    // What stopping has cut off could still be read, and would be carried out for nobody.
    if (m_serving.stopping) {
        return;
    }
    m_fields.reset();
    m_headerBytes = 0;
    mayTake(m_serving.options.deadline);
    m_parser.emplace();
    m_parser->header_limit(m_serving.options.largestHeader);
    m_parser->body_limit(m_serving.options.largestBody);
    parse();
}

void Connection::endIfIdle()
{
    if (m_idle) {
        cutOff();
    }
}

void Connection::endIfLate(Clockwork::time_point now)
{
    if (now.time_since_epoch().count() >= m_end) {
        cutOff();
    }
}

void Connection::mayTake(std::chrono::milliseconds time)
{
    m_end = (Clockwork::now() + time).time_since_epoch().count();
}

void Connection::cutOff()
{
    m_cut = true;
    // The system's own call, since another thread may use the socket; it stays open as long as this object
    // lives.
    ::shutdown(m_descriptor, SHUT_RDWR);
}

void Connection::awaitRequest(std::chrono::milliseconds time)
{
    m_idle = true;
    // In this order: stopping ends those that it sees idle.
    if (m_serving.stopping) {
        return;
    }
    if (m_buffer.size() > 0) {
        // Others have their turn in between.
        asio::post(m_socket.get_executor(), [self = shared_from_this()] { self->begin(); });
        return;
    }
    mayTake(time);
    m_socket.async_read_some(m_buffer.prepare(usualRequest),
                             [self = shared_from_this()](const error_code& error, std::size_t count) {
                                 if (!error) {
                                     self->m_buffer.commit(count);
                                     self->begin();
                                 }
                             });
}

void Connection::readMore()
{
    // The parser takes headers and trailers whole, and counts the former alone.
    if (m_buffer.size() + usualRequest > m_buffer.max_size()) {
        refuse(http::error::buffer_overflow);
        return;
    }
    m_socket.async_read_some(m_buffer.prepare(usualRequest),
                             [self = shared_from_this()](const error_code& error, std::size_t count) {
                                 if (!error) {
                                     self->m_buffer.commit(count);
                                     self->parse();
                                 }
                             });
}

void Connection::parse()
{
    error_code error;
    const bool begun = m_fields.has_value();
    while (m_buffer.size() > 0 && !m_parser->is_done() && !error) {
        parseSome(error);
    }
    if (!m_fields && m_headerBytes + m_buffer.size() > m_serving.options.largestHeader) {
        error = http::error::header_limit;
    }
    if (error && error != http::error::need_more) {
        refuse(error);
    } else if (m_parser->is_done()) {
        onRequest(m_parser->release());
    } else if (!begun && m_fields && beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
        m_interim = {http::status::continue_, m_parser->get().version()};
        http::async_write(m_socket, m_interim,
                          [self = shared_from_this()](const error_code& writeError, std::size_t) {
                              if (!writeError) {
                                  self->readMore();
                              }
                          });
    } else {
        readMore();
    }
}

void Connection::parseSome(error_code& error)
{
    try {
        const std::size_t taken = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(taken);
        m_headerBytes += m_fields ? 0 : taken;
    } catch (const std::length_error&) {
        error = http::error::header_limit; // a field longer than the parser can hold
    }
    if (!error && !m_fields && m_parser->is_header_done()) {
        m_fields = std::distance(m_parser->get().begin(), m_parser->get().end());
        m_parser->eager(true);
    }
}

void Connection::onRequest(http::request<http::string_body> message)
{
    if (m_cut) {
        return; // nobody would see the answer
    }
    m_version = message.version();
    m_keepAlive = message.keep_alive();
    m_isHead = message.method() == http::verb::head;
    m_end = Clockwork::time_point::max().time_since_epoch().count();
    // A trailer would become a header behind the back of a proxy that judges those.
    const bool hasTrailers = std::distance(message.begin(), message.end()) != m_fields;
    auto request = hasTrailers ? std::nullopt : toRequest(message, m_peer, m_serving.hosts);
    if (!request) {
        m_keepAlive = false;
        ++m_serving.unreadable;
        send(refusal(400, "malformed request"));
        return;
    }
    m_request = std::move(*request);
    const auto turn = m_serving.turns.ask([self = shared_from_this()] {
        asio::post(self->m_socket.get_executor(), [self] { self->answer(); });
    });
    if (turn == Turns::Turn::Now) {
        answer();
    } else if (turn == Turns::Turn::Never) {
        HttpResponse busy = HttpResponse::problem({FailureCode::TooManyRequests, {}, {}});
        busy.status = 503;
        ++m_serving.requestsTurnedAway;
        send(busy);
    }
}

void Connection::answer()
{
    const HttpRequest request = std::exchange(m_request, {});
    HttpResponse response;
    try {
        response = m_serving.handler(request);
    } catch (...) {
        response = HttpResponse::problem({FailureCode::Internal, {}, {}});
    }
    m_serving.turns.end();
    send(response);
}

void Connection::refuse(const error_code& error)
{
    m_keepAlive = false;
    ++m_serving.unreadable;
    send(refusal(statusOf(error), "unreadable request"));
}

void Connection::send(const HttpResponse& response)
{
    m_keepAlive = m_keepAlive && !m_serving.stopping;
    m_response = toMessage(response, m_serving.clock.now(), m_version, m_keepAlive);
    if (m_isHead) {
        m_response.body().clear(); // its length stays
    }
    m_serializer.emplace(m_response);
    mayTake(m_serving.options.deadline);
    error_code error;
    http::write(m_socket, *m_serializer, error);
    if (error == asio::error::would_block) {
        http::async_write(m_socket, *m_serializer,
                          [self = shared_from_this()](const error_code& later, std::size_t) {
                              if (!later) {
                                  self->afterSending();
                              }
                          });
    } else if (!error) {
        afterSending();
    }
}

void Connection::afterSending()
{
    m_serializer.reset();
    m_response = {};
    if (m_keepAlive) {
        awaitRequest(m_serving.options.idle);
    } else {
        linger();
    }
}

/// Reads on for a moment after the last answer: closing with bytes unread would reset the connection and the
/// client might never see that answer.
void Connection::linger()
{
    constexpr std::chrono::seconds moment{2};
    error_code ignored;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    mayTake(moment);
    m_discarded = 0;
    discard();
}

void Connection::discard()
{
    m_buffer.clear();
    m_socket.async_read_some(m_buffer.prepare(8192),
                             [self = shared_from_this()](const error_code& error, std::size_t count) {
                                 constexpr std::size_t mostDiscarded = 1024UL * 1024;
                                 self->m_discarded += count;
                                 if (!error && self->m_discarded < mostDiscarded) {
                                     self->discard();
                                 }
                             });
}

} // namespace proconnect::service

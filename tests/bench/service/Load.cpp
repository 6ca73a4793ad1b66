// SPDX-License-Identifier: MIT
#include "tests/bench/service/Load.h"

#include "core/jose/Dpop.h"

#include <QDateTime>

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <ostream>

namespace proconnect::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Clock = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;

std::string textOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray proofFor(const Plan& plan, const Call& call)
{
    QUrl url = plan.address;
    url.setPath(QString::fromUtf8(call.path));
    const Device& device = plan.devices[static_cast<std::size_t>(call.device)];
    const auto now = QDateTime::currentDateTimeUtc().addSecs(plan.clockOffset.count());
    const auto proof = Dpop::create(device.key, call.method, url, now, device.token, device.nonce);
    return proof ? proof.value() : QByteArray();
}

using Request = http::request<http::string_body>;

Request requestFor(const Plan& plan, const Call& call, const QByteArray& proof)
{
    Request request;
    request.method_string(textOf(call.method));
    request.target(textOf(call.path));
    request.version(11);
    request.set(http::field::host, textOf(plan.address.authority().toLatin1()));
    request.set(http::field::authorization,
                textOf("DPoP " + plan.devices[static_cast<std::size_t>(call.device)].token));
    request.set("DPoP", textOf(proof));
    if (!call.tag.isEmpty()) {
        request.set(http::field::if_none_match, textOf(call.tag));
    }
    if (!call.contentType.isEmpty()) {
        request.set(http::field::content_type, textOf(call.contentType));
    }
    request.body() = textOf(call.body);
    request.prepare_payload();
    return request;
}

/// What all connections share: the calls left to make, and what came of those made.
struct Work
{
    explicit Work(const Plan& thePlan) : plan(thePlan)
    {
        if (!plan.period) {
            proofs.reserve(static_cast<std::size_t>(plan.total));
            for (qint64 i = 0; i < plan.total; ++i) {
                proofs.push_back(proofFor(plan, callAt(i)));
            }
        }
    }

    [[nodiscard]] const Call& callAt(qint64 index) const
    {
        return plan.calls[static_cast<std::size_t>(index) % plan.calls.size()];
    }
    [[nodiscard]] QByteArray proofAt(qint64 index) const
    {
        return proofs.empty() ? proofFor(plan, callAt(index)) : proofs[static_cast<std::size_t>(index)];
    }

    const Plan& plan;
    std::vector<QByteArray> proofs;
    qint64 next = 0;
    LoadReport report;
};

/// One connection that is kept open, as a desktop keeps it.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(asio::io_context& context, Work& work) : m_work(work), m_stream(context), m_timer(context) {}

    void start(std::chrono::milliseconds delay)
    {
        m_timer.expires_after(delay);
        m_timer.async_wait([self = shared_from_this()](const ErrorCode&) { self->makeNextCall(); });
    }

private:
    void makeNextCall()
    {
        if (m_work.next >= m_work.plan.total) {
            return;
        }
        m_index = m_work.next++;
        m_request = requestFor(m_work.plan, m_work.callAt(m_index), m_work.proofAt(m_index));
        m_started = Clock::now();
        if (m_open) {
            send();
            return;
        }
        const QUrl& address = m_work.plan.address;
        const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(textOf(address.host().toLatin1())),
                                               static_cast<unsigned short>(address.port(80)));
        m_stream.async_connect(endpoint, [self = shared_from_this()](const ErrorCode& error) {
            self->m_open = !error;
            error ? self->finish(0) : self->send();
        });
    }

    void send()
    {
        http::async_write(m_stream, m_request,
                          [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                              error ? self->finish(0) : self->receive();
                          });
    }

    void receive()
    {
        m_answer = {};
        http::async_read(m_stream, m_buffer, m_answer,
                         [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                             self->finish(error ? 0 : static_cast<int>(self->m_answer.result_int()));
                         });
    }

    void finish(int status)
    {
        const std::chrono::duration<double, std::milli> taken = Clock::now() - m_started;
        if (status == m_work.plan.expected) {
            m_work.report.milliseconds.push_back(taken.count());
        } else {
            ++m_work.report.others[status];
        }
        if (status == 0 || !m_answer.keep_alive()) {
            m_open = false;
            m_stream.close();
            m_buffer.clear();
        }
        m_work.plan.period ? start(*m_work.plan.period) : makeNextCall();
    }

    Work& m_work;
    beast::tcp_stream m_stream;
    asio::steady_timer m_timer;
    beast::flat_buffer m_buffer;
    Request m_request;
    http::response<http::string_body> m_answer;
    qint64 m_index = 0;
    Clock::time_point m_started;
    bool m_open = false;
};

} // namespace

void write(const Plan& plan, std::ostream& output)
{
    const Work work(plan);
    for (qint64 i = 0; i < plan.total; ++i) {
        output << requestFor(plan, work.callAt(i), work.proofAt(i));
    }
}

LoadReport run(const Plan& plan)
{
    Work work(plan);
    asio::io_context context(1);
    for (int i = 0; i < plan.connections; ++i) {
        // Desktops do not all ask at the same instant.
        const auto delay = plan.period.value_or(std::chrono::milliseconds(0)) * i / plan.connections;
        std::make_shared<Connection>(context, work)->start(delay);
    }
    const auto begun = Clock::now();
    context.run();
    work.report.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    std::sort(work.report.milliseconds.begin(), work.report.milliseconds.end());
    return std::move(work.report);
}

} // namespace proconnect::bench

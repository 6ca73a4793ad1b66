// SPDX-License-Identifier: MIT
#include "sandbox/http/WebServer.h"

#include <chrono>
#include <httplib.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t LargestBody = 256UL * 1024;
constexpr std::size_t Threads = 32;
constexpr int LongestStart = 5000;

bool changesSomething(const httplib::Request& request)
{
    return request.method != "GET" && request.method != "HEAD";
}

/// Web pages of other origins, open in the same browser, must not act here (cross-site requests, DNS
/// rebinding).
bool foreign(const httplib::Request& request)
{
    const std::string host = request.get_header_value("Host");
    if (host.rfind("127.0.0.1", 0) != 0 && host.rfind("localhost", 0) != 0) {
        return true;
    }
    const std::string origin = request.get_header_value("Origin");
    return changesSomething(request) && !origin.empty() && origin != "http://" + host &&
           origin != "https://" + host;
}

httplib::Server::HandlerResponse guard(const httplib::Request& request, httplib::Response& response)
{
    using Answer = httplib::Server::HandlerResponse;
    if (foreign(request)) {
        response.status = 403;
        response.set_header("Connection", "close");
        return Answer::Handled;
    }
    // A chunked body would be read into memory before its length is known.
    if (request.has_header("Transfer-Encoding")) {
        response.status = 411;
        response.set_header("Connection", "close");
        return Answer::Handled;
    }
    return Answer::Unhandled;
}

} // namespace

WebServer::WebServer() : WebServer(std::make_unique<httplib::Server>()) {}

WebServer::WebServer(std::unique_ptr<httplib::Server> server) : m_server(std::move(server))
{
    m_server->new_task_queue = [] { return new httplib::ThreadPool(Threads); };
    m_server->set_payload_max_length(LargestBody);
    m_server->set_keep_alive_timeout(1);
    m_server->set_keep_alive_max_count(1000);
    m_server->set_tcp_nodelay(true);
    // Without the library's SO_REUSEPORT: two sandboxes must not share a port unnoticed.
    m_server->set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    m_server->set_default_headers(
        {{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "same-origin"}});
    m_server->set_pre_routing_handler(&guard);
    m_server->set_exception_handler(
        [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
            response.status = 500;
            response.set_content(R"({"error":"sandbox"})", "application/json");
        });
}

WebServer::~WebServer()
{
    stop();
}

void WebServer::bind(int port)
{
    m_port = port;
    if (port == 0) {
        m_port = m_server->bind_to_any_port("127.0.0.1");
    } else if (!m_server->bind_to_port("127.0.0.1", port)) {
        m_port = -1;
    }
    if (m_port <= 0) {
        throw std::runtime_error("port " + std::to_string(port) + " of 127.0.0.1 is not free");
    }
}

void WebServer::start()
{
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    for (int waited = 0; !m_server->is_running() && waited < LongestStart; ++waited) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void WebServer::stop()
{
    if (m_thread.joinable()) {
        m_server->stop();
        m_thread.join();
    }
}

} // namespace proconnect::sandbox

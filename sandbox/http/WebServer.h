// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <thread>

namespace httplib {
class Server;
}

namespace proconnect::sandbox {

/// One HTTP listener on 127.0.0.1 with its own thread, bounded requests and no trust in other origins.
class WebServer
{
public:
    /// A plain HTTP listener.
    WebServer();
    /// A listener made elsewhere, with TLS for example.
    explicit WebServer(std::unique_ptr<httplib::Server> server);
    ~WebServer();
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    /// Takes the port, or any free one for 0. Throws std::runtime_error when it is taken.
    void bind(int port);

    [[nodiscard]] int port() const { return m_port; }

    /// Answers from now on. Routes must be complete.
    void start();

    /// Ends the listener and waits for the running answers.
    void stop();

    [[nodiscard]] httplib::Server& server() { return *m_server; }

private:
    std::unique_ptr<httplib::Server> m_server;
    std::thread m_thread;
    int m_port = 0;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#pragma once

#include "service/outgoing/HttpClient.h"

#include <memory>

namespace proconnect::service {

/// HttpClient on libcurl. Any thread may call it; connections stay open for the next call.
class CurlHttpClient final : public HttpClient
{
public:
    CurlHttpClient();
    ~CurlHttpClient() override;
    CurlHttpClient(const CurlHttpClient&) = delete;
    CurlHttpClient& operator=(const CurlHttpClient&) = delete;

    [[nodiscard]] Outcome<HttpReply> send(const OutgoingRequest& request) override;

private:
    class HandlePool;
    std::unique_ptr<HandlePool> m_pool;
};

} // namespace proconnect::service

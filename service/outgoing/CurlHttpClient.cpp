// SPDX-License-Identifier: MIT
#include "service/outgoing/CurlHttpClient.h"

#include <QHostAddress>

#include <algorithm>
#include <curl/curl.h>
#include <mutex>
#include <utility>
#include <vector>

namespace proconnect::service {
namespace {

constexpr std::size_t largestHeaders = 64UL * 1024;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using HeaderList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Received
{
    HttpReply reply;
    std::size_t headerBytes = 0;
    qsizetype largestBody = 0;
    bool tooLarge = false;
};

std::size_t receiveBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* received = static_cast<Received*>(user);
    const std::size_t bytes = size * count;
    if (bytes > static_cast<std::size_t>(received->largestBody - received->reply.body.size())) {
        received->tooLarge = true;
        return 0;
    }
    received->reply.body.append(data, static_cast<qsizetype>(bytes));
    return bytes;
}

std::size_t receiveHeader(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* received = static_cast<Received*>(user);
    const std::size_t bytes = size * count;
    received->headerBytes += bytes;
    if (received->headerBytes > largestHeaders) {
        received->tooLarge = true;
        return 0;
    }
    const QByteArray line(data, static_cast<qsizetype>(bytes));
    if (line.startsWith("HTTP/")) {
        // The head of an interim answer (100 Continue) is followed by that of the real one.
        received->reply.headers.clear();
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        received->reply.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return bytes;
}

Failure failureOf(CURLcode code, bool tooLarge)
{
    const QString detail = QString::fromLatin1(curl_easy_strerror(code));
    if (tooLarge) {
        return {FailureCode::BadReply, QStringLiteral("reply larger than allowed"), {}};
    }
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {FailureCode::TimedOut, detail, {}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CONNECT_ERROR:
        return {FailureCode::CertificateInvalid, detail, {}};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_RECV_ERROR:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {FailureCode::BadReply, detail, {}};
    default:
        return {FailureCode::ServiceUnavailable, detail, {}};
    }
}

} // namespace

/// Idle handles; each keeps its connections.
class CurlHttpClient::HandlePool
{
public:
    [[nodiscard]] Handle take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty()) {
            return {curl_easy_init(), &curl_easy_cleanup};
        }
        Handle handle = std::move(m_idle.back());
        m_idle.pop_back();
        return handle;
    }

    void giveBack(Handle handle)
    {
        constexpr std::size_t mostIdle = 32;
        curl_easy_reset(handle.get());
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < mostIdle) {
            m_idle.push_back(std::move(handle));
        }
    }

private:
    std::mutex m_mutex;
    std::vector<Handle> m_idle;
};

CurlHttpClient::CurlHttpClient() : m_pool(std::make_unique<HandlePool>())
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

CurlHttpClient::~CurlHttpClient() = default;

Outcome<HttpReply> CurlHttpClient::send(const OutgoingRequest& request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != QLatin1String("https") && scheme != QLatin1String("http"))) {
        return Failure{FailureCode::ServiceUnavailable, QStringLiteral("address is not http or https"), {}};
    }
    Handle handle = m_pool->take();
    if (!handle) {
        return Failure{FailureCode::ServiceUnavailable, QStringLiteral("no more connections"), {}};
    }
    CURL* curl = handle.get();

    Received received;
    received.largestBody = std::max<qsizetype>(request.largestReply, 0);
    HeaderList headers(nullptr, &curl_slist_free_all);
    const auto addHeader = [&headers](const QByteArray& line) {
        if (!line.contains('\r') && !line.contains('\n')) {
            headers.reset(curl_slist_append(headers.release(), line.constData()));
        }
    };
    for (const auto& [name, value] : request.headers) {
        addHeader(value.isEmpty() ? name + ';' : name + ": " + value);
    }
    // Without this, libcurl waits for "100 Continue" before a body of more than a megabyte.
    addHeader("Expect:");

    const QByteArray url = request.url.toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS,
                     static_cast<long>(std::max<qint64>(request.deadline.count(), 1)));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::clamp<qint64>(request.deadline.count(), 1, 5000)));
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "proconnectd");
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &receiveBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &received);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &receiveHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &received);
    if (QHostAddress(request.url.host()).isLoopback()) {
        // A proxy set for the machine has another loopback than ours.
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
    }
    if (request.method == "HEAD") {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET" || !request.body.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.constData());
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.constData());
    }

    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    m_pool->giveBack(std::move(handle));
    if (code != CURLE_OK) {
        return failureOf(code, received.tooLarge);
    }
    received.reply.status = static_cast<int>(status);
    return std::move(received.reply);
}

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const auto& [known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

} // namespace proconnect::service

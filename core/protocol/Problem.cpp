// SPDX-License-Identifier: MIT
#include "core/protocol/Problem.h"

#include "core/jose/StrictJson.h"

namespace proconnect {
namespace {

constexpr JsonLimits problemLimits{16LL * 1024, 4};
constexpr qsizetype longestArgument = 300;

FailureCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return FailureCode::Unauthorized;
    case 403:
        return FailureCode::NotAllowed;
    case 404:
        return FailureCode::NotFound;
    case 409:
        return FailureCode::Conflict;
    case 426:
        return FailureCode::UpdateNeeded;
    case 429:
        return FailureCode::TooManyRequests;
    default:
        break;
    }
    if (status >= 500) {
        return FailureCode::ServiceUnavailable;
    }
    return status >= 400 ? FailureCode::InvalidRequest : FailureCode::BadReply;
}

} // namespace

Failure failureFromProblem(int status, const QByteArray& contentType, const QByteArray& body)
{
    const QString detail = QStringLiteral("HTTP status %1").arg(status);
    if (contentType.startsWith("application/problem+json")) {
        if (const auto problem = parseStrictJson(body, problemLimits)) {
            const QString id = problem.value().value(QLatin1String("code")).toString();
            if (const auto code = failureFromId(id)) {
                const QString argument = problem.value().value(QLatin1String("argument")).toString();
                return {*code, detail, argument.left(longestArgument)};
            }
        }
    }
    return {codeOfStatus(status), detail, {}};
}

} // namespace proconnect

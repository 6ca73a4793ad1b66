// SPDX-License-Identifier: MIT
#include "service/http/ProblemLanguage.h"

#include <QJsonDocument>

namespace proconnect::service {
namespace {

bool isProblem(const HttpResponse& response)
{
    return response.status >= 400 && !response.headers.isEmpty() &&
           response.headers.first().second == "application/problem+json";
}

} // namespace

ProblemLanguage preferredLanguage(const QByteArray& acceptLanguage)
{
    double french = 0;
    double english = 0;
    const QList<QByteArray> ranges = acceptLanguage.toLower().split(',');
    for (const QByteArray& range : ranges) {
        const QList<QByteArray> parts = range.split(';');
        const QByteArray tag = parts.first().trimmed();
        const QByteArray weight = parts.value(1).trimmed();
        bool isNumber = false;
        const double given = weight.mid(2).toDouble(&isNumber);
        const double quality = weight.isEmpty() ? 1 : weight.startsWith("q=") && isNumber ? given : 0;
        const QByteArray primary = tag.split('-').first();
        double* const best = primary == "fr" ? &french : primary == "en" ? &english : nullptr;
        if (best != nullptr) {
            *best = qMax(*best, quality);
        }
    }
    return english > french ? ProblemLanguage::English : ProblemLanguage::French;
}

HttpResponse inPreferredLanguage(HttpResponse response, const HttpRequest& request)
{
    if (!isProblem(response)) {
        return response;
    }
    const ProblemLanguage language = preferredLanguage(request.header("accept-language"));
    const bool english = language == ProblemLanguage::English;
    if (english) {
        QJsonObject content = QJsonDocument::fromJson(response.body).object();
        if (const auto code = failureFromId(content.value(QStringLiteral("code")).toString())) {
            content.insert(QStringLiteral("detail"), problemDetail(*code, language));
            response.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
        }
    }
    response.headers.emplaceBack("Content-Language", english ? "en" : "fr");
    return response;
}

} // namespace proconnect::service

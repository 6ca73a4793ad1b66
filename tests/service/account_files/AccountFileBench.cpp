// SPDX-License-Identifier: MIT
#include "tests/service/account_files/AccountFileBench.h"

namespace proconnect::service {

ServiceConfig AccountFileBench::configuration(const QHash<QString, QString>& more)
{
    ServiceConfig config = DeskBench::configuration();
    QHash<QString, QString>& section = config.portals[0].values;
    section.remove(QStringLiteral("scim_url"));
    section.insert(QStringLiteral("method"), QStringLiteral("file"));
    section.insert(more);
    return config;
}

HttpResponse AccountFileBench::handIn(const QByteArray& file, const Parameters& more, const QString& subject,
                                      const QString& onPortal)
{
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/companies/000058263/account-files/") + onPortal;
    for (const auto& [name, value] : more) {
        request.query.addQueryItem(name, value);
    }
    if (!request.query.hasQueryItem(QStringLiteral("asOf"))) {
        request.query.addQueryItem(QStringLiteral("asOf"), iso(bench.clock.now().addSecs(-60)));
    }
    const QString who = subject.isEmpty() ? claire.person.subject : subject;
    request.headers = {{"test-subject", who.toUtf8()}, {"content-type", "text/csv; charset=utf-8"}};
    request.body = file;
    return router.dispatch(request);
}

} // namespace proconnect::service

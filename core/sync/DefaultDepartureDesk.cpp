// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDepartureDesk.h"

namespace proconnect {
namespace {

constexpr qsizetype largestPaper = 8LL * 1024 * 1024;
/// Papers are drawn when they are asked for.
constexpr std::chrono::milliseconds paperDeadline{30'000};

bool isPaper(const HttpAnswer& answer, DepartureDesk::Form form)
{
    if (form == DepartureDesk::Form::Pdf) {
        return answer.contentType.startsWith("application/pdf") && answer.body.startsWith("%PDF-");
    }
    return answer.contentType.startsWith("application/json") &&
           parseStrictJson(answer.body, {answer.body.size(), 16}).ok();
}

} // namespace

void DefaultDepartureDesk::tellReason(const QString& siren, const QString& departure, LeavingReason reason,
                                      QObject* context, std::function<void(Outcome<Done>)> done)
{
    const QString path = QStringLiteral("/v1/companies/%1/departures/%2/reason").arg(siren, departure);
    m_api.send(jsonCall("PUT", path, toJson(DepartureReason{reason})), context,
               [done = std::move(done)](const Outcome<HttpAnswer>& answer) {
                   done(answer ? Outcome<Done>(Done{}) : Outcome<Done>(answer.failure()));
               });
}

void DefaultDepartureDesk::receipt(const QString& siren, const QString& departure, Form form,
                                   QObject* context, std::function<void(Outcome<QByteArray>)> done)
{
    HttpCall call;
    call.path = QStringLiteral("/v1/companies/%1/departures/%2/receipt").arg(siren, departure);
    fetch(call, form, context, std::move(done));
}

void DefaultDepartureDesk::closureLetter(const QString& siren, const QString& account, QObject* context,
                                         std::function<void(Outcome<QByteArray>)> done)
{
    HttpCall call;
    call.path = QStringLiteral("/v1/companies/%1/closure-letter").arg(siren);
    call.query.addQueryItem(QStringLiteral("account"), QString::fromLatin1(QUrl::toPercentEncoding(account)));
    fetch(call, Form::Pdf, context, std::move(done));
}

void DefaultDepartureDesk::fetch(HttpCall call, Form form, QObject* context,
                                 std::function<void(Outcome<QByteArray>)> done)
{
    call.accept = form == Form::Pdf ? "application/pdf" : "application/json";
    call.largestReply = largestPaper;
    call.deadline = paperDeadline;
    m_api.send(call, context, [form, done = std::move(done)](const Outcome<HttpAnswer>& answer) {
        if (!answer) {
            done(answer.failure());
        } else if (!isPaper(answer.value(), form)) {
            done(Failure{FailureCode::BadReply, QStringLiteral("not the paper that was asked for"), {}});
        } else {
            done(answer.value().body);
        }
    });
}

} // namespace proconnect

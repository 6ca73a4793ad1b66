// SPDX-License-Identifier: MIT
#include "core/net/HttpExchange.h"

#include "core/net/ClockCheck.h"
#include "core/protocol/Problem.h"

#include <QLocale>
#include <QSslError>
#include <QTimer>

#include <algorithm>

namespace proconnect {
namespace {

Failure networkFailure(QNetworkReply::NetworkError error)
{
    const QString detail = QStringLiteral("network error %1").arg(error);
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return {FailureCode::CertificateInvalid, detail, {}};
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return {FailureCode::Offline, detail, {}};
    case QNetworkReply::TimeoutError:
        return {FailureCode::TimedOut, detail, {}};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError:
        return {FailureCode::BadReply, detail, {}};
    default:
        return {FailureCode::ServiceUnavailable, detail, {}};
    }
}

/// RFC 9110, section 5.6.7, in the only form that may be sent today.
QDateTime httpDate(const QByteArray& text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply* reply, const HttpCall& call, const Clock& clock,
                           Answer<Outcome<HttpAnswer>> answer)
    : QObject(reply), m_reply(reply), m_largest(call.largestReply),
      m_mayBeUnchanged(!call.ifNoneMatch.isEmpty()),
      m_mayBeDelta(m_mayBeUnchanged && !call.acceptedDelta.isEmpty()), m_clock(clock),
      m_answer(std::move(answer))
{
    // A server that sends faster than we read must not fill the memory first.
    reply->setReadBufferSize(256LL * 1024);
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::take);
    connect(reply, &QNetworkReply::finished, this, [this] {
        take();
        end(outcome());
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_notYetValid = std::any_of(errors.begin(), errors.end(), [](const QSslError& error) {
            return error.error() == QSslError::CertificateNotYetValid;
        });
    });
    QTimer::singleShot(call.deadline, this, [this] {
        end(Failure{FailureCode::TimedOut, QStringLiteral("no answer in time"), {}});
    });
}

void HttpExchange::take()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_largest) {
        end(Failure{FailureCode::BadReply, QStringLiteral("answer too large"), {}});
    }
}

void HttpExchange::end(Outcome<HttpAnswer> outcome)
{
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_answer(std::move(outcome));
}

Outcome<HttpAnswer> HttpExchange::outcome() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        // Nobody serves a certificate from the future; a computer that lost its time lives in the past.
        const auto failure = networkFailure(m_reply->error());
        return failure.code == FailureCode::CertificateInvalid && m_notYetValid ? clockWrong(m_clock.now())
                                                                                : failure;
    }
    if (status == imUsed && !m_mayBeDelta) {
        return Failure{FailureCode::BadReply, QStringLiteral("a delta that nobody asked for"), {}};
    }
    const bool success = status >= 200 && status < 300;
    if (!success && !(status == 304 && m_mayBeUnchanged)) {
        return refusal(status);
    }
    if (m_reply->error() != QNetworkReply::NoError) {
        return networkFailure(m_reply->error()); // the connection broke within the body
    }
    return HttpAnswer{status, m_reply->rawHeader("Content-Type"), m_reply->rawHeader("ETag"), m_body,
                      httpDate(m_reply->rawHeader("Date"))};
}

Failure HttpExchange::refusal(int status) const
{
    if (status >= 300 && status < 400) {
        return {FailureCode::BadReply, QStringLiteral("redirect refused"), {}};
    }
    return withClockChecked(failureFromProblem(status, m_reply->rawHeader("Content-Type"), m_body));
}

/// Proofs carry our time, so a wrong clock looks like a refused proof; the Date header tells the two apart.
Failure HttpExchange::withClockChecked(Failure failure) const
{
    const bool differ = clockFailure(httpDate(m_reply->rawHeader("Date")), m_clock.now()).has_value();
    if (failure.code == FailureCode::ClockWrong || (failure.code == FailureCode::Unauthorized && differ)) {
        return clockWrong(m_clock.now());
    }
    return failure;
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/Answer.h"
#include "core/net/HttpChannel.h"

#include <QNetworkReply>
#include <QObject>

namespace proconnect {

/// Follows one reply to its end within its limits, answers once, and goes with the reply.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    HttpExchange(QNetworkReply* reply, const HttpCall& call, const Clock& clock,
                 Answer<Outcome<HttpAnswer>> answer);

private:
    void take();
    void end(Outcome<HttpAnswer> outcome);
    [[nodiscard]] Outcome<HttpAnswer> outcome() const;
    [[nodiscard]] Failure refusal(int status) const;
    [[nodiscard]] Failure withClockChecked(Failure failure) const;

    QNetworkReply* m_reply;
    qsizetype m_largest;
    bool m_mayBeUnchanged;
    bool m_mayBeDelta;
    const Clock& m_clock;
    Answer<Outcome<HttpAnswer>> m_answer;
    QByteArray m_body;
    bool m_notYetValid = false; ///< the service's certificate, by this computer's clock
};

} // namespace proconnect

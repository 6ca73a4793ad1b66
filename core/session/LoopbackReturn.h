// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QObject>
#include <QTcpServer>
#include <QUrlQuery>

class QTcpSocket;

namespace proconnect {

/// Waits on 127.0.0.1 for the browser's return after a sign-in (RFC 8252, section 7.3). It answers GET /r
/// with the right transaction, once, and then closes; anything else gets 404 and changes nothing.
class LoopbackReturn : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The port it listens on; 0 when it cannot.
    [[nodiscard]] int listen();
    /// The one transaction whose return counts; before it is set, none does.
    void expect(const QString& transaction) { m_transaction = transaction; }

Q_SIGNALS:
    void returned(const QUrlQuery& query);

private:
    void accept(QTcpSocket* socket);
    void read(QTcpSocket* socket);
    [[nodiscard]] bool isReturn(const QByteArray& head, QUrlQuery& query) const;

    QTcpServer m_server;
    QString m_transaction;
    int m_open = 0;
};

} // namespace proconnect

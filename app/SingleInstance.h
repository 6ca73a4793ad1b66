// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

class QLocalSocket;

namespace proconnect::app {

/// One window per data directory: a second start asks the first to come forward and ends. A first start that
/// does not answer in time is taken for dead, and the second goes on.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString& instance, QObject* parent = nullptr);

    /// True when another start answered and has come forward, with `link` (one line, may be empty): this one
    /// has to end.
    [[nodiscard]] bool handOver(const QString& link) const;
    /// From now on this is the start that others find.
    void listen();

Q_SIGNALS:
    /// `link` is what another program of this user sent: to be judged anew.
    void raiseRequested(const QString& link);

private:
    void read(QLocalSocket* socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace proconnect::app

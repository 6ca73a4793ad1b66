// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace proconnect::app {

/// One window per data directory: a second start asks the first to come forward and ends. A first start that
/// does not answer in time is taken for dead, and the second goes on.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString& instance, QObject* parent = nullptr);

    /// True when another start answered and has come forward: this one has to end.
    [[nodiscard]] bool handOver() const;
    /// From now on this is the start that others find.
    void listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace proconnect::app

// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>

namespace proconnect::service {

/// What a company is told about its requests by e-mail.
enum class NoticeTopic {
    NewRequests, ///< N01
    Decisions,   ///< N04
};

/// What companies are to be told, by request: at most one message a day, in Paris, on each topic (DESIGN.md
/// section 9). The first of a day goes at once, all that follows the next morning at eight.
class NoticeQueue
{
public:
    /// The most that one look for what is due gives.
    static constexpr int batch = 100;

    struct Due
    {
        QString siren;
        NoticeTopic topic = NoticeTopic::NewRequests;
    };

    /// Notes that the company is to be told of the request; noted twice, it is told once.
    [[nodiscard]] static Outcome<Done> add(QSqlDatabase& connection, const QString& siren, NoticeTopic topic,
                                           const QString& reference, const QDateTime& now);
    /// At most a batch.
    [[nodiscard]] static Outcome<QList<Due>> due(QSqlDatabase& connection, const QDateTime& now);
    /// Takes everything that the company is to be told on the topic: references, in their order. Nothing when
    /// it was told something today; that is then due in the morning.
    [[nodiscard]] static Outcome<QStringList> take(QSqlDatabase& connection, const Due& due,
                                                   const QDateTime& now);
    /// The company was told something on the topic.
    [[nodiscard]] static Outcome<Done> told(QSqlDatabase& connection, const Due& due, const QDateTime& now);
};

} // namespace proconnect::service

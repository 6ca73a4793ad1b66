// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <mutex>

namespace proconnect::service {

/// The service's log: one JSON object a line, with "at", "level", "event" and the fields given. Every line
/// goes through redacted(); callers still give no personal data. From any thread.
class Log
{
public:
    enum class Level { Debug, Info, Warning, Error };
    using Sink = std::function<void(const QByteArray& line)>;
    using Observer = std::function<void(Level level, const char* event, const QJsonObject& fields)>;

    /// `sink` gets whole lines, one at a time, with their line feed. `observer` is told of every event, also
    /// of those that `least` leaves out, as the caller gave it and from the caller's thread.
    Log(Level least, const Clock& clock, Sink sink, Observer observer = {});
    /// To the standard error output, where systemd and containers collect it.
    [[nodiscard]] static Sink standardError();

    void debug(const char* event, const QJsonObject& fields = {}) const
    {
        write(Level::Debug, event, fields);
    }
    void info(const char* event, const QJsonObject& fields = {}) const { write(Level::Info, event, fields); }
    void warning(const char* event, const QJsonObject& fields = {}) const
    {
        write(Level::Warning, event, fields);
    }
    void error(const char* event, const QJsonObject& fields = {}) const
    {
        write(Level::Error, event, fields);
    }
    void write(Level level, const char* event, const QJsonObject& fields) const;

    /// Code and detail of `failure`, as fields of a line.
    [[nodiscard]] static QJsonObject fields(const Failure& failure);
    /// "debug", "info", "warning" or "error".
    [[nodiscard]] static const char* nameOf(Level level);

private:
    Level m_least;
    const Clock& m_clock;
    Sink m_sink;
    Observer m_observer;
    mutable std::mutex m_mutex;
};

} // namespace proconnect::service

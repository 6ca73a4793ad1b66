// SPDX-License-Identifier: MIT
#include "service/log/Log.h"

#include "core/log/Redaction.h"

#include <QJsonDocument>

#include <array>
#include <cstdio>
#include <utility>

namespace proconnect::service {

Log::Log(Level least, const Clock& clock, Sink sink, Observer observer)
    : m_least(least), m_clock(clock), m_sink(std::move(sink)), m_observer(std::move(observer))
{}

Log::Sink Log::standardError()
{
    return [](const QByteArray& line) {
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    };
}

void Log::write(Level level, const char* event, const QJsonObject& fields) const
{
    if (m_observer) {
        m_observer(level, event, fields);
    }
    if (level < m_least) {
        return;
    }
    QJsonObject line = redacted(fields);
    line.insert(QStringLiteral("at"), m_clock.now().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), QLatin1String(nameOf(level)));
    line.insert(QStringLiteral("event"), QLatin1String(event));
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    m_sink(text);
}

const char* Log::nameOf(Level level)
{
    static constexpr std::array names{"debug", "info", "warning", "error"};
    return names[static_cast<std::size_t>(level)];
}

QJsonObject Log::fields(const Failure& failure)
{
    return {{QStringLiteral("failure"), QLatin1String(failureInfo(failure.code).id)},
            {QStringLiteral("detail"), failure.detail}};
}

} // namespace proconnect::service

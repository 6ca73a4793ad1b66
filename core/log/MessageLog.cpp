// SPDX-License-Identifier: MIT
#include "core/log/MessageLog.h"

#include "core/log/Redaction.h"

#include <QString>

#include <cstdio>

namespace proconnect {
namespace {

constexpr qsizetype longestLine = 2000;

const char* levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

void writeMessage(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    const QByteArray line = logLine(type, context.category, text) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace

QByteArray logLine(QtMsgType type, const char* category, const QString& text)
{
    QString clean = redacted(text.left(longestLine));
    clean.replace(u'\n', u' ').replace(u'\r', u' ');
    return QByteArray(levelName(type)) + ' ' + (category ? category : "default") + ": " + clean.toUtf8();
}

void installMessageLog()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace proconnect

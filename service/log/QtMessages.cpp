// SPDX-License-Identifier: MIT
#include "service/log/QtMessages.h"

#include <atomic>

namespace proconnect::service {
namespace {

// Qt calls a plain function: what it writes to has to be found from there.
std::atomic<const Log*> target{nullptr};

void report(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (const Log* log = target.load()) {
        const bool grave = type == QtCriticalMsg || type == QtFatalMsg;
        const bool minor = type == QtDebugMsg || type == QtInfoMsg;
        log->write(grave   ? Log::Level::Error
                   : minor ? Log::Level::Debug
                           : Log::Level::Warning,
                   "qt", {{QStringLiteral("message"), message}});
    }
}

} // namespace

QtMessages::QtMessages(const Log& log)
{
    target = &log;
    qInstallMessageHandler(&report);
}

QtMessages::~QtMessages()
{
    qInstallMessageHandler(nullptr);
    target = nullptr;
}

} // namespace proconnect::service

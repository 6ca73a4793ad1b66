// SPDX-License-Identifier: MIT
#include "service/BounceNote.h"
#include "service/CommandLine.h"
#include "service/EvidenceAudit.h"
#include "service/KeyRotation.h"
#include "service/PortalCommands.h"
#include "service/ReceiptVerification.h"
#include "service/Service.h"
#include "service/certify/CertifyStream.h"
#include "service/log/QtMessages.h"
#include "service/metrics/EventMetrics.h"
#include "service/metrics/Metrics.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

namespace {

using namespace proconnect;
using namespace proconnect::service;

/// Every thread started later inherits this, so that only waitForStop() sees the signals.
sigset_t blockStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

/// A shell grants fewer open files than the server holds connections, yet lets a program ask for more.
void raiseOpenFiles()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &files);
    }
}

/// By default there are eight heaps for each processor, and what one thread frees in another's heap is
/// seldom used again: memory grew for hours.
void shareHeaps()
{
#ifdef M_ARENA_MAX
    (void)mallopt(M_ARENA_MAX, static_cast<int>(std::max(2U, std::thread::hardware_concurrency())));
#endif
}

void print(FILE* stream, const QByteArray& text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
}

/// What lies beyond says nothing of a bounce: it is the message that came back.
QByteArray readReport()
{
    constexpr qint64 longest = 1024LL * 1024;
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? input.read(longest) : QByteArray();
}

Log::Level levelOf(const QString& name)
{
    if (name == QLatin1String("debug")) {
        return Log::Level::Debug;
    }
    if (name == QLatin1String("warning")) {
        return Log::Level::Warning;
    }
    return name == QLatin1String("error") ? Log::Level::Error : Log::Level::Info;
}

int run(const ServiceConfig& config, const sigset_t& stopSignals)
{
    const SystemClock clock(config.clockOffset);
    Metrics metrics;
    EventMetrics events(metrics);
    const Log log(levelOf(config.logLevel), clock, Log::standardError(),
                  [&events](Log::Level level, const char* event, const QJsonObject& fields) {
                      events.note(level, event, fields);
                  });
    const QtMessages qtMessages(log);
    Service service(config, clock, log, metrics);
    const auto address = service.start();
    if (!address) {
        log.error("service.start", Log::fields(address.failure()));
        return 1;
    }
    QJsonObject addresses{{QStringLiteral("listening"), address.value().toString()}};
    if (const QUrl told = service.metricsAddress(); !told.isEmpty()) {
        addresses.insert(QStringLiteral("metrics"), told.toString());
    }
    print(stdout, QJsonDocument(addresses).toJson(QJsonDocument::Compact) + '\n');
    int signal = 0;
    sigwait(&stopSignals, &signal);
    service.stop();
    log.info("service.stopped");
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    const sigset_t stopSignals = blockStopSignals();
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow fails one write, which the database undoes; it is no reason to end.
    std::signal(SIGXFSZ, SIG_IGN);
    shareHeaps();
    raiseOpenFiles();
    ::umask(S_IRWXG | S_IRWXO);
    const QCoreApplication application(argc, argv);

    const auto commandLine =
        readCommandLine(QCoreApplication::arguments().mid(1), QProcessEnvironment::systemEnvironment());
    if (const auto* answer = std::get_if<CommandLineAnswer>(&commandLine)) {
        print(answer->status == 0 ? stdout : stderr, answer->text.toUtf8());
        return answer->status;
    }
    const auto& accepted = std::get<CommandLine>(commandLine);
    switch (accepted.task) {
    case CommandLine::Task::CheckConfiguration:
        return 0;
    case CommandLine::Task::VerifyEvidence: {
        const CommandLineAnswer answer = verifyEvidence(accepted.config);
        print(answer.status == 0 ? stdout : stderr, answer.text.toUtf8());
        return answer.status;
    }
    case CommandLine::Task::RotateKey: {
        const CommandLineAnswer answer = rotateKey(accepted.config);
        print(answer.status == 0 ? stdout : stderr, answer.text.toUtf8());
        return answer.status;
    }
    case CommandLine::Task::NoteBounce: {
        const CommandLineAnswer answer = noteBounce(accepted.config, readReport(), SystemClock());
        print(answer.status == 0 ? stdout : stderr, answer.text.toUtf8());
        return answer.status;
    }
    case CommandLine::Task::ChangePortals: {
        const PortalCommands commands(accepted.configFile, accepted.keysFile);
        const CommandLineAnswer answer = commands.run(accepted.words);
        print(answer.status == 0 ? stdout : stderr, answer.text.toUtf8());
        return answer.status;
    }
    case CommandLine::Task::VerifyReceipt: {
        const CommandLineAnswer answer = verifyReceipt(accepted.words.last(), accepted.keysFile);
        print(answer.status == 0 ? stdout : stderr, answer.text.toUtf8());
        return answer.status;
    }
    case CommandLine::Task::Certify:
        pthread_sigmask(SIG_UNBLOCK, &stopSignals, nullptr);
        return certifyStream(stdin, stdout, SystemClock().now().date()) ? 0 : 1;
    case CommandLine::Task::Serve:
        break;
    }
    return run(accepted.config, stopSignals);
}

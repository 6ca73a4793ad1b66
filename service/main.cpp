// SPDX-License-Identifier: MIT
#include "service/CommandLine.h"
#include "service/EvidenceAudit.h"
#include "service/KeyRotation.h"
#include "service/PortalCommands.h"
#include "service/Service.h"
#include "service/certify/CertifyStream.h"
#include "service/log/QtMessages.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>

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

void print(FILE* stream, const QByteArray& text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stream);
    std::fflush(stream);
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
    const Log log(levelOf(config.logLevel), clock, Log::standardError());
    const QtMessages qtMessages(log);
    Service service(config, clock, log);
    const auto address = service.start();
    if (!address) {
        log.error("service.start", Log::fields(address.failure()));
        return 1;
    }
    print(stdout, QJsonDocument(QJsonObject{{QStringLiteral("listening"), address.value().toString()}})
                          .toJson(QJsonDocument::Compact) +
                      '\n');
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
    case CommandLine::Task::ChangePortals: {
        const PortalCommands commands(accepted.configFile, accepted.keysFile);
        const CommandLineAnswer answer = commands.run(accepted.words);
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

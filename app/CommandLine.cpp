// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include "app/AppLink.h"
#include "core/diagnostics/Diagnosis.h"
#include "core/net/ServiceAddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

#include <unistd.h>

namespace proconnect::app {
namespace {

constexpr auto demonstrationService = "http://127.0.0.1:8800";
constexpr qint64 largestOffset = 20LL * 366 * 86'400;

CommandLine answer(const QString& text, int status)
{
    CommandLine result;
    result.answer = CommandLine::Answer{text, status};
    return result;
}

CommandLine refusal(const QString& why)
{
    return answer(QStringLiteral("proconnect: ") + why + u'\n', 2);
}

/// Files and secrets of two services, or of two directories, never meet.
QString instanceOf(const Options& options)
{
    const QString text = options.service.toString() + u'\n' + QDir(options.dataDirectory).absolutePath();
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(8).toHex());
}

QString defaultDirectory(const Options& options)
{
    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return options.demonstration ? home + QStringLiteral("/demonstration-%1").arg(options.service.port(443))
                                 : home;
}

} // namespace

CommandLine parseCommandLine(int& argc, char** argv)
{
    // Ends before the application with its window begins.
    const QCoreApplication core(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Decide who acts for your company on public-service portals."));
    // Not addHelpOption(): its --help-all promises options of Qt, which are not read here.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Print the options, and exit."));
    parser.addOption(help);
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption demonstration(
        QStringLiteral("demonstration"), QStringLiteral("Invented data and people, on this computer only."));
    const QCommandLineOption service(QStringLiteral("service"), QStringLiteral("Address of the service."),
                                     QStringLiteral("URL"), qEnvironmentVariable("PROCONNECT_SERVICE"));
    const QCommandLineOption directory(QStringLiteral("data-dir"),
                                       QStringLiteral("Where the encrypted copy is kept."),
                                       QStringLiteral("DIRECTORY"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("fr (default) or en."),
                                      QStringLiteral("LANGUAGE"));
    const QCommandLineOption offset(
        QStringLiteral("clock-offset"), QStringLiteral("Moves the clock; in the demonstration only."),
        QStringLiteral("SECONDS"), qEnvironmentVariable("PROCONNECT_CLOCK_OFFSET", QStringLiteral("0")));
    const QCommandLineOption diagnose(QStringLiteral("diagnose"),
                                      QStringLiteral("Print what support asks for, and exit."));
    parser.addOptions({demonstration, service, directory, language, offset, diagnose});
    parser.addPositionalArgument(QStringLiteral("url"),
                                 QStringLiteral("proconnect: address, opens the page it names."),
                                 QStringLiteral("[URL]"));
    if (!parser.parse(QCoreApplication::arguments())) {
        return refusal(parser.errorText());
    }
    if (parser.isSet(help)) {
        return answer(parser.helpText(), 0);
    }
    if (parser.isSet(version)) {
        return answer(QStringLiteral("proconnect %1\n").arg(QCoreApplication::applicationVersion()), 0);
    }
    CommandLine result;
    Options& options = result.options;
    options.demonstration = parser.isSet(demonstration);
    if (geteuid() == 0 && !options.demonstration) {
        return refusal(QStringLiteral("does not run as root. Start it as the person who uses it."));
    }
    const QString fallback =
        options.demonstration ? QLatin1String(demonstrationService) : QStringLiteral(PROCONNECT_SERVICE_URL);
    const QString address = parser.value(service);
    const auto url = parseServiceAddress(address.isEmpty() ? fallback : address, options.demonstration);
    if (!url) {
        return refusal(url.failure().detail);
    }
    options.service = url.value();
    options.language = parser.value(language);
    if (!options.language.isEmpty() && options.language != QLatin1String("fr") &&
        options.language != QLatin1String("en")) {
        return refusal(QStringLiteral("--language is fr or en"));
    }
    bool number = false;
    const qint64 seconds = parser.value(offset).toLongLong(&number);
    if (!number || seconds > largestOffset || seconds < -largestOffset) {
        return refusal(QStringLiteral("--clock-offset is a number of seconds"));
    }
    options.clockOffset = options.demonstration ? seconds : 0;
    options.dataDirectory = parser.isSet(directory) ? parser.value(directory) : defaultDirectory(options);
    options.instance = instanceOf(options);
    // Whoever can make this person click can write the address: what is not understood is passed over.
    if (const QString link = parser.positionalArguments().value(0); parseAppLink(link)) {
        options.link = link;
    }
    if (parser.isSet(diagnose)) {
        return answer(diagnosis(options.service, options.dataDirectory), 0);
    }
    return result;
}

} // namespace proconnect::app

// SPDX-License-Identifier: MIT
#include "sandbox/Options.h"

#include <QCommandLineParser>
#include <QUrl>

#include <cstdio>

namespace proconnect::sandbox {

namespace {

/// The option's value, otherwise the environment's, otherwise the default.
QString chosen(const QCommandLineParser& parser, const QString& option, const char* variable,
               const QString& standard)
{
    if (parser.isSet(option)) {
        return parser.value(option);
    }
    return qEnvironmentVariable(variable, standard);
}

bool readPort(const QCommandLineParser& parser, const QString& option, int& port)
{
    if (!parser.isSet(option)) {
        return true;
    }
    bool readable = false;
    port = parser.value(option).toInt(&readable);
    return readable && port >= 0 && port <= 65535;
}

bool readServiceUrl(const QString& text, std::string& url)
{
    const QUrl read(text, QUrl::StrictMode);
    if (!read.isValid() || read.host().isEmpty() || !read.scheme().startsWith(QLatin1String("http"))) {
        return false;
    }
    url = read.toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded).toStdString();
    return true;
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const QStringList& names, const QString& meaning, const QString& value) {
        parser.addOption(QCommandLineOption(names, meaning, value));
    };
    add({QStringLiteral("fc-port"), QStringLiteral("franceconnect-port")},
        QStringLiteral("Port of FranceConnect (8810; 0: any free one)."), QStringLiteral("port"));
    add({QStringLiteral("fcp-port"), QStringLiteral("franceconnect-plus-port")},
        QStringLiteral("Port of FranceConnect+ (8814)."), QStringLiteral("port"));
    add({QStringLiteral("world-port")},
        QStringLiteral("Port of registries, portals, mailbox, control (8811)."), QStringLiteral("port"));
    add({QStringLiteral("mail-port")}, QStringLiteral("Port of the mail server (8812)."),
        QStringLiteral("port"));
    add({QStringLiteral("certificate-port")},
        QStringLiteral("Port of the page whose certificate nobody trusts (8813)."), QStringLiteral("port"));
    add({QStringLiteral("service-url")},
        QStringLiteral("Where ProConnect answers (http://127.0.0.1:8800; PROCONNECT_SANDBOX_SERVICE_URL)."),
        QStringLiteral("url"));
    add({QStringLiteral("clock-offset")},
        QStringLiteral("Seconds added to the computer's clock (0; PROCONNECT_CLOCK_OFFSET)."),
        QStringLiteral("seconds"));
    add({QStringLiteral("fc-client-id")},
        QStringLiteral(
            "The service's name at FranceConnect (proconnect-demo; PROCONNECT_SANDBOX_FC_CLIENT_ID)."),
        QStringLiteral("id"));
    add({QStringLiteral("fc-client-secret")},
        QStringLiteral("Its secret (demo-secret-franceconnect; PROCONNECT_SANDBOX_FC_CLIENT_SECRET)."),
        QStringLiteral("secret"));
    add({QStringLiteral("fc-redirect-uri")},
        QStringLiteral("Its callback ({service-url}/sign-in/callback; PROCONNECT_SANDBOX_FC_REDIRECT_URI)."),
        QStringLiteral("url"));
    add({QStringLiteral("state")}, QStringLiteral("Keep what happens in this file, and go on from it."),
        QStringLiteral("file"));
    add({QStringLiteral("data")},
        QStringLiteral("Demonstration data (default: the copy inside the program)."), QStringLiteral("file"));
}

int wrong(const char* what)
{
    std::fprintf(stderr, "proconnect-sandbox: %s\n", what);
    return 2;
}

} // namespace

std::optional<Options> Options::read(const QStringList& arguments, int& exitCode)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "The world around ProConnect, in small, on 127.0.0.1 only: FranceConnect, the registries, "
        "seven portals, a mailbox. Prints its addresses as one line of JSON when it is ready."));
    // Not addHelpOption(): its --help-all promises options of Qt, which are not read here.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Print the options, and end."));
    parser.addOption(help);
    addOptions(parser);
    exitCode = 2;
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        exitCode =
            wrong(parser.errorText().isEmpty() ? "unexpected argument" : qUtf8Printable(parser.errorText()));
        return std::nullopt;
    }
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        exitCode = 0;
        return std::nullopt;
    }
    Options options;
    if (!readPort(parser, QStringLiteral("fc-port"), options.franceConnectPort) ||
        !readPort(parser, QStringLiteral("fcp-port"), options.franceConnectPlusPort) ||
        !readPort(parser, QStringLiteral("world-port"), options.worldPort) ||
        !readPort(parser, QStringLiteral("mail-port"), options.mailPort) ||
        !readPort(parser, QStringLiteral("certificate-port"), options.certificatePort)) {
        exitCode = wrong("a port is a number from 0 to 65535");
        return std::nullopt;
    }
    if (!readServiceUrl(chosen(parser, QStringLiteral("service-url"), "PROCONNECT_SANDBOX_SERVICE_URL",
                               QString::fromStdString(options.serviceUrl)),
                        options.serviceUrl)) {
        exitCode = wrong("--service-url is no http address");
        return std::nullopt;
    }
    bool readable = false;
    options.clockOffset =
        chosen(parser, QStringLiteral("clock-offset"), "PROCONNECT_CLOCK_OFFSET", QStringLiteral("0"))
            .toLongLong(&readable);
    if (!readable) {
        exitCode = wrong("--clock-offset is a number of seconds");
        return std::nullopt;
    }
    const auto text = [&parser](const char* option, const char* variable, const std::string& standard) {
        return chosen(parser, QString::fromLatin1(option), variable, QString::fromStdString(standard))
            .toStdString();
    };
    options.clientId = text("fc-client-id", "PROCONNECT_SANDBOX_FC_CLIENT_ID", options.clientId);
    options.clientSecret =
        text("fc-client-secret", "PROCONNECT_SANDBOX_FC_CLIENT_SECRET", options.clientSecret);
    options.redirectUri = text("fc-redirect-uri", "PROCONNECT_SANDBOX_FC_REDIRECT_URI", {});
    options.stateFile = parser.value(QStringLiteral("state")).toStdString();
    options.dataFile = parser.value(QStringLiteral("data")).toStdString();
    exitCode = 0;
    return options;
}

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#include "service/CommandLine.h"

#include "core/certification/CommuneHistory.h"
#include "core/certification/CountryCodes.h"
#include "service/portals/PortalDirectory.h"

#include <QCommandLineParser>
#include <QFile>

namespace proconnect::service {
namespace {

constexpr int usageError = 2;
constexpr qint64 largestFile = 1024LL * 1024;

struct Options
{
    QCommandLineOption config{QStringLiteral("config"), QStringLiteral("Read the configuration from FILE."),
                              QStringLiteral("FILE")};
    QCommandLineOption check{QStringLiteral("check-config"),
                             QStringLiteral("Check the configuration and exit.")};
    QCommandLineOption clockOffset{QStringLiteral("clock-offset"),
                                   QStringLiteral("Move the clock by SECONDS (demonstration only)."),
                                   QStringLiteral("SECONDS")};
    QCommandLineOption clientKeys{QStringLiteral("client-keys"),
                                  QStringLiteral("Public keys of the client (JWK set), instead of a secret."),
                                  QStringLiteral("FILE")};
    QCommandLineOption keys{QStringLiteral("keys"),
                            QStringLiteral("Public keys that seal receipts (JWK set), for receipt verify."),
                            QStringLiteral("FILE")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                            QStringLiteral("Show this text and exit.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               QStringLiteral("Show the version and exit.")};
};

CommandLineAnswer misuse(const QString& text)
{
    return {QStringLiteral("proconnectd: %1\n").arg(text), usageError};
}

QString helpText(const QCommandLineParser& parser)
{
    return parser.helpText() +
           QStringLiteral(
               "\nCommands:\n"
               "  audit verify    Check every chain of evidence and exit: 0 when all are whole, 1 when one "
               "is not.\n"
               "  key rotate      Put a new key that signs into the keys file and exit; restart every "
               "instance "
               "then.\n"
               "  mail bounced    Read a mail server's report about a message of ours on the standard input, "
               "note it\n"
               "                  and exit: 0 when it is done with, 75 when it shall be handed on again.\n"
               "  portal add ID NAME, client add ID\n"
               "                  Declare a portal in the configuration file, or give it new credentials, "
               "and\n"
               "                  print them once. For the next start.\n"
               "  receipt verify FILE --keys KEYS\n"
               "                  Check a downloaded receipt with public keys alone and exit: 0 when it is "
               "genuine, 1\n"
               "                  when it is not. No configuration.\n"
               "  certify         Read lines {\"id\", \"pivot\", \"registry\": \"insee|rne|rcs\", "
               "\"record\"} on the\n"
               "                  standard input, write lines {\"id\", \"verdict\", \"reasons\"}. No "
               "configuration.\n"
               "\nThe configuration file has sections of keys; each key can also be set by the variable\n"
               "PROCONNECT_SECTION_KEY, which goes before the file. Presets stand in brackets.\n\n") +
           ServiceConfig::describeKeys();
}

} // namespace

std::variant<CommandLine, CommandLineAnswer> readCommandLine(const QStringList& arguments,
                                                             const QProcessEnvironment& environment)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The ProConnect service."));
    parser.addOptions({options.config, options.check, options.clockOffset, options.clientKeys, options.keys,
                       options.help, options.version});
    if (!parser.parse(QStringList{QStringLiteral("proconnectd")} + arguments)) {
        return misuse(parser.errorText());
    }
    if (parser.isSet(options.help)) {
        return CommandLineAnswer{helpText(parser), 0};
    }
    if (parser.isSet(options.version)) {
        return CommandLineAnswer{
            QStringLiteral("proconnectd " PROCONNECT_VERSION "\ncommunes: %1\ncountries: %2\n")
                .arg(certification::communeEdition(), certification::countryEdition()),
            0};
    }
    const bool audit =
        parser.positionalArguments() == QStringList{QStringLiteral("audit"), QStringLiteral("verify")};
    const QString noun = parser.positionalArguments().value(0);
    if (noun == u"portal" || noun == u"client") {
        return CommandLine{{},
                           CommandLine::Task::ChangePortals,
                           parser.value(options.config),
                           parser.positionalArguments(),
                           parser.value(options.clientKeys)};
    }
    if (noun == u"receipt") {
        const QStringList words = parser.positionalArguments();
        if (words.size() != 3 || words[1] != u"verify" || !parser.isSet(options.keys)) {
            return misuse(QStringLiteral("usage: receipt verify FILE --keys KEYS"));
        }
        return CommandLine{{}, CommandLine::Task::VerifyReceipt, {}, words, parser.value(options.keys)};
    }
    if (parser.positionalArguments() == QStringList{QStringLiteral("certify")}) {
        return CommandLine{{}, CommandLine::Task::Certify, {}, {}, {}};
    }
    const bool rotation =
        parser.positionalArguments() == QStringList{QStringLiteral("key"), QStringLiteral("rotate")};
    const bool bounce =
        parser.positionalArguments() == QStringList{QStringLiteral("mail"), QStringLiteral("bounced")};
    if (!audit && !rotation && !bounce && !parser.positionalArguments().isEmpty()) {
        return misuse(QStringLiteral("unexpected argument; see --help"));
    }

    QString ini;
    if (parser.isSet(options.config)) {
        QFile file(parser.value(options.config));
        if (!file.open(QIODevice::ReadOnly)) {
            return misuse(QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        }
        ini = QString::fromUtf8(file.read(largestFile));
    }
    QProcessEnvironment variables = environment;
    if (parser.isSet(options.clockOffset)) {
        variables.insert(QStringLiteral("PROCONNECT_CLOCK_OFFSET"), parser.value(options.clockOffset));
    }
    auto config = ServiceConfig::read(ini, variables);
    if (!config) {
        return misuse(QStringLiteral("configuration: ") + config.failure().detail);
    }
    if (parser.isSet(options.check)) {
        if (const auto portals = PortalDirectory::read(config.value().portals); !portals) {
            return misuse(QStringLiteral("configuration: ") + portals.failure().detail);
        }
    }
    const auto task = parser.isSet(options.check) ? CommandLine::Task::CheckConfiguration
                      : audit                     ? CommandLine::Task::VerifyEvidence
                      : rotation                  ? CommandLine::Task::RotateKey
                      : bounce                    ? CommandLine::Task::NoteBounce
                                                  : CommandLine::Task::Serve;
    return CommandLine{std::move(config.value()), task, {}, {}, {}};
}

} // namespace proconnect::service

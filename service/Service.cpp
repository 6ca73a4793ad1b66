// SPDX-License-Identifier: MIT
#include "service/Service.h"

#include "service/HealthRoutes.h"
#include "service/accounts/StoredCertifiedAccounts.h"
#include "service/desk/DeskPart.h"
#include "service/directors/DirectorsPart.h"
#include "service/identity/IdentityPart.h"
#include "service/instances/InstancePresence.h"
#include "service/instances/LostClaims.h"
#include "service/keys/DatabaseKeys.h"
#include "service/keys/EncryptionPair.h"
#include "service/mail/OutboxMailer.h"
#include "service/outgoing/CurlHttpClient.h"
#include "service/retention/Retention.h"

#include <QElapsedTimer>

#include <exception>
#include <utility>

namespace proconnect::service {
namespace {

ServerOptions serverOptions(const HttpConfig& config)
{
    ServerOptions options;
    options.address = config.address;
    options.port = config.port;
    return options;
}

QUrl listenedAddress(const HttpConfig& config, quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(config.address.toString());
    url.setPort(port);
    return url;
}

/// What FranceConnect+ encrypts for; nothing with FranceConnect, which does not encrypt.
Outcome<std::optional<Jwk>> pairFor(const FranceConnectConfig& config, Database& database,
                                    const ServiceKeys& keys)
{
    const bool rsa = config.encryption == QLatin1String("RSA-OAEP");
    if (!rsa && config.encryption != QLatin1String("ECDH-ES")) {
        return std::optional<Jwk>();
    }
    const auto pair = encryptionPair(database, keys, rsa ? Jwk::Kind::Rsa : Jwk::Kind::EcP256);
    return pair ? Outcome<std::optional<Jwk>>(pair.value()) : pair.failure();
}

ThreadJobRunner::ErrorReport reportTo(const Log& log)
{
    return [&log](const std::string& job, const std::string& error) {
        log.error("job.failed", {{QStringLiteral("job"), QString::fromStdString(job)},
                                 {QStringLiteral("error"), QString::fromStdString(error)}});
    };
}

QByteArray authority(const QUrl& url)
{
    return url.authority(QUrl::FullyEncoded).toLatin1().toLower();
}

} // namespace

struct Service::Parts
{
    Parts(Service& service, std::shared_ptr<Database> openedDatabase, std::shared_ptr<ServiceKeys> loadedKeys,
          InstancePresence taken, const QUrl& publicUrl, std::optional<Jwk> encryptionPair)
        : database(std::move(openedDatabase)), keys(std::move(loadedKeys)), presence(std::move(taken)),
          lostClaims(*database, presence, service.m_clock, service.m_log, service.m_presenceJobs),
          platform{service.m_config,
                   service.m_clock,
                   service.m_log,
                   *database,
                   *keys,
                   http,
                   service.m_jobs,
                   service.m_router,
                   publicUrl,
                   std::move(encryptionPair),
                   presence.claimant()},
          identity(platform), certifiedAccounts(*database),
          mailer(*database, *keys, service.m_clock, service.m_jobs, service.m_log,
                 SmtpSender(service.m_config.smtpUrl.toUtf8(), service.m_config.smtpFrom),
                 presence.claimant()),
          retention(*database, service.m_clock, service.m_log, service.m_jobs)
    {
        registerHealthRoutes(platform);
    }

    /// Puts the parts together that may fail to start.
    [[nodiscard]] Outcome<Done> assemble()
    {
        auto madeDirectors =
            DirectorsPart::create(platform, {identity.guard(), certifiedAccounts, mailer,
                                             identity.recentIdentities(), [this] { desk->companyAttached(); },
                                             [this](QSqlDatabase& connection, const MandateRecord& ended) {
                                                 return desk->mandateEnded(connection, ended);
                                             }});
        if (!madeDirectors) {
            return madeDirectors.failure();
        }
        directors = std::move(madeDirectors).value();
        auto madeDesk =
            DeskPart::create(platform, {identity.guard(), directors->mandates(), directors->companies(),
                                        directors->addresses(), directors->verification(), mailer});
        if (!madeDesk) {
            return madeDesk.failure();
        }
        desk = std::move(madeDesk).value();
        identity.addProfile(platform, desk->companies());
        return Done{};
    }

    std::shared_ptr<Database> database;
    std::shared_ptr<ServiceKeys> keys;
    InstancePresence presence;
    LostClaims lostClaims;
    CurlHttpClient http;
    Platform platform;
    IdentityPart identity;
    StoredCertifiedAccounts certifiedAccounts;
    OutboxMailer mailer;
    Retention retention;
    std::unique_ptr<DirectorsPart> directors;
    std::unique_ptr<DeskPart> desk;
};

Service::Service(ServiceConfig config, const Clock& clock, const Log& log)
    : m_config(std::move(config)), m_clock(clock), m_log(log), m_jobs(reportTo(log)),
      m_presenceJobs(reportTo(log)), m_server(serverOptions(m_config.http), clock)
{}

Service::~Service()
{
    stop();
}

Outcome<QUrl> Service::start()
{
    auto database = Database::open(m_config.databaseUrl);
    if (!database) {
        return database.failure();
    }
    auto keys = keysToServe(m_config.keysFile, *database.value());
    if (!keys) {
        return keys.failure();
    }
    auto presence = InstancePresence::create(*database.value());
    if (!presence) {
        return presence.failure();
    }
    const auto pair = pairFor(m_config.franceConnectPlus.value_or(m_config.franceConnect), *database.value(),
                              *keys.value());
    if (!pair) {
        return pair.failure();
    }
    const auto port = m_server.listen();
    if (!port) {
        return port.failure();
    }
    const QUrl listened = listenedAddress(m_config.http, port.value());
    const QUrl publicUrl = m_config.http.publicUrl.isEmpty() ? listened : m_config.http.publicUrl;
    m_parts = std::make_unique<Parts>(*this, std::move(database.value()), std::move(keys.value()),
                                      std::move(presence.value()), publicUrl, pair.value());
    if (const auto assembled = m_parts->assemble(); !assembled) {
        return assembled.failure();
    }
    m_presenceJobs.start();
    m_jobs.start();
    m_server.serve([this](const HttpRequest& request) { return answer(request); },
                   {authority(listened), authority(publicUrl)});
    m_log.info("service.started", {{QStringLiteral("listening"), listened.toString()},
                                   {QStringLiteral("publicUrl"), publicUrl.toString()},
                                   {QStringLiteral("demonstration"), m_config.demonstration}});
    return listened;
}

void Service::stop()
{
    m_server.stop();
    m_jobs.stop();
    m_presenceJobs.stop();
}

HttpResponse Service::answer(const HttpRequest& request) const
{
    QElapsedTimer timer;
    timer.start();
    HttpResponse response;
    try {
        response = m_router.dispatch(request);
    } catch (const std::exception& error) {
        m_log.error("request.exception", {{QStringLiteral("error"), QString::fromUtf8(error.what())}});
        response = HttpResponse::problem({FailureCode::Internal, {}, {}});
    }
    m_log.info("request", {{QStringLiteral("method"), QString::fromLatin1(request.method)},
                           {QStringLiteral("path"), m_router.withoutSecrets(request.path)},
                           {QStringLiteral("status"), response.status},
                           {QStringLiteral("milliseconds"), timer.elapsed()}});
    return response;
}

} // namespace proconnect::service

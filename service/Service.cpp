// SPDX-License-Identifier: MIT
#include "service/Service.h"

#include "service/HealthRoutes.h"
#include "service/accounts/StoredCertifiedAccounts.h"
#include "service/contact_email/AddressHealth.h"
#include "service/desk/DeskPart.h"
#include "service/desk/PortalLineReadings.h"
#include "service/directors/DirectorsPart.h"
#include "service/identity/IdentityPart.h"
#include "service/instances/InstancePresence.h"
#include "service/instances/LostClaims.h"
#include "service/keys/DatabaseKeys.h"
#include "service/keys/EncryptionPair.h"
#include "service/mail/OutboxMailer.h"
#include "service/metrics/CallTargets.h"
#include "service/metrics/MeasuredKeys.h"
#include "service/metrics/Metrics.h"
#include "service/metrics/PartReadings.h"
#include "service/metrics/ProcessReadings.h"
#include "service/metrics/QueueReadings.h"
#include "service/outgoing/CurlHttpClient.h"
#include "service/retention/InactivePeople.h"
#include "service/retention/Retention.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>

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

MailServer mailServer(const ServiceConfig& config)
{
    const QString host = QUrl(config.smtpUrl).host();
    return {config.smtpUrl.toUtf8(), config.smtpFrom, QFile::encodeName(config.smtpAuthorities),
            host == u"localhost" || QHostAddress(host).isLoopback()};
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
        : database(std::move(openedDatabase)), fileKeys(std::move(loadedKeys)),
          keys(*fileKeys, service.m_metrics), presence(std::move(taken)),
          lostClaims(*database, presence, service.m_clock, service.m_log, service.m_presenceJobs),
          http(curl, callTargets(service.m_config), service.m_metrics), platform{service.m_config,
                                                                                 service.m_clock,
                                                                                 service.m_log,
                                                                                 *database,
                                                                                 keys,
                                                                                 http,
                                                                                 service.m_jobs,
                                                                                 service.m_router,
                                                                                 publicUrl,
                                                                                 std::move(encryptionPair),
                                                                                 presence.claimant()},
          identity(platform), certifiedAccounts(*database), addressHealth(keys, service.m_clock),
          mailer(
              *database, keys, service.m_clock, service.m_jobs, service.m_log,
              SmtpSender(mailServer(service.m_config)),
              [this](QSqlDatabase& connection, const QString& message, Bounce bounce) {
                  return addressHealth.bounced(connection, message, bounce);
              },
              presence.claimant()),
          retention(*database, keys, service.m_clock, service.m_log, service.m_jobs)
    {
        registerHealthRoutes(platform);
    }

    /// Puts the parts together that may fail to start.
    [[nodiscard]] Outcome<Done> assemble()
    {
        auto madeDirectors = DirectorsPart::create(
            platform, {identity.guard(), certifiedAccounts, mailer, identity.recentIdentities(),
                       [this](const QString& siren) { desk->companyAttached(siren); },
                       [this](QSqlDatabase& connection, const MandateRecord& ended) {
                           return desk->mandateEnded(connection, ended);
                       },
                       [this](QSqlDatabase& connection, const QString& siren, const ContactEmail& recorded) {
                           return desk->contactEmailRecorded(connection, siren, recorded);
                       }});
        if (!madeDirectors) {
            return madeDirectors.failure();
        }
        directors = std::move(madeDirectors).value();
        auto madeDesk = DeskPart::create(
            platform, {identity.guard(), directors->mandates(), directors->companies(),
                       directors->addresses(), directors->verification(), mailer,
                       [this](const SirenNumber& siren) { return directors->lookUp(siren); }});
        if (!madeDesk) {
            return madeDesk.failure();
        }
        desk = std::move(madeDesk).value();
        const auto texts = MailTexts::load();
        if (!texts) {
            return texts.failure();
        }
        inactivePeople = std::make_unique<InactivePeople>(
            InactivePeople::Parts{*database, platform.clock, platform.log, platform.jobs, mailer,
                                  directors->addresses()},
            texts.value(), CompanyStore(keys));
        identity.addProfile(platform, desk->companies());
        return Done{};
    }

    std::shared_ptr<Database> database;
    std::shared_ptr<ServiceKeys> fileKeys;
    MeasuredKeys keys;
    InstancePresence presence;
    LostClaims lostClaims;
    CurlHttpClient curl;
    MeasuredHttpClient http;
    Platform platform;
    IdentityPart identity;
    StoredCertifiedAccounts certifiedAccounts;
    AddressHealth addressHealth;
    OutboxMailer mailer;
    Retention retention;
    std::unique_ptr<DirectorsPart> directors;
    std::unique_ptr<DeskPart> desk;
    std::unique_ptr<InactivePeople> inactivePeople;
};

Service::Service(ServiceConfig config, const Clock& clock, const Log& log, Metrics& metrics)
    : m_config(std::move(config)), m_clock(clock), m_log(log), m_metrics(metrics), m_requestMetrics(metrics),
      m_jobs(reportTo(log)), m_presenceJobs(reportTo(log)), m_server(serverOptions(m_config.http), clock)
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
    offerReadings();
    if (!m_config.metrics.address.isNull()) {
        const auto address = m_metricsServer.emplace(m_config.metrics, m_clock, m_metrics).start();
        if (!address) {
            return address.failure();
        }
        m_metricsAddress = address.value();
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
    if (m_metricsServer) {
        m_metricsServer->stop();
    }
    m_metrics.clearSources();
}

void Service::offerReadings()
{
    QStringList portals;
    for (const PortalConfig& portal : m_config.portals) {
        portals.append(portal.id);
    }
    m_metrics.ask([this] { return serverReadings(m_server); });
    m_metrics.ask([this] { return jobReadings({&m_jobs, &m_presenceJobs}); });
    m_metrics.ask([this] { return databaseReadings(*m_parts->database); });
    m_metrics.ask([queues = QueueReadings(*m_parts->database, m_clock, portals)] { return queues.read(); });
    m_metrics.ask([this] { return portalLineReadings(m_parts->desk->portalLines()); });
    m_metrics.ask(processReadings);
}

HttpResponse Service::answer(const HttpRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    const Way way = m_router.find(request.method, request.path);
    HttpResponse response;
    try {
        response = Router::follow(way, request);
    } catch (const std::exception& error) {
        m_log.error("request.exception", {{QStringLiteral("error"), QString::fromUtf8(error.what())}});
        response = HttpResponse::problem({FailureCode::Internal, {}, {}});
    }
    m_requestMetrics.note(request, way.pattern(), response.status,
                          std::chrono::nanoseconds(timer.nsecsElapsed()));
    m_log.info("request", {{QStringLiteral("method"), QString::fromLatin1(request.method)},
                           {QStringLiteral("path"), m_router.withoutSecrets(way, request.path)},
                           {QStringLiteral("status"), response.status},
                           {QStringLiteral("milliseconds"), timer.elapsed()}});
    return response;
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/accounts/AccountSync.h"
#include "service/accounts/PortalSources.h"
#include "service/accounts/ScimClient.h"
#include "service/journal/Journal.h"
#include "service/log/Log.h"
#include "tests/service/support/ScimPortal.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString first = u"000000001"_s;
const QString second = u"000058263"_s;
/// A portal that names no other time has this much (docs/architecture.md).
constexpr int rateLimitPause = 60;

} // namespace

/// Whose turn it is on a portal whose rate limit cuts the reading short.
class AccountTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_logged.clear();
        m_bench = std::make_unique<ServiceBench>();
        m_portal = std::make_unique<ScimPortal>();
        m_portal->pageSize = 1;
        for (const QString& name : {u"IMP-1"_s, u"IMP-2"_s}) {
            m_portal->users.append(ScimPortal::user(name, u"Personne"_s, u"p@fabre-filles.example"_s));
        }
        m_http = std::make_unique<ScriptedHttpClient>(m_portal->script());
        m_scim = std::make_unique<ScimClient>(*m_http, m_bench->clock);
        m_journal = std::make_unique<Journal>(*m_bench->keys);
        m_sync = std::make_unique<AccountSync>(
            *m_bench->database, *m_bench->keys, m_bench->clock, m_portals, *m_scim, *m_journal,
            [](QSqlDatabase&) {
                return Outcome<QStringList>({first, second});
            },
            m_bench->jobs, std::chrono::milliseconds(5000), m_log);
    }

    void sync_companyAlwaysCutShort_othersHaveTheirTurn()
    {
        m_portal->cutShort = {first};
        turn();
        turn();
        QCOMPARE(state(second), PortalSource::State::Fresh);
        QCOMPARE(state(first), PortalSource::State::Never);
        QCOMPARE(m_logged.value(0), u"accounts.cut-short"_s);
        // It is not given up.
        m_portal->cutShort.clear();
        turn();
        QCOMPARE(state(first), PortalSource::State::Fresh);
    }

    void sync_companyCutShortBehindAnother_comesFirstInTheNextTurn()
    {
        m_portal->cutShort = {second};
        turn();
        QVERIFY(m_logged.isEmpty());
        m_portal->cutShort = {first};
        turn();
        QCOMPARE(state(second), PortalSource::State::Fresh);
    }

private:
    void turn()
    {
        m_bench->jobs.run("accounts.impots");
        m_bench->clock.advance(rateLimitPause);
    }
    PortalSource::State state(const QString& siren)
    {
        return m_bench
            ->write([&](QSqlDatabase& connection) {
                return PortalSources(m_portals).of(connection, siren, m_bench->clock.now());
            })
            .value()
            .first()
            .state;
    }

    const PortalDirectory m_portals = PortalDirectory::create({scimPortalConfiguration()}).value();
    QStringList m_logged;
    std::unique_ptr<ServiceBench> m_bench;
    std::unique_ptr<ScimPortal> m_portal;
    std::unique_ptr<ScriptedHttpClient> m_http;
    std::unique_ptr<ScimClient> m_scim;
    std::unique_ptr<Journal> m_journal;
    StandingClock m_logClock;
    Log m_log{Log::Level::Info, m_logClock, [this](const QByteArray& line) {
                  m_logged.append(QJsonDocument::fromJson(line)[u"event"].toString());
              }};
    std::unique_ptr<AccountSync> m_sync;
};

QTEST_GUILESS_MAIN(AccountTurnsTest)
#include "AccountTurnsTest.moc"

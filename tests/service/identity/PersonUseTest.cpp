// SPDX-License-Identifier: MIT
#include "service/storage/SqlInstant.h"
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// When a person last used ProConnect, as kept for the job of retention.
class PersonUseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<SignInWorld>(); }

    void signIn_isNoted()
    {
        const TestDevice device;
        QVERIFY(!m_world->signIn(device).accessToken.isEmpty());
        QCOMPARE(secondsSince(), 0);
        QCOMPARE(text(QStringLiteral("SELECT subject FROM person_use")),
                 text(QStringLiteral("SELECT subject FROM sessions")));
    }

    void refresh_onAnotherDay_isNotedAndTakesTheWarningBack()
    {
        const TestDevice device;
        const TokenGrant grant = m_world->signIn(device);
        QVERIFY(change(QStringLiteral("UPDATE person_use SET warned_at = 'then'")));
        m_world->clock.advance(3'600);
        const TokenGrant sameDay = grantOf(m_world->refresh(grant.refreshToken, device));
        QCOMPARE(secondsSince(), 3'600);
        QCOMPARE(text(QStringLiteral("SELECT warned_at FROM person_use")), QStringLiteral("then"));
        m_world->clock.advance(86'400);
        QCOMPARE(m_world->refresh(sameDay.refreshToken, device).status, 200);
        QCOMPARE(secondsSince(), 0);
        QCOMPARE(text(QStringLiteral("SELECT COALESCE(warned_at, 'none') FROM person_use")),
                 QStringLiteral("none"));
    }

    void sessionThatIsForgotten_leavesIt()
    {
        QVERIFY(!m_world->signIn(TestDevice()).accessToken.isEmpty());
        QVERIFY(change(QStringLiteral("DELETE FROM sessions")));
        QCOMPARE(text(QStringLiteral("SELECT COUNT(*) FROM person_use")), QStringLiteral("1"));
    }

private:
    QString text(const QString& sql)
    {
        return m_world->database
            ->read<QString>([&](QSqlDatabase& connection) -> Outcome<QString> {
                auto rows = runQuery(connection, sql);
                if (!rows) {
                    return rows.failure();
                }
                return rows.value().next() ? rows.value().value(0).toString() : QString();
            })
            .value();
    }
    bool change(const QString& sql)
    {
        return m_world->database
            ->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto changed = runQuery(connection, sql);
                return changed ? Outcome<Done>(Done{}) : Outcome<Done>(changed.failure());
            })
            .ok();
    }
    /// Since the use that is noted.
    qint64 secondsSince()
    {
        return instantFromSql(text(QStringLiteral("SELECT seen_at FROM person_use")))
            .secsTo(m_world->clock.now());
    }

    std::unique_ptr<SignInWorld> m_world;
};

QTEST_GUILESS_MAIN(PersonUseTest)
#include "PersonUseTest.moc"

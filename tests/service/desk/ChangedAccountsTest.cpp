// SPDX-License-Identifier: MIT
#include "core/sync/SnapshotPatch.h"
#include "service/snapshot/SentAccounts.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What a reader of a company with many accounts gets, when some of them changed since the last time.
class ChangedAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        for (qsizetype i = 0; i < SentAccounts::fewest + 10; ++i) {
            m_desk->portal.users +=
                ScimPortal::user(QStringLiteral("u%1").arg(i), QStringLiteral("Paul Martin"),
                                 QStringLiteral("p%1@fabre.example").arg(i));
        }
        m_desk->sync();
    }

    void snapshot_accountChanged_onlyThatOneIsSent()
    {
        const auto first = getSnapshot({}, "accounts");
        QCOMPARE(first.status, 200);
        QVERIFY(headerOf(first, "IM").isEmpty());
        const QByteArray etag = headerOf(first, "ETag");
        const auto before = fromJson<CompanySnapshot>(DeskBench::json(first));
        QVERIFY(before.ok());
        QCOMPARE(before.value().accounts.size(), SentAccounts::fewest + 10);

        changeOne();
        const auto second = getSnapshot(etag, "gzip, accounts");
        QCOMPARE(second.status, 226);
        QCOMPARE(headerOf(second, "IM"), QByteArray("accounts"));
        QCOMPARE(headerOf(second, "Delta-Base"), etag);
        const auto delta = fromJson<SnapshotDelta>(DeskBench::json(second));
        QVERIFY(delta.ok());
        QCOMPARE(delta.value().base.toLatin1(), etag);
        QCOMPARE(delta.value().snapshot.accounts.size(), 1);
        const auto now = patched(before.value().accounts, delta.value());
        QVERIFY(now);
        const auto whole = fromJson<CompanySnapshot>(DeskBench::json(getSnapshot({}, {})));
        QCOMPARE(*now, whole.value());
        QCOMPARE(getSnapshot(headerOf(second, "ETag"), "accounts").status, 304);
    }

    void snapshot_readerWantsNoDelta_allIsSent()
    {
        const QByteArray etag = headerOf(getSnapshot({}, "accounts"), "ETag");
        QCOMPARE(getSnapshot(etag, {}).status, 304);
        changeOne();
        QCOMPARE(getSnapshot(etag, {}).status, 200);
        QCOMPARE(getSnapshot(etag, "feed").status, 200);
        QCOMPARE(getSnapshot(etag, "accounts").status, 226);
    }

    void snapshot_unknownTag_allIsSent()
    {
        const QByteArray etag = headerOf(getSnapshot({}, "accounts"), "ETag");
        changeOne();
        QByteArray forgotten = etag;
        forgotten[forgotten.size() - 2] = forgotten.at(forgotten.size() - 2) == '0' ? '1' : '0';
        QCOMPARE(getSnapshot(forgotten, "accounts").status, 200);
        QCOMPARE(getSnapshot("-", "accounts").status, 200);
        QCOMPARE(getSnapshot("\"", "accounts").status, 200);
    }

    void snapshot_tagOfAnotherReader_allIsSent()
    {
        TestDirector other(QStringLiteral("Paul Martin"));
        m_desk->guard.people += other.person;
        m_desk->company.directors += other.person.subject;
        const QByteArray etag = headerOf(getSnapshot({}, "accounts"), "ETag");
        changeOne();
        QCOMPARE(getSnapshot(etag, "accounts", other).status, 200);
        QCOMPARE(getSnapshot(etag, "accounts").status, 226);
    }

    void snapshot_fewAccounts_areSentEachTime()
    {
        m_desk = std::make_unique<DeskBench>();
        m_desk->portal.users += ScimPortal::user(QStringLiteral("u1"), QStringLiteral("Paul Martin"),
                                                 QStringLiteral("p1@fabre.example"));
        m_desk->sync();
        const QByteArray etag = headerOf(getSnapshot({}, "accounts"), "ETag");
        changeOne();
        QCOMPARE(getSnapshot(etag, "accounts").status, 200);
    }

private:
    void changeOne()
    {
        QJsonObject& user = m_desk->portal.users.first();
        user[u"name"] = QJsonObject{{QStringLiteral("formatted"), QStringLiteral("Paule Martin")}};
        m_desk->bench.clock.advance(3600);
        m_desk->sync();
    }
    HttpResponse getSnapshot(const QByteArray& etag, const QByteArray& manipulation)
    {
        return getSnapshot(etag, manipulation, m_desk->claire);
    }
    HttpResponse getSnapshot(const QByteArray& etag, const QByteArray& manipulation,
                             const TestDirector& reader)
    {
        return m_desk->call("GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
                            {{"test-subject", reader.person.subject.toUtf8()},
                             {"if-none-match", etag},
                             {"a-im", manipulation}});
    }
    static QByteArray headerOf(const HttpResponse& response, const QByteArray& name)
    {
        for (const auto& [key, value] : response.headers) {
            if (key == name) {
                return value;
            }
        }
        return {};
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(ChangedAccountsTest)
#include "ChangedAccountsTest.moc"

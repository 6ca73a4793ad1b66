// SPDX-License-Identifier: MIT
#include "service/journal/CompanyCursor.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What a reader gets who has the company's latest state already.
class UnchangedSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void snapshot_unchangedCompany_isNotSentAgain()
    {
        const QString reference = m_desk->deposited();
        const auto first = getSnapshot({});
        QCOMPARE(first.status, 200);
        const QByteArray etag = headerOf(first, "ETag");
        QVERIFY(!etag.isEmpty());
        QCOMPARE(getSnapshot(etag).status, 304);
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1)).status, 201);
        QCOMPARE(getSnapshot(etag).status, 200);
    }

    void snapshot_unchangedCompany_asksTheRegisterOnce()
    {
        const QByteArray etag = headerOf(getSnapshot({}), "ETag");
        const int asked = m_desk->company.asked;
        QCOMPARE(getSnapshot(etag).status, 304);
        QCOMPARE(m_desk->company.asked, asked);
        m_desk->bench.clock.advance(25 * 3600);
        QCOMPARE(getSnapshot(etag).status, 304);
        QCOMPARE(m_desk->company.asked, asked + 1);
    }

    void snapshot_mandateEnded_isNotServedFromBefore()
    {
        const QByteArray etag = headerOf(getSnapshot({}), "ETag");
        QCOMPARE(getSnapshot(etag).status, 304);
        m_desk->company.mandateEnded = true;
        // As whatever writes the end does.
        QVERIFY(m_desk->bench
                    .write([](QSqlDatabase& connection) {
                        return advanceCursor(connection, QStringLiteral("000058263"));
                    })
                    .ok());
        QCOMPARE(DeskBench::json(getSnapshot(etag))[u"code"].toString(), QStringLiteral("mandate-ended"));
    }

private:
    HttpResponse getSnapshot(const QByteArray& etag)
    {
        return m_desk->call(
            "GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
            {{"test-subject", m_desk->claire.person.subject.toUtf8()}, {"if-none-match", etag}});
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

QTEST_GUILESS_MAIN(UnchangedSnapshotTest)
#include "UnchangedSnapshotTest.moc"

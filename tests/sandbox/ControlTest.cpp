// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace proconnect::sandbox::test {

namespace {
const QString Rcs = QStringLiteral("/rcs/v3/infogreffe/rcs/unites_legales/000074914/mandataires_sociaux"
                                   "?recipient=13002526500013&context=c&object=o");
}

class ControlTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] bool fault(const QString& target, const QJsonObject& fault)
    {
        return m_sandbox.order({{QStringLiteral("target"), target}, {QStringLiteral("fault"), fault}});
    }

    [[nodiscard]] Answer rcs()
    {
        return m_http.get(m_sandbox.world(Rcs), {{"Authorization", "Bearer demo"}});
    }

    const QString m_rcs = QStringLiteral("rcs");
    Http m_http;
    RunningSandbox m_sandbox;

private Q_SLOTS:
    void cleanup() { QVERIFY(m_sandbox.order({{QStringLiteral("reset"), true}})); }

    void fault_status_answeredWithRetryAfter()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("status"), 429}}));
        QCOMPARE(rcs().status, 429);
        QCOMPARE(rcs().header("Retry-After"), QByteArray("1"));
    }

    void fault_times_endsByItself()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("status"), 500}, {QStringLiteral("times"), 2}}));
        QCOMPARE(rcs().status, 500);
        QCOMPARE(rcs().status, 500);
        QCOMPARE(rcs().status, 200);
    }

    void fault_brokenJson_cannotBeParsed()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("brokenJson"), true}}));
        const Answer answer = rcs();
        QCOMPARE(answer.status, 200);
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    }

    void fault_drop_endsInTheMiddle()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("drop"), true}}));
        QCOMPARE(rcs().error, QNetworkReply::RemoteHostClosedError);
    }

    void fault_huge_streamsHundredMegabytes()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("huge"), true}}));
        QCOMPARE(rcs().body.size(), 100 * 1024 * 1024);
    }

    void fault_slow_delaysThisTargetOnly()
    {
        QVERIFY(fault(m_rcs, {{QStringLiteral("slowMs"), 400}}));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(rcs().status, 200);
        QVERIFY(timer.elapsed() >= 400);
    }

    void stop_duringSlowAnswer_doesNotWaitForIt()
    {
        QElapsedTimer timer;
        QNetworkAccessManager manager;
        {
            RunningSandbox other;
            QVERIFY(
                other.order({{QStringLiteral("target"), m_rcs},
                             {QStringLiteral("fault"), QJsonObject{{QStringLiteral("slowMs"), 60'000}}}}));
            manager.get(QNetworkRequest(other.world(Rcs)));
            QTRY_VERIFY(m_http.get(other.world(QStringLiteral("/controle/etat.json")))
                            .json()[u"calls"][u"rcs"]
                            .isObject());
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10'000);
    }

    void order_unknown_refused()
    {
        QVERIFY(!fault(QStringLiteral("moon"), {}));
        QVERIFY(!fault(m_rcs, {{QStringLiteral("slowMs"), QStringLiteral("long")}}));
        QVERIFY(!fault(m_rcs, {{QStringLiteral("status"), -1}}));
        QVERIFY(!m_sandbox.order({{QStringLiteral("dance"), true}}));
        QVERIFY(!m_sandbox.order({}));
        QVERIFY(!m_sandbox.order(
            {{QStringLiteral("mandateEnded"), QJsonObject{{QStringLiteral("siren"), QStringLiteral("1")}}}}));
        for (const QJsonObject& spelling :
             {QJsonObject{
                  {QStringLiteral("person"), QStringLiteral("D99")},
                  {QStringLiteral("as"), QJsonObject{{QStringLiteral("familyName"), QStringLiteral("X")}}}},
              QJsonObject{
                  {QStringLiteral("person"), QStringLiteral("D2")},
                  {QStringLiteral("as"), QJsonObject{{QStringLiteral("colour"), QStringLiteral("X")}}}},
              QJsonObject{{QStringLiteral("person"), QStringLiteral("D2")}}}) {
            QVERIFY(!m_sandbox.order({{QStringLiteral("officerRespelt"), spelling}}));
        }
    }

    void page_form_appliesFault()
    {
        const QUrl page = m_sandbox.world(QStringLiteral("/controle"));
        QCOMPARE(m_http
                     .postForm(page, {{QStringLiteral("target"), QStringLiteral("scim.impots")},
                                      {QStringLiteral("fault"), QStringLiteral("{\"status\":503}")}})
                     .status,
                 303);
        QVERIFY(m_http.get(page).body.contains("scim.impots"));
        QCOMPARE(m_http
                     .get(m_sandbox.world(QStringLiteral("/portails/impots/scim/v2/Users")),
                          {{"Authorization", "Bearer demo-scim-impots"}})
                     .status,
                 503);
    }

    void state_afterCalls_countsThem()
    {
        QCOMPARE(rcs().status, 200);
        const QJsonObject calls =
            m_http.get(m_sandbox.world(QStringLiteral("/controle/etat.json"))).json()[u"calls"].toObject();
        QVERIFY(!calls[u"rcs"].toObject().isEmpty());
    }

    void anyAddress_otherHostName_refused()
    {
        QCOMPARE(
            m_http.get(m_sandbox.world(QStringLiteral("/controle/etat.json")), {{"Host", "evil.example"}})
                .status,
            403);
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::ControlTest)
#include "ControlTest.moc"

// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// A company whose accounts are too many for one call.
class DeclarationPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ServiceConfig config = DeskBench::configuration();
        for (PortalConfig& portal : config.portals) {
            portal.values.remove(u"scim_url"_s);
            portal.values.insert(u"scopes"_s, u"compte.declarer"_s);
            portal.values.insert(u"quota_per_minute"_s, u"5000"_s);
        }
        m_desk = std::make_unique<DeskBench>(config);
        QCOMPARE(declare({u"A1"_s, u"A2"_s, u"A3"_s}, -120).status, 200);
    }

    void page_notTheLast_closesNobodyAndKeepsTheAge()
    {
        QCOMPARE(page(1, 2, {u"A1"_s, u"B1"_s}).body, R"({"accounts":2,"changed":true,"pagesLeft":1})");
        QCOMPARE(open(), (QStringList{u"A1"_s, u"A2"_s, u"A3"_s, u"B1"_s}));
        QCOMPARE(m_desk->snapshot().sources.first().asOf, m_desk->bench.clock.now().addSecs(-120));
    }

    void page_last_closesThoseThatNoneHeld()
    {
        QCOMPARE(page(2, 2, {u"A3"_s}).status, 200);
        QCOMPARE(page(1, 2, {u"A1"_s, u"B1"_s}).body, R"({"accounts":2,"changed":true,"pagesLeft":0})");
        QCOMPARE(open(), (QStringList{u"A1"_s, u"A3"_s, u"B1"_s}));
        QCOMPARE(m_desk->snapshot().journal.first().kind, u"account.closed"_s);
        QCOMPARE(m_desk->snapshot().sources.first().asOf, m_desk->bench.clock.now().addSecs(-60));
        QCOMPARE(declare({u"A1"_s}, -61).status, 409);
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM declared_account"_s).toInt(), 0);
    }

    void page_again_changesNothing()
    {
        QCOMPARE(page(1, 2, {u"A1"_s}).status, 200);
        QCOMPARE(page(1, 2, {u"A1"_s}).body, R"({"accounts":1,"changed":false,"pagesLeft":1})");
        QCOMPARE(page(2, 2, {u"A2"_s}).status, 200);
        QCOMPARE(page(2, 2, {u"A2"_s}).body, R"({"accounts":1,"changed":false,"pagesLeft":0})");
        QCOMPARE(open(), (QStringList{u"A1"_s, u"A2"_s}));
    }

    void page_ofANewerSeries_replacesTheOlder()
    {
        QCOMPARE(page(1, 2, {u"A1"_s}, u"first"_s, -90).status, 200);
        QCOMPARE(page(1, 2, {u"A2"_s}, u"second"_s, -60).body,
                 R"({"accounts":1,"changed":false,"pagesLeft":1})");
        QCOMPARE(page(2, 2, {u"A3"_s}, u"first"_s, -90).status, 409);
        QCOMPARE(page(2, 2, {u"A3"_s}, u"second"_s, -60).status, 200);
        QCOMPARE(open(), (QStringList{u"A2"_s, u"A3"_s}));
    }

    void page_afterANewerDeclaration_isAConflict()
    {
        QCOMPARE(page(1, 2, {u"A1"_s}).status, 200);
        QCOMPARE(declare({u"A1"_s, u"A2"_s}, -30).status, 200);
        QCOMPARE(page(2, 2, {u"A3"_s}).status, 409);
        QCOMPARE(open(), (QStringList{u"A1"_s, u"A2"_s}));
    }

    void delta_olderThanTheSeriesUnderWay_undoesNoPage()
    {
        QJsonObject closed = oneAccount(u"A1"_s, false, -60);
        closed.insert(u"page"_s, QJsonObject{{u"series"_s, u"series"_s}, {u"number"_s, 1}, {u"of"_s, 2}});
        QCOMPARE(post(closed).status, 200);
        QCOMPARE(open(), (QStringList{u"A2"_s, u"A3"_s}));
        QCOMPARE(delta(u"A1"_s, true, -61).status, 409);
        QCOMPARE(declare({u"A1"_s}, -61).status, 409);
        QCOMPARE(page(2, 2, {u"A2"_s}).status, 200);
        QCOMPARE(open(), QStringList{u"A2"_s});
    }

    void page_besideNewerDeltas_isTakenButForWhatTheySaid()
    {
        QCOMPARE(page(1, 3, {u"A1"_s}).status, 200);
        QCOMPARE(delta(u"A2"_s, false, -30).status, 200);
        QCOMPARE(delta(u"D1"_s, true, -20).status, 200);
        QCOMPARE(delta(u"A1"_s, false, -20).status, 200);
        QCOMPARE(page(2, 3, {u"A2"_s, u"B1"_s}).status, 200);
        QCOMPARE(open(), (QStringList{u"A3"_s, u"B1"_s, u"D1"_s}));
        QCOMPARE(page(1, 3, {u"A1"_s}).status, 200);
        QCOMPARE(page(3, 3, {u"B2"_s}).body, R"({"accounts":1,"changed":true,"pagesLeft":0})");
        QCOMPARE(open(), (QStringList{u"B1"_s, u"B2"_s, u"D1"_s}));
        // The data are as young as the last delta, and nothing older is taken.
        QCOMPARE(m_desk->snapshot().sources.first().asOf, m_desk->bench.clock.now().addSecs(-20));
        QCOMPARE(delta(u"A2"_s, true, -25).status, 409);
    }

    void page_ofASeriesBegunAfterANewerDelta_isAConflict()
    {
        QCOMPARE(delta(u"A2"_s, false, -30).status, 200);
        QCOMPARE(page(1, 2, {u"A2"_s}).status, 409);
        QCOMPARE(page(1, 2, {u"A2"_s}, u"series"_s, -30).status, 200);
    }

    void declaration_manyAccountsClosedBefore_isTaken()
    {
        fill(100'000, u"closed"_s);
        QCOMPARE(delta(u"A1"_s, true, -50).status, 200);
        fill(300'000, u"closed"_s);
        QCOMPARE(delta(u"A1"_s, true, -50).status, 400);
    }

    void declaration_moreOpenAccountsThanACompanyCanHave_isRefused()
    {
        fill(99'998, u"active"_s);
        QCOMPARE(delta(u"A1"_s, true, -50).status, 400);
        QCOMPARE(delta(u"A1"_s, false, -50).status, 200);
        QCOMPARE(delta(u"A1"_s, true, -50).status, 400);
    }

    void page_ofAnotherPortal_saysNothingOfOurs()
    {
        QCOMPARE(page(1, 1, {}, u"series"_s, -60, u"urssaf"_s).status, 200);
        QCOMPARE(open().size(), 3);
    }

    void page_wrong_isRefused_data()
    {
        QTest::addColumn<QJsonValue>("page");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        const QJsonObject right{{u"series"_s, u"s"_s}, {u"number"_s, 1}, {u"of"_s, 2}};
        const auto with = [&right](const QString& member, const QJsonValue& value) {
            QJsonObject page = right;
            page.insert(member, value);
            return QJsonValue(page);
        };
        QTest::newRow("right") << QJsonValue(right) << u"full"_s << 200;
        QTest::newRow("of a delta") << QJsonValue(right) << u"delta"_s << 400;
        QTest::newRow("no object") << QJsonValue(1) << u"full"_s << 400;
        QTest::newRow("no series") << with(u"series"_s, u""_s) << u"full"_s << 400;
        QTest::newRow("long series") << with(u"series"_s, QString(65, u's')) << u"full"_s << 400;
        QTest::newRow("number 0") << with(u"number"_s, 0) << u"full"_s << 400;
        QTest::newRow("beyond the last") << with(u"number"_s, 3) << u"full"_s << 400;
        QTest::newRow("too many") << with(u"of"_s, 2001) << u"full"_s << 400;
        QTest::newRow("a fraction") << with(u"number"_s, 1.5) << u"full"_s << 400;
    }
    void page_wrong_isRefused()
    {
        QFETCH(QJsonValue, page);
        QFETCH(QString, kind);
        QFETCH(int, status);
        QJsonObject body = declaration({u"A1"_s}, -60);
        body.insert(u"kind"_s, kind);
        body.insert(u"page"_s, page);
        QCOMPARE(post(body).status, status);
    }

    void page_otherwiseThanTheFirst_isAConflict()
    {
        QCOMPARE(page(1, 2, {u"A1"_s}).status, 200);
        QCOMPARE(page(2, 3, {u"A2"_s}).status, 409);
        QCOMPARE(page(2, 2, {u"A2"_s}, u"series"_s, -59).status, 409);
        QCOMPARE(open().size(), 3);
    }

    /// More than a call of 64 kB holds; no page stays in memory after its call.
    void pages_ofALargeCompany_areTakenWhole()
    {
        constexpr int pages = 20;
        constexpr int onEach = 100;
        for (int number = 1; number <= pages; ++number) {
            QStringList names;
            for (int i = 0; i < onEach; ++i) {
                names.append(u"L%1"_s.arg(number * onEach + i));
            }
            const auto answer = page(number, pages, names);
            QCOMPARE(answer.status, 200);
            QCOMPARE(DeskBench::json(answer)[u"pagesLeft"].toInt(), pages - number);
        }
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM portal_account WHERE state = 'active'"_s).toInt(),
                 pages * onEach);
    }

    void pages_beyondWhatACompanyCanHave_areRefused()
    {
        QCOMPARE(page(1, 3, {u"A1"_s}).status, 200);
        QVERIFY(m_desk->bench.sql(u"UPDATE declaration_series SET accounts = 99999"_s));
        QCOMPARE(page(2, 3, {u"A2"_s}).status, 200);
        QCOMPARE(page(3, 3, {u"A3"_s}).status, 400);
        QCOMPARE(page(2, 3, {u"A2"_s}).status, 200);
        QCOMPARE(open().size(), 3);
    }

private:
    [[nodiscard]] QJsonObject declaration(const QStringList& names, int age) const
    {
        QJsonArray accounts;
        for (const QString& name : names) {
            accounts.append(
                ScimPortal::user(name, u"Karim Haddad"_s, u"karim.haddad@fabre-filles.example"_s));
        }
        return {{u"siren"_s, m_desk->company.siren},
                {u"kind"_s, u"full"_s},
                {u"asOf"_s, m_desk->bench.clock.now().addSecs(age).toString(Qt::ISODate)},
                {u"accounts"_s, accounts}};
    }
    [[nodiscard]] QJsonObject oneAccount(const QString& name, bool active, int age) const
    {
        QJsonObject body = declaration({name}, age);
        QJsonObject account = body[u"accounts"][0].toObject();
        account.insert(u"active"_s, active);
        body.insert(u"accounts"_s, QJsonArray{account});
        return body;
    }
    HttpResponse delta(const QString& name, bool active, int age)
    {
        QJsonObject body = oneAccount(name, active, age);
        body.insert(u"kind"_s, u"delta"_s);
        return post(body);
    }
    /// So many accounts of "impots" more, of which nobody says anything.
    void fill(int count, const QString& state)
    {
        QVERIFY(m_desk->bench.sql(
            u"WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < %1) "
            "INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, state, certification, "
            "certified_subject, content) SELECT a.siren, 'impots:' || n, a.portal, '', '', 1, ?, "
            "a.certification, '', a.content FROM numbers JOIN portal_account a ON a.id = 'impots:A1' ON "
            "CONFLICT (siren, id) DO NOTHING"_s.arg(count),
            {state}));
    }
    HttpResponse post(const QJsonObject& body, const QString& portal = u"impots"_s)
    {
        return m_desk->call("POST", u"/portal/v1/account-declarations"_s, QJsonDocument(body).toJson(),
                            {{"authorization", m_desk->token(portal)}, {"content-type", "application/json"}});
    }
    HttpResponse declare(const QStringList& names, int age) { return post(declaration(names, age)); }
    HttpResponse page(int number, int of, const QStringList& names, const QString& series = u"series"_s,
                      int age = -60, const QString& portal = u"impots"_s)
    {
        QJsonObject body = declaration(names, age);
        body.insert(u"page"_s, QJsonObject{{u"series"_s, series}, {u"number"_s, number}, {u"of"_s, of}});
        return post(body, portal);
    }
    /// The accounts of "impots" that are open.
    QStringList open()
    {
        QStringList names;
        for (const PortalAccount& account : m_desk->snapshot().accounts) {
            if (account.openAccount() && account.portal == u"impots"_s) {
                names.append(account.portalAccountId);
            }
        }
        names.sort();
        return names;
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(DeclarationPagesTest)
#include "DeclarationPagesTest.moc"

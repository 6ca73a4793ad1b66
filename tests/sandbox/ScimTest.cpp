// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

namespace proconnect::sandbox::test {

namespace {

const QString Schema = QStringLiteral("urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account");

QByteArray patchBody(const QByteArray& operations)
{
    return R"({"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[)" + operations +
           "]}";
}

QByteArray replaceText(const QString& path, const char* value)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                                     {QStringLiteral("path"), path},
                                     {QStringLiteral("value"), QString::fromLatin1(value)}})
        .toJson(QJsonDocument::Compact);
}

QByteArray replaceValue(const char* attribute, const QJsonValue& value)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                                     {QStringLiteral("path"), Schema + QString::fromLatin1(attribute)},
                                     {QStringLiteral("value"), value}})
        .toJson(QJsonDocument::Compact);
}

QByteArray giveRole(const char* code)
{
    return replaceValue(":role", QJsonObject{{QStringLiteral("value"), QString::fromLatin1(code)}});
}

QByteArray newUser(const char* externalId, const char* email, const char* role)
{
    const QJsonObject extension{
        {QStringLiteral("siren"), QStringLiteral("000058263")},
        {QStringLiteral("role"), QJsonObject{{QStringLiteral("value"), QString::fromLatin1(role)}}}};
    return QJsonDocument(
               QJsonObject{{QStringLiteral("externalId"), QString::fromLatin1(externalId)},
                           {QStringLiteral("name"),
                            QJsonObject{{QStringLiteral("formatted"), QStringLiteral("Claire Fabre")}}},
                           {QStringLiteral("emails"),
                            QJsonArray{QJsonObject{{QStringLiteral("value"), QString::fromLatin1(email)}}}},
                           {Schema, extension}})
        .toJson(QJsonDocument::Compact);
}

const QByteArray Close = R"({"op":"replace","path":"active","value":false})";

} // namespace

class ScimTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Answer get(const QString& portal, const QString& path)
    {
        return m_http.get(m_sandbox.world(base(portal) + path), {bearer(portal)});
    }

    [[nodiscard]] Answer patch(const QString& portal, const QString& id, const QByteArray& body,
                               const Headers& more = {})
    {
        Headers headers{bearer(portal), {"Content-Type", "application/scim+json"}};
        headers += more;
        return m_http.send("PATCH", m_sandbox.world(base(portal) + QStringLiteral("/Users/") + id), body,
                           headers);
    }

    [[nodiscard]] QJsonObject account(const QString& portal, const QString& userName)
    {
        const QByteArray filter = QUrl::toPercentEncoding(QStringLiteral("userName eq \"%1\"").arg(userName));
        return get(portal, QStringLiteral("/Users?filter=") + QString::fromLatin1(filter))
            .json()[u"Resources"][0]
            .toObject();
    }

    [[nodiscard]] Answer create(const QString& portal, const QByteArray& user)
    {
        return m_http.send("POST", m_sandbox.world(base(portal) + QStringLiteral("/Users")), user,
                           {bearer(portal), {"Content-Type", "application/scim+json"}});
    }

    [[nodiscard]] QJsonObject role(const QString& portal, const QString& userName)
    {
        return account(portal, userName)[Schema][u"role"].toObject();
    }

    [[nodiscard]] static QString base(const QString& portal)
    {
        return QStringLiteral("/portails/") + portal + QStringLiteral("/scim/v2");
    }

    [[nodiscard]] static std::pair<QByteArray, QByteArray> bearer(const QString& portal)
    {
        return {"Authorization", "Bearer demo-scim-" + portal.toLatin1()};
    }

    const QString m_impots = QStringLiteral("impots");
    Http m_http;
    RunningSandbox m_sandbox;

private Q_SLOTS:
    void discovery_anyPortal_announcesPatchFilterAndEtag()
    {
        const QJsonObject config = get(m_impots, QStringLiteral("/ServiceProviderConfig")).json();
        QCOMPARE(config[u"patch"][u"supported"].toBool(), true);
        QCOMPARE(config[u"etag"][u"supported"].toBool(), true);
        QCOMPARE(config[u"filter"][u"maxResults"].toInt(), 200);
        QCOMPARE(get(m_impots, QStringLiteral("/Schemas")).json()[u"totalResults"].toInt(), 2);
        QCOMPARE(get(m_impots, QStringLiteral("/ResourceTypes")).json()[u"totalResults"].toInt(), 1);
    }

    void anyRequest_wrongToken_unauthorizedInScimFormat()
    {
        const Answer answer = m_http.get(m_sandbox.world(base(m_impots) + QStringLiteral("/Users")),
                                         {bearer(QStringLiteral("urssaf"))});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/scim+json"));
        QCOMPARE(answer.json()[u"status"].toString(), QStringLiteral("401"));
    }

    void list_allPortals_holdsThe58Accounts()
    {
        int total = 0;
        for (const char* portal :
             {"impots", "urssaf", "net_entreprises", "chorus_pro", "prodouane", "asp", "portailpro"}) {
            total += get(QString::fromLatin1(portal), QStringLiteral("/Users?count=0"))
                         .json()[u"totalResults"]
                         .toInt();
        }
        QCOMPARE(total, 58);
    }

    void list_bySirenInPages_givesEachOnce()
    {
        const QString filter =
            QString::fromLatin1(QUrl::toPercentEncoding(Schema + QStringLiteral(":siren eq \"000058263\"")));
        QSet<QString> seen;
        int total = -1;
        for (int start = 1; total < 0 || start <= total; start += 2) {
            const QJsonObject page =
                get(m_impots, QStringLiteral("/Users?count=2&startIndex=%1&filter=%2").arg(start).arg(filter))
                    .json();
            total = page[u"totalResults"].toInt();
            const QJsonArray resources = page[u"Resources"].toArray();
            QVERIFY(resources.size() <= 2);
            for (const QJsonValue user : resources) {
                QCOMPARE(user[Schema][u"siren"].toString(), QStringLiteral("000058263"));
                seen.insert(user[u"id"].toString());
            }
        }
        QVERIFY(total > 0);
        QCOMPARE(seen.size(), total);
    }

    void list_badFilterOrNumber_refusedWithType()
    {
        QCOMPARE(get(m_impots, QStringLiteral("/Users?filter=siren")).json()[u"scimType"].toString(),
                 QStringLiteral("invalidFilter"));
        QCOMPARE(get(m_impots, QStringLiteral("/Users?count=many")).status, 400);
    }

    void account_ofDemonstration_isToldInExtension()
    {
        const QJsonObject user = account(QStringLiteral("net_entreprises"), QStringLiteral("NET-c9f7a71a"));
        QVERIFY(!user.contains(u"name"));
        QCOMPARE(user[Schema][u"signals"][1][u"value"].toString(), QStringLiteral("severalOrigins"));
        QCOMPARE(user[Schema][u"signals"][1][u"count"].toInt(), 6);
        QCOMPARE(user[Schema][u"siret"][0].toString(), QStringLiteral("00007491400029"));
        QVERIFY(!account(m_impots, QStringLiteral("IMP-bf336421"))[Schema].toObject().contains(u"siret"));
        QCOMPARE(account(m_impots, QStringLiteral("IMP-23c50efd"))[u"active"].toBool(true), false);
    }

    void patch_close_changesVersionAndAnswersAccount()
    {
        const QJsonObject before = account(m_impots, QStringLiteral("IMP-f623cc71"));
        const QString id = before[u"id"].toString();
        const QByteArray etag = before[u"meta"][u"version"].toString().toLatin1();

        const Answer closed = patch(m_impots, id, patchBody(Close), {{"If-Match", etag}});

        QCOMPARE(closed.status, 200);
        QCOMPARE(closed.json()[u"active"].toBool(true), false);
        QVERIFY(closed.header("ETag") != etag);
        QCOMPARE(patch(m_impots, id, patchBody(Close), {{"If-Match", etag}}).status, 412);
        QCOMPARE(m_http
                     .get(m_sandbox.world(base(m_impots) + QStringLiteral("/Users/") + id),
                          {bearer(m_impots), {"If-None-Match", closed.header("ETag")}})
                     .status,
                 304);
        QVERIFY(m_http.get(m_sandbox.world(QStringLiteral("/portails/impots/"))).body.contains("fermé"));
    }

    void patch_open_againWhereThePortalCanAndForAWhile()
    {
        const QByteArray open = R"({"op":"replace","path":"active","value":true})";
        const QString id = account(m_impots, QStringLiteral("IMP-aa36174d"))[u"id"].toString();
        QCOMPARE(patch(m_impots, id, patchBody(Close)).status, 200);
        const Answer opened = patch(m_impots, id, patchBody(open));
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.json()[u"active"].toBool(false), true);
        // Closed months ago; and on a portal that keeps none.
        const QString old = account(m_impots, QStringLiteral("IMP-23c50efd"))[u"id"].toString();
        QCOMPARE(patch(m_impots, old, patchBody(open)).status, 403);
        const QString urssaf = QStringLiteral("urssaf");
        const QString gone = account(urssaf, QStringLiteral("URS-591bb2e6"))[u"id"].toString();
        QCOMPARE(patch(urssaf, gone, patchBody(Close)).status, 200);
        QCOMPARE(patch(urssaf, gone, patchBody(open)).status, 403);
    }

    void patch_certify_setsBothOrNothing()
    {
        const QString portal = QStringLiteral("urssaf");
        const QString id = account(portal, QStringLiteral("URS-1e82c05a"))[u"id"].toString();
        const QByteArray certify = replaceText(Schema + QStringLiteral(":certification"), "certified");
        const QByteArray subject = replaceText(Schema + QStringLiteral(":certifiedSubject"), "pseudonym");
        const QByteArray wrong = replaceText(QStringLiteral("userName"), "x");

        const Answer refused = patch(portal, id, patchBody(subject + ',' + wrong));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json()[u"scimType"].toString(), QStringLiteral("mutability"));
        QVERIFY(!account(portal, QStringLiteral("URS-1e82c05a"))[Schema].toObject().contains(
            u"certifiedSubject"));

        const Answer done = patch(portal, id, patchBody(certify + ',' + subject));
        QCOMPARE(done.json()[Schema][u"certification"].toString(), QStringLiteral("certified"));
        QCOMPARE(done.json()[Schema][u"certifiedSubject"].toString(), QStringLiteral("pseudonym"));
    }

    void patch_soleRole_passesFromWhoHadIt()
    {
        const QString before = QStringLiteral("IMP-bf336421");
        const QString after = QStringLiteral("IMP-30f27dce");
        QCOMPARE(role(m_impots, before)[u"value"].toString(), QStringLiteral("ADMIN_TITULAIRE"));
        const Answer done = patch(m_impots, account(m_impots, after)[u"id"].toString(),
                                  patchBody(giveRole("ADMIN_TITULAIRE")));
        QCOMPARE(done.status, 200);
        QVERIFY(done.json()[Schema][u"role"][u"administrator"].toBool());
        QCOMPARE(role(m_impots, after)[u"value"].toString(), QStringLiteral("ADMIN_TITULAIRE"));
        QVERIFY(!role(m_impots, before)[u"administrator"].toBool());
        // Another company's holder keeps it.
        QCOMPARE(role(m_impots, QStringLiteral("IMP-36b5d0bd"))[u"value"].toString(),
                 QStringLiteral("ADMIN_TITULAIRE"));
    }

    void patch_role_isGivenBesideOthersWithEstablishments()
    {
        const QString portal = QStringLiteral("net_entreprises");
        const QString id = account(portal, QStringLiteral("NET-4d144a05"))[u"id"].toString();
        const QByteArray places = replaceValue(":siret", QJsonArray{QStringLiteral("00005826300013")});
        QCOMPARE(patch(portal, id, patchBody(giveRole("ADMINISTRATEUR") + ',' + places)).status, 200);
        QVERIFY(role(portal, QStringLiteral("NET-4d144a05"))[u"administrator"].toBool());
        QVERIFY(role(portal, QStringLiteral("NET-d119f446"))[u"administrator"].toBool());
        QCOMPARE(account(portal, QStringLiteral("NET-4d144a05"))[Schema][u"siret"].toArray(),
                 QJsonArray{QStringLiteral("00005826300013")});
    }

    void patch_role_givenByHandOnly_refusedInPortalsWords()
    {
        const QString asp = QStringLiteral("asp");
        const QString id = account(asp, QStringLiteral("ASP-a45ca5b3"))[u"id"].toString();
        const Answer answer = patch(asp, id, patchBody(giveRole("ADMINISTRATEUR")));
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.json()[u"detail"].toString().contains(QStringLiteral("ASP")));
        QVERIFY(!role(asp, QStringLiteral("ASP-a45ca5b3"))[u"administrator"].toBool());
    }

    void patch_wrongMessage_refusedWithType_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("type");
        QTest::newRow("text for boolean")
            << patchBody(R"({"op":"replace","path":"active","value":"False"})") << "invalidValue";
        QTest::newRow("unknown path")
            << patchBody(R"({"op":"replace","path":"colour","value":1})") << "invalidPath";
        QTest::newRow("remove without path") << patchBody(R"({"op":"remove"})") << "noTarget";
        QTest::newRow("unknown role") << patchBody(giveRole("ROI")) << "invalidValue";
        QTest::newRow("role as a text")
            << patchBody(replaceText(Schema + QStringLiteral(":role"), "DELEGATAIRE")) << "invalidValue";
        QTest::newRow("establishment that is none")
            << patchBody(replaceValue(":siret", QJsonArray{QStringLiteral("1")})) << "invalidValue";
        QTest::newRow("no schema") << QByteArray(R"({"Operations":[]})") << "invalidSyntax";
        QTest::newRow("no json") << QByteArray("{") << "invalidSyntax";
        QTest::newRow("unknown operation")
            << patchBody(R"({"op":"move","path":"active","value":true})") << "invalidSyntax";
    }

    void patch_wrongMessage_refusedWithType()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, type);
        const QString id = account(m_impots, QStringLiteral("IMP-36b5d0bd"))[u"id"].toString();
        const Answer answer = patch(m_impots, id, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()[u"scimType"].toString(), type);
    }

    void patch_closeByHandOnly_refusedInPortalsWords()
    {
        const QString titular = account(m_impots, QStringLiteral("IMP-36b5d0bd"))[u"id"].toString();
        const Answer answer = patch(m_impots, titular, patchBody(Close));
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.json()[u"detail"].toString().contains(QStringLiteral("substitution")));
        QCOMPARE(account(m_impots, QStringLiteral("IMP-36b5d0bd"))[u"active"].toBool(), true);
    }

    void users_create_opensOneForEachPerson()
    {
        const QString portal = QStringLiteral("net_entreprises");
        const Answer opened =
            create(portal, newUser("order-1", "claire@fabre-filles.example", "ADMINISTRATEUR"));
        QCOMPARE(opened.status, 201);
        const QJsonObject made = opened.json();
        QCOMPARE(made[Schema][u"role"][u"administrator"].toBool(), true);
        QCOMPARE(made[Schema][u"siren"].toString(), QStringLiteral("000058263"));
        QCOMPARE(account(portal, made[u"userName"].toString())[u"name"][u"formatted"].toString(),
                 QStringLiteral("Claire Fabre"));
        const QByteArray filter = QUrl::toPercentEncoding(QStringLiteral("externalId eq \"order-1\""));
        QCOMPARE(get(portal, QStringLiteral("/Users?filter=") + QString::fromLatin1(filter))
                     .json()[u"totalResults"]
                     .toInt(),
                 1);
        QCOMPARE(create(portal, newUser("order-1", "else@fabre-filles.example", "DECLARANT")).status, 409);
        QCOMPARE(create(portal, newUser("order-2", "claire@fabre-filles.example", "DECLARANT")).status, 409);
    }

    void users_create_opensWider_whenSoOrdered()
    {
        const QString portal = QStringLiteral("net_entreprises");
        const auto opened = [&](const char* order, const char* email) {
            return create(portal, newUser(order, email, "DECLARANT")).json()[Schema][u"rights"].toArray();
        };
        QVERIFY(opened("order-5", "e@fabre-filles.example").isEmpty());
        QVERIFY(m_sandbox.order(
            {{QStringLiteral("target"), QStringLiteral("scim.net_entreprises")},
             {QStringLiteral("fault"),
              QJsonObject{{QStringLiteral("quirks"), QJsonArray{QStringLiteral("opensWider")}}}}}));
        QVERIFY(!opened("order-6", "f@fabre-filles.example").isEmpty());
    }

    void users_create_refusedLikeARole()
    {
        QCOMPARE(create(m_impots, "{}").status, 400);
        QCOMPARE(create(m_impots, newUser("order-3", "c@fabre-filles.example", "ROI")).status, 400);
        QCOMPARE(create(QStringLiteral("asp"), newUser("order-4", "c@fabre-filles.example", "ADMINISTRATEUR"))
                     .status,
                 403);
    }

    void users_unknown_refused()
    {
        QCOMPARE(get(m_impots, QStringLiteral("/Users/none")).status, 404);
        QCOMPARE(patch(m_impots, QStringLiteral("none"), patchBody(Close)).status, 404);
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::ScimTest)
#include "ScimTest.moc"

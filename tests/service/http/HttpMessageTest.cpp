// SPDX-License-Identifier: MIT
#include "service/http/HttpMessage.h"

#include "service/http/Router.h"
#include "service/http/StrictText.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

class HttpMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_ofThreeFields_isDecoded()
    {
        HttpRequest request;
        request.headers.insert("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        request.body = "grant_type=refresh_token&note=a+b%20c%C3%A9&empty=";
        const auto form = request.form();
        QVERIFY(form.ok());
        QCOMPARE(form.value().value(QStringLiteral("note")), QStringLiteral("a b cé"));
        QVERIFY(form.value().contains(QStringLiteral("empty")));
    }

    void form_malformed_isRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("field twice") << QByteArray("code=1&code=2");
        QTest::newRow("same field under an escape") << QByteArray("code=1&%63ode=2");
        QTest::newRow("bad escape") << QByteArray("code=%G1");
        QTest::newRow("cut escape") << QByteArray("code=%4");
        QTest::newRow("NUL") << QByteArray("code=a%00b");
        QTest::newRow("not UTF-8") << QByteArray("code=%FF%FE");
        QTest::newRow("no name") << QByteArray("=1");
        QTest::newRow("empty pair") << QByteArray("a=1&&b=2");
    }
    void form_malformed_isRefused()
    {
        QFETCH(QByteArray, body);
        HttpRequest request;
        request.headers.insert("content-type", "application/x-www-form-urlencoded");
        request.body = body;
        const auto form = request.form();
        QVERIFY(!form.ok());
        QCOMPARE(form.failure().code, FailureCode::InvalidRequest);
    }

    void json_withMemberTwiceOrOtherType_isRefused()
    {
        HttpRequest request;
        request.body = R"({"siren":"1","siren":"2"})";
        QVERIFY(!request.json().ok());
        request.headers.insert("content-type", "application/json");
        QVERIFY(!request.json().ok());
        request.body = R"({"siren":"1"})";
        QVERIFY(request.json().ok());
    }

    void problem_ofEveryFailure_isFrenchAndNamesTheCode()
    {
        for (int code = 0; code <= static_cast<int>(FailureCode::Internal); ++code) {
            const auto failure = static_cast<FailureCode>(code);
            const auto response = HttpResponse::problem({failure, QStringLiteral("secret detail"), {}});
            const auto json = QJsonDocument::fromJson(response.body).object();
            QCOMPARE(response.status, failureInfo(failure).httpStatus);
            QCOMPARE(failureFromId(json.value(QStringLiteral("code")).toString()), std::optional{failure});
            QVERIFY(json.value(QStringLiteral("detail")).toString().endsWith(u'.'));
            QVERIFY(!response.body.contains("secret detail"));
        }
    }

    void dispatch_knownPath_givesParameters()
    {
        Router router;
        router.add("GET", QStringLiteral("/v1/companies/{siren}/snapshot"), [](const HttpRequest& request) {
            return HttpResponse::json(
                200, {{QStringLiteral("siren"), request.parameters.value(QStringLiteral("siren"))}});
        });
        QCOMPARE(router.dispatch(get("/v1/companies/000058263/snapshot")).body,
                 QByteArray(R"({"siren":"000058263"})"));
        QCOMPARE(router.dispatch(get("/v1/companies//snapshot")).status, 404);
        QCOMPARE(router.dispatch(get("/v1/companies/000058263/snapshot/")).status, 404);
        HttpRequest post = get("/v1/companies/000058263/snapshot");
        post.method = "POST";
        const auto refused = router.dispatch(post);
        QCOMPARE(refused.status, 405);
        QVERIFY(refused.headers.contains(std::pair<QByteArray, QByteArray>("Allow", "GET")));
    }

    void withoutSecrets_ofATicket_isThePattern_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("logged");
        const auto row = [](const char* path, const char* logged) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(logged);
        };
        row("/sign-in/start/abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "/sign-in/start/{ticket}");
        row("/sign-in/start/abcdefghijklm/", "/sign-in/start/{ticket}");
        row("/sign-in/start/abcdefghijklm/more", "/sign-in/start/{ticket}");
        row("/sign-out/abcdefghijklm", "/sign-out/{ticket}");
        row("/sign-out/return", "/sign-out/return");
        row("/sign-in/abcdefghijklm", "/sign-in/abcdefghijklm");
        row("/v1/companies/000058263/snapshot", "/v1/companies/000058263/snapshot");
        row("/nowhere", "/nowhere");
    }
    void withoutSecrets_ofATicket_isThePattern()
    {
        QFETCH(QString, path);
        const auto nothing = [](const HttpRequest&) { return HttpResponse::empty(204); };
        Router router;
        for (const char* pattern : {"/sign-out/return", "/sign-out/{ticket}", "/sign-in/start/{ticket}",
                                    "/v1/companies/{siren}/snapshot"}) {
            router.add("GET", QString::fromLatin1(pattern), nothing);
        }
        QTEST(router.withoutSecrets(router.find("GET", path), path), "logged");
        QTEST(router.withoutSecrets(router.find("POST", path), path), "logged");
    }

private:
    static HttpRequest get(const char* path)
    {
        HttpRequest request;
        request.method = "GET";
        request.path = QString::fromLatin1(path);
        return request;
    }
};

QTEST_APPLESS_MAIN(HttpMessageTest)
#include "HttpMessageTest.moc"

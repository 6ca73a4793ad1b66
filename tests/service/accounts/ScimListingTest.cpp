// SPDX-License-Identifier: MIT
#include "service/accounts/ScimClient.h"
#include "tests/service/support/ScimPortal.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString siren = QStringLiteral("000058263");

} // namespace

/// All accounts of a company as a portal's SCIM server lists them, whatever it answers.
class ScimListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_portal = std::make_unique<ScimPortal>();
        m_http = std::make_unique<ScriptedHttpClient>(m_portal->script());
        m_scim = std::make_unique<ScimClient>(*m_http, m_clock);
    }

    void accountsOf_company_asksForItAlone()
    {
        QVERIFY(m_scim->accountsOf(scimPortalConfiguration(), siren).ok());
        const QUrlQuery query(m_http->last().url);
        QCOMPARE(query.queryItemValue(QStringLiteral("filter"), QUrl::FullyDecoded),
                 accountSchema() + QStringLiteral(":siren eq \"000058263\""));
        QCOMPARE(query.queryItemValue(QStringLiteral("startIndex")), QStringLiteral("1"));
        QCOMPARE(query.queryItemValue(QStringLiteral("count")), QStringLiteral("100"));
    }

    void accountsOf_manyPages_givesEachOnce()
    {
        m_portal->pageSize = 3;
        m_portal->repeatsItself = true;
        fillPortal(10);
        const auto accounts = m_scim->accountsOf(scimPortalConfiguration(), siren);
        QVERIFY2(accounts.ok(), accounts.ok() ? "" : qPrintable(accounts.failure().detail));
        QCOMPARE(accounts.value().size(), 10);
    }

    void accountsOf_moreThanTwoHundredPages_givesAll()
    {
        fillPortal(25'000);
        const auto accounts = m_scim->accountsOf(scimPortalConfiguration(), siren);
        QVERIFY2(accounts.ok(), accounts.ok() ? "" : qPrintable(accounts.failure().detail));
        QCOMPARE(accounts.value().size(), 25'000);
    }

    void accountsOf_serviceThatStops_endsBeforeTheNextPage()
    {
        m_portal->pageSize = 1;
        fillPortal(5);
        const auto accounts = m_scim->accountsOf(scimPortalConfiguration(), siren, [this] {
            return m_http->count(QStringLiteral("/Users")) == 2;
        });
        QCOMPARE(accounts.failure().code, FailureCode::Cancelled);
        QCOMPARE(m_http->count(QStringLiteral("/Users")), 2);
    }

    void accountsOf_otherCompany_isNotShown()
    {
        m_portal->users = {ScimPortal::user(QStringLiteral("IMP-1"), QStringLiteral("Isabelle Roche"),
                                            QStringLiteral("isabelle.roche@fabre-filles.example")),
                           ScimPortal::user(QStringLiteral("IMP-2"), QStringLiteral("Autre"),
                                            QStringLiteral("x@y.example"), QStringLiteral("000041376"))};
        QCOMPARE(m_scim->accountsOf(scimPortalConfiguration(), siren).value().size(), 1);
    }

    void accountsOf_brokenPortal_fails_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("cut") << QByteArray("{\"totalResults\": 2, \"Resources\": [{");
        QTest::newRow("no total") << QByteArray("{\"Resources\": []}");
        QTest::newRow("promises more") << QByteArray("{\"totalResults\": 2, \"Resources\": []}");
        QTest::newRow("account without id")
            << QByteArray("{\"totalResults\": 1, \"Resources\": [{\"userName\": \"a\"}]}");
        QTest::newRow("duplicate members")
            << QByteArray("{\"totalResults\": 0, \"totalResults\": 0, \"Resources\": []}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void accountsOf_brokenPortal_fails()
    {
        QFETCH(QByteArray, body);
        m_portal->listReply = HttpReply{200, {}, body};
        QCOMPARE(m_scim->accountsOf(scimPortalConfiguration(), siren).failure().code, FailureCode::BadReply);
    }

private:
    void fillPortal(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_portal->users.append(ScimPortal::user(QStringLiteral("IMP-%1").arg(i),
                                                    QStringLiteral("Personne"),
                                                    QStringLiteral("p@fabre-filles.example")));
        }
    }

    StandingClock m_clock;
    std::unique_ptr<ScimPortal> m_portal;
    std::unique_ptr<ScriptedHttpClient> m_http;
    std::unique_ptr<ScimClient> m_scim;
};

QTEST_GUILESS_MAIN(ScimListingTest)
#include "ScimListingTest.moc"

// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimFilter.h"

#include <QtTest>

namespace proconnect::sandbox::test {

class ScimFilterTest : public QObject
{
    Q_OBJECT

private:
    nlohmann::json m_user{
        {"userName", "IMP-1"},
        {"externalId", "Abc"},
        {"active", true},
        {"emails", {{{"value", "a@x.example"}, {"type", "work"}}}},
        {"meta", {{"lastModified", "2026-01-02T00:00:00Z"}}},
        {"urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account", {{"siren", "000058263"}}},
    };

private Q_SLOTS:
    void match_filter_asExpected_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* filter, bool matches) {
            QTest::newRow(filter) << QByteArray(filter) << matches;
        };
        row("userName eq \"imp-1\"", true);
        row("USERNAME EQ \"IMP-1\"", true);
        row("externalId eq \"abc\"", false);
        row("externalId eq \"Abc\" and active eq true", true);
        row("active eq false or userName sw \"IMP\"", true);
        row("not (active eq true)", false);
        row("not (userName eq \"x\") and (active eq true or externalId pr)", true);
        row("active eq \"true\"", false);
        row("emails.value co \"@X\"", true);
        row("nickName pr", false);
        row("nickName ne \"x\"", true);
        row("meta.lastModified gt \"2026-01-01T00:00:00Z\"", true);
        row("meta.lastModified gt \"2026-01-03T00:00:00Z\"", false);
        row("urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account:siren eq \"000058263\"", true);
        row("urn:ietf:params:scim:schemas:extension:proconnect:2.0:account:SIREN eq \"000074914\"", false);
        row("userName eq \"say \\\"hi\\\"\"", false);
    }

    void match_filter_asExpected()
    {
        QFETCH(QByteArray, filter);
        QFETCH(bool, matches);
        const auto parsed = parseScimFilter(filter.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE((*parsed)(m_user), matches);
    }

    void parse_noFilter_refused_data()
    {
        QTest::addColumn<QByteArray>("filter");
        for (const char* filter :
             {"", "userName", "userName eq", "userName is \"x\"", "userName eq x", "(active eq true",
              "active eq true)", "active eq true and", "emails[type eq \"work\"]", "\"a\" eq \"a\"",
              "userName eq \"open", "active eq {}"}) {
            QTest::newRow(filter) << QByteArray(filter);
        }
        QTest::newRow("too long") << QByteArray(3000, 'a');
        QTest::newRow("too deep") << QByteArray(200, '(');
    }

    void parse_noFilter_refused()
    {
        QFETCH(QByteArray, filter);
        QVERIFY(!parseScimFilter(filter.toStdString()).has_value());
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::ScimFilterTest)
#include "ScimFilterTest.moc"

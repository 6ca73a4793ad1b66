// SPDX-License-Identifier: MIT
#include "core/jose/StrictJson.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace proconnect;

class StrictJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_wellFormedObject_keepsEveryKindOfValue()
    {
        const auto result =
            parseStrictJson(R"({"a":"é","b":[1,-2,3.5,true,null],"c":{"d":9007199254740993}})");
        QVERIFY(result.ok());
        const QJsonObject object = result.value();
        QCOMPARE(object[QLatin1String("a")].toString(), QStringLiteral("é"));
        QCOMPARE(object[QLatin1String("b")].toArray().size(), 5);
        QCOMPARE(object[QLatin1String("b")].toArray().at(2).toDouble(), 3.5);
        QCOMPARE(object[QLatin1String("c")].toObject()[QLatin1String("d")].toInteger(), 9007199254740993);
    }

    void parse_badText_failsWithTheCodeAsked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("scalar") << QByteArray("1");
        QTest::newRow("duplicate member") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("duplicate, not next to it") << QByteArray(R"({"b":1,"a":2,"b":3})");
        QTest::newRow("duplicate within") << QByteArray(R"({"c":[{"a":1,"b":1,"a":2}]})");
        QTest::newRow("duplicate by escape") << QByteArray(R"({"a":1,"\u0061":2})");
        QTest::newRow("text after") << QByteArray("{} x");
        QTest::newRow("two objects") << QByteArray("{}{}");
        QTest::newRow("truncated") << QByteArray(R"({"a":)");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("lone surrogate") << QByteArray(R"({"a":"\ud800"})");
        QTest::newRow("comment") << QByteArray("{/*x*/}");
        QTest::newRow("infinite number") << QByteArray(R"({"a":1e999})");
        QTest::newRow("too deep") << QByteArray("{\"a\":" + QByteArray(50, '[') + QByteArray(50, ']') + "}");
        QTest::newRow("too large") << QByteArray("{\"a\":\"" + QByteArray(2000, 'x') + "\"}");
    }

    void parse_badText_failsWithTheCodeAsked()
    {
        QFETCH(QByteArray, text);
        const auto result = parseStrictJson(text, {1000, 8}, FailureCode::InvalidRequest);
        QVERIFY(!result.ok());
        QCOMPARE(result.failure().code, FailureCode::InvalidRequest);
    }

    void parse_manyMembersInFallingOrder_takeNoLongerThanInRisingOrder()
    {
        constexpr int members = 300'000;
        QByteArray text = "{";
        for (int i = members; i > 0; --i) {
            text += "\"" + QByteArray::number(1'000'000 + i) + "\":0,";
        }
        text.back() = '}';
        QElapsedTimer time;
        time.start();
        const auto result = parseStrictJson(text, {text.size(), 8}, FailureCode::InvalidRequest);
        QCOMPARE(result.value().size(), members);
        QVERIFY(time.elapsed() < 15'000); // moved one by one, it is a minute
    }
};

QTEST_GUILESS_MAIN(StrictJsonTest)
#include "StrictJsonTest.moc"

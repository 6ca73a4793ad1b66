// SPDX-License-Identifier: MIT
#include "ui/text/DateText.h"

#include "ui/text/Language.h"
#include "ui/text/Wording.h"

#include <QtTest>

namespace proconnect::ui {

class DateTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("fr")); }

    void when_sameDayInParis_saysToday();
    void when_lateEveningUtc_countsDaysInParis();
    void ago_severalAges_saysWhatPeopleSay_data();
    void ago_severalAges_saysWhatPeopleSay();
    void longDate_firstOfMonth_isOrdinalInFrench();
    void shortDate_otherYear_namesTheYear();
    void spokenHour_french_hasNoBreakSpaces();
    void spokenHour_english_usesTwelveHours();
    void texts_english_areEnglish();
    void enumeration_severalNames_endsWithAnd();
    void foldedForSearch_accentsAndCase_areIgnored();

private:
    static QDateTime utc(int year, int month, int day, int hour, int minute)
    {
        return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
    }

    Language m_language;
    const QDateTime m_now = utc(2026, 11, 23, 7, 30);
};

void DateTextTest::when_sameDayInParis_saysToday()
{
    const DateText dates(m_now);
    QCOMPARE(dates.when(utc(2026, 11, 23, 6, 5)), QStringLiteral("aujourd’hui à 07:05"));
    QCOMPARE(dates.when(utc(2026, 11, 20, 17, 47)), QStringLiteral("le 20\u00a0nov. à 18:47"));
    QCOMPARE(dates.whenShort(utc(2026, 11, 23, 6, 5)), QStringLiteral("à\u00a007:05"));
    QCOMPARE(dates.whenShort(utc(2026, 11, 20, 17, 47)), QStringLiteral("le\u00a020\u00a0nov."));
}

void DateTextTest::when_lateEveningUtc_countsDaysInParis()
{
    const DateText dates(m_now);
    // 23:30 UTC on the 22nd is already the 23rd in Paris.
    QVERIFY(dates.when(utc(2026, 11, 22, 23, 30)).startsWith(QStringLiteral("aujourd’hui")));
    QVERIFY(dates.when(utc(2026, 11, 22, 22, 30)).startsWith(QStringLiteral("hier")));
    QVERIFY(dates.when(utc(2026, 11, 24, 8, 0)).startsWith(QStringLiteral("demain")));
}

void DateTextTest::ago_severalAges_saysWhatPeopleSay_data()
{
    QTest::addColumn<QDateTime>("instant");
    QTest::addColumn<QString>("text");
    QTest::newRow("this morning") << utc(2026, 11, 23, 6, 0) << QStringLiteral("ce matin");
    QTest::newRow("yesterday") << utc(2026, 11, 22, 9, 0) << QStringLiteral("hier");
    QTest::newRow("this month") << utc(2026, 11, 5, 9, 0) << QStringLiteral("le\u00a05\u00a0nov.");
    QTest::newRow("a day short of a month")
        << utc(2026, 10, 24, 9, 0) << QStringLiteral("le\u00a024\u00a0oct.");
    QTest::newRow("one month") << utc(2026, 10, 23, 9, 0) << QStringLiteral("il y a 1\u00a0mois");
    QTest::newRow("months") << utc(2026, 8, 20, 9, 0) << QStringLiteral("il y a 3\u00a0mois");
    QTest::newRow("one year") << utc(2025, 11, 1, 9, 0) << QStringLiteral("il y a 1\u00a0an");
    QTest::newRow("years") << utc(2024, 9, 18, 9, 0) << QStringLiteral("il y a 2\u00a0ans");
}

void DateTextTest::ago_severalAges_saysWhatPeopleSay()
{
    QFETCH(QDateTime, instant);
    QFETCH(QString, text);
    QCOMPARE(DateText(m_now).ago(instant), text);
}

void DateTextTest::longDate_firstOfMonth_isOrdinalInFrench()
{
    const DateText dates(m_now);
    QCOMPARE(dates.longDate(QDate(2026, 12, 1)), QStringLiteral("1er\u00a0décembre\u00a02026"));
    QCOMPARE(dates.longDate(QDate(2026, 12, 21)), QStringLiteral("21\u00a0décembre\u00a02026"));
    QCOMPARE(dates.weekday(QDate(2026, 11, 23)), QStringLiteral("Lundi 23\u00a0novembre\u00a02026"));
}

void DateTextTest::shortDate_otherYear_namesTheYear()
{
    const DateText dates(m_now);
    QCOMPARE(dates.shortDate(QDate(2026, 12, 15)), QStringLiteral("15\u00a0déc."));
    QCOMPARE(dates.shortDate(QDate(2027, 1, 15)), QStringLiteral("15\u00a0janv.\u00a02027"));
}

void DateTextTest::spokenHour_french_hasNoBreakSpaces()
{
    const DateText dates(m_now);
    QCOMPARE(dates.spokenHour(QTime(23, 59)), QStringLiteral("23\u00a0h\u00a059"));
    QCOMPARE(dates.spokenHour(QTime(18, 0)), QStringLiteral("18\u00a0h"));
}

void DateTextTest::spokenHour_english_usesTwelveHours()
{
    m_language.use(QStringLiteral("en"));
    const DateText dates(m_now);
    QCOMPARE(dates.spokenHour(QTime(23, 59)), QStringLiteral("11:59\u00a0pm"));
    QCOMPARE(dates.spokenHour(QTime(18, 0)), QStringLiteral("6\u00a0pm"));
}

void DateTextTest::texts_english_areEnglish()
{
    m_language.use(QStringLiteral("en"));
    const DateText dates(m_now);
    QCOMPARE(dates.ago(utc(2026, 10, 20, 9, 0)), QStringLiteral("1\u00a0month ago"));
    QCOMPARE(dates.longDate(QDate(2026, 12, 1)), QStringLiteral("1\u00a0December\u00a02026"));
    QCOMPARE(numberWord(3), QStringLiteral("Three"));
}

void DateTextTest::enumeration_severalNames_endsWithAnd()
{
    QCOMPARE(enumeration({}), QString());
    QCOMPARE(enumeration({QStringLiteral("A")}), QStringLiteral("A"));
    QCOMPARE(enumeration({QStringLiteral("A"), QStringLiteral("%1"), QStringLiteral("C")}),
             QStringLiteral("A, %1 et C"));
}

void DateTextTest::foldedForSearch_accentsAndCase_areIgnored()
{
    QCOMPARE(foldedForSearch(QStringLiteral("Chloé VASSEUR\u00a0!")), QStringLiteral("chloe vasseur !"));
    QCOMPARE(foldedForSearch(QStringLiteral("A.Z@[`{\t-09")), QStringLiteral("a.z@[`{ -09"));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::DateTextTest)
#include "DateTextTest.moc"

// SPDX-License-Identifier: MIT
#include "ui/departure/DepartureWhen.h"

#include "tests/ui/support/UiBench.h"

#include <QDateTimeEdit>
#include <QTest>
#include <QToolButton>

namespace proconnect::tests {

/// Which hours a departure may be planned for.
class DepartureWhenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hours_followTheClock()
    {
        const QDateTime opened(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        make(opened);
        QCOMPARE(hour().minimumDateTime().date(), QDate(2026, 11, 23));
        QCOMPARE(hour().dateTime(), shown(QDate(2026, 11, 24), QTime(18, 0)));
        m_when->setNow(ui::DateText(opened.addDays(3)));
        QCOMPARE(hour().minimumDateTime().date(), QDate(2026, 11, 26));
        QCOMPARE(hour().maximumDateTime().date(), QDate(2027, 11, 26));
        QCOMPARE(hour().dateTime(), shown(QDate(2026, 11, 27), QTime(18, 0)));
    }

    void chosenHour_staysOnceItIsOver()
    {
        const QDateTime opened(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        make(opened);
        later();
        hour().setDateTime(shown(QDate(2026, 11, 24), QTime(12, 0)));
        QCOMPARE(m_when->objection(opened), QString());
        m_when->setNow(ui::DateText(opened.addDays(3)));
        QCOMPARE(*m_when->at(), QDateTime(QDate(2026, 11, 24), QTime(11, 0), Qt::UTC));
        QCOMPARE(m_when->objection(opened.addDays(3)), qtTrId("dep.when.past"));
    }

    void latestHour_isOneThatTheServiceTakes_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::newRow("a year with 29 February") << QDateTime(QDate(2027, 3, 1), QTime(12, 0), Qt::UTC);
        QTest::newRow("on 29 February") << QDateTime(QDate(2028, 2, 29), QTime(0, 30), Qt::UTC);
        QTest::newRow("in summer, before midnight in Paris")
            << QDateTime(QDate(2026, 10, 25), QTime(0, 10), Qt::UTC);
    }
    void latestHour_isOneThatTheServiceTakes()
    {
        QFETCH(QDateTime, now);
        make(now);
        later();
        hour().setDateTime(hour().maximumDateTime());
        QVERIFY(*m_when->at() <= now.addDays(366));
        QVERIFY(*m_when->at() >= now.addDays(364));
    }

    void hourThatTheClocksLeaveOut_isObjectedTo()
    {
        const QDateTime now(QDate(2027, 3, 20), QTime(9, 0), Qt::UTC);
        make(now);
        later();
        hour().setDateTime(shown(QDate(2027, 3, 28), QTime(2, 30)));
        QCOMPARE(m_when->objection(now), qtTrId("dep.when.gap"));
        hour().setDateTime(shown(QDate(2027, 3, 28), QTime(3, 0)));
        QCOMPARE(m_when->objection(now), QString());
        QCOMPARE(*m_when->at(), QDateTime(QDate(2027, 3, 28), QTime(1, 0), Qt::UTC));
        hour().setDateTime(shown(QDate(2027, 3, 28), QTime(1, 59)));
        QCOMPARE(m_when->objection(now), QString());
    }

private:
    void make(const QDateTime& now)
    {
        m_when = std::make_unique<ui::DepartureWhen>(m_bench.theme, ui::DateText(now));
        m_when->setNow(ui::DateText(now));
    }
    void later()
    {
        for (QToolButton* button : m_when->findChildren<QToolButton*>()) {
            if (button->text() == qtTrId("dep.when.later")) {
                button->click();
            }
        }
        QVERIFY(m_when->at());
    }
    [[nodiscard]] QDateTimeEdit& hour() const { return *m_when->findChild<QDateTimeEdit*>(); }
    /// The field counts the hours of Paris as UTC.
    [[nodiscard]] static QDateTime shown(QDate day, QTime time) { return QDateTime(day, time, Qt::UTC); }

    UiBench m_bench;
    std::unique_ptr<ui::DepartureWhen> m_when;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureWhenTest)
#include "DepartureWhenTest.moc"

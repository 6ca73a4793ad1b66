// SPDX-License-Identifier: MIT
#include "core/session/SignInFreshness.h"

#include <QTest>

using namespace proconnect;

class SignInFreshnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suffices_ageAndLevel_areThoseOfTheService_data()
    {
        QTest::addColumn<SignInStrength>("needed");
        QTest::addColumn<int>("age");
        QTest::addColumn<int>("assurance");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("suffices");
        using enum SignInStrength;
        QTest::newRow("ordinary, twelve hours") << Ordinary << 43'200 << 1 << 2 << true;
        QTest::newRow("ordinary, older") << Ordinary << 43'201 << 3 << 2 << false;
        QTest::newRow("high, five minutes") << HighEffect << 300 << 2 << 2 << true;
        QTest::newRow("high, older") << HighEffect << 301 << 2 << 2 << false;
        QTest::newRow("high, level too low") << HighEffect << 1 << 1 << 2 << false;
        QTest::newRow("high, no FranceConnect+") << HighEffect << 1 << 1 << 1 << true;
    }
    void suffices_ageAndLevel_areThoseOfTheService()
    {
        QFETCH(SignInStrength, needed);
        QFETCH(int, age);
        QFETCH(int, assurance);
        QFETCH(int, wanted);
        const QDateTime arrival(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        UserProfile person;
        person.signedInAt = arrival.addSecs(-age);
        person.assurance = assurance;
        person.highEffectAssurance = wanted;
        QTEST(signInSuffices(person, needed, arrival), "suffices");
    }
};

QTEST_GUILESS_MAIN(SignInFreshnessTest)
#include "SignInFreshnessTest.moc"

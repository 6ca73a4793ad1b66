// SPDX-License-Identifier: MIT
#include "core/result/FailureCode.h"

#include "core/result/Outcome.h"

#include <QSet>
#include <QTest>

using namespace proconnect;

class FailureCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdentifier_isUniqueAndReadsBack()
    {
        QSet<QString> seen;
        for (int i = 0; i <= static_cast<int>(FailureCode::Internal); ++i) {
            const auto code = static_cast<FailureCode>(i);
            const QString id = QString::fromLatin1(failureInfo(code).id);
            QVERIFY2(!seen.contains(id), qPrintable(id));
            seen.insert(id);
            QCOMPARE(failureFromId(id), std::optional{code});
        }
    }

    void unknownIdentifier_givesNothing()
    {
        QVERIFY(!failureFromId(QStringLiteral("no-such-failure")));
        QVERIFY(!failureFromId({}));
    }

    void outcome_holdsTheValueOrTheFailure()
    {
        const Outcome<int> value(3);
        const Outcome<int> failure(Failure{FailureCode::TimedOut, {}, {}});
        QVERIFY(value.ok());
        QCOMPARE(value.value(), 3);
        QVERIFY(!failure.ok());
        QVERIFY(failure.failure().retriable());
    }
};

QTEST_APPLESS_MAIN(FailureCodeTest)
#include "FailureCodeTest.moc"

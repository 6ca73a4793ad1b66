// SPDX-License-Identifier: MIT
#include "core/sync/SnapshotPatch.h"

#include <QTest>

#include <functional>

using namespace proconnect;

namespace {

/// One account for each letter.
AccountList accounts(const QString& letters)
{
    AccountList made;
    for (const QChar letter : letters) {
        made.emplaceBack().id = letter;
    }
    return made;
}

SnapshotDelta change(const QList<int>& gone, const QList<int>& fresh, const QString& came, int now)
{
    SnapshotDelta delta;
    delta.gone = gone;
    delta.fresh = fresh;
    delta.accounts = now;
    delta.snapshot.cursor = 7;
    delta.snapshot.accounts = accounts(came);
    return delta;
}

QString lettersOf(const std::optional<CompanySnapshot>& snapshot)
{
    QString letters;
    for (const PortalAccount& account : snapshot.value_or(CompanySnapshot()).accounts) {
        letters += account.id;
    }
    return letters;
}

} // namespace

class SnapshotPatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patched_whatStays_isShared()
    {
        const AccountList before = accounts(QStringLiteral("abc"));
        const auto after = patched(before, change({0}, {1}, QStringLiteral("x"), 3));
        QVERIFY(after);
        QVERIFY(before.shares(1, after->accounts, 0));
        QVERIFY(before.shares(2, after->accounts, 2));
    }

    void patched_whatFits_isWhatTheServiceHas_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<SnapshotDelta>("delta");
        QTest::addColumn<QString>("after");
        QTest::newRow("nothing") << QStringLiteral("abc") << change({}, {}, {}, 3) << QStringLiteral("abc");
        QTest::newRow("one changed") << QStringLiteral("abc") << change({1}, {1}, QStringLiteral("B"), 3)
                                     << QStringLiteral("aBc");
        QTest::newRow("first and last went")
            << QStringLiteral("abc") << change({0, 2}, {}, {}, 1) << QStringLiteral("b");
        QTest::newRow("some came") << QStringLiteral("abc") << change({}, {0, 2, 5}, QStringLiteral("xyz"), 6)
                                   << QStringLiteral("xaybcz");
        QTest::newRow("all went") << QStringLiteral("abc") << change({0, 1, 2}, {}, {}, 0) << QString();
        QTest::newRow("from none") << QString() << change({}, {0, 1}, QStringLiteral("ab"), 2)
                                   << QStringLiteral("ab");
    }

    void patched_whatFits_isWhatTheServiceHas()
    {
        QFETCH(QString, before);
        QFETCH(SnapshotDelta, delta);
        QFETCH(QString, after);
        const auto snapshot = patched(accounts(before), delta);
        QVERIFY(snapshot);
        QCOMPARE(lettersOf(snapshot), after);
        QCOMPARE(snapshot->cursor, 7);
    }

    void patched_whatDoesNotFit_isNothing_data()
    {
        QTest::addColumn<SnapshotDelta>("delta");
        QTest::newRow("beyond the end") << change({3}, {0}, QStringLiteral("x"), 3);
        QTest::newRow("before the beginning") << change({-1}, {0}, QStringLiteral("x"), 3);
        QTest::newRow("twice") << change({1, 1}, {}, {}, 1);
        QTest::newRow("backwards") << change({2, 1}, {}, {}, 1);
        QTest::newRow("a place beyond the end") << change({}, {4}, QStringLiteral("x"), 4);
        QTest::newRow("one place for two") << change({}, {1, 1}, QStringLiteral("xy"), 5);
        QTest::newRow("a place without an account") << change({}, {1, 2}, QStringLiteral("x"), 4);
        QTest::newRow("an account without a place") << change({}, {1}, QStringLiteral("xy"), 5);
        QTest::newRow("another number") << change({1}, {}, {}, 3);
        QTest::newRow("a number below none") << change({0, 1, 2}, {}, {}, -1);
    }

    void patched_whatDoesNotFit_isNothing()
    {
        QFETCH(SnapshotDelta, delta);
        QVERIFY(!patched(accounts(QStringLiteral("abc")), delta));
    }
};

QTEST_GUILESS_MAIN(SnapshotPatchTest)
#include "SnapshotPatchTest.moc"

// SPDX-License-Identifier: MIT
#include "core/findings/AccountChanges.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

class AccountChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesBetween_lists_data();
    void changesBetween_lists();
    void changesBetween_moreThanWanted_areNotTold();
    void changesBetween_longLists_areComparedToTheirEnds();
    void carry_movesWhatWasKept();
};

namespace {

/// "a b2" is an account a, and an account b that says something else.
AccountList accounts(const QString& words)
{
    AccountList made;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        PortalAccount account;
        account.id = word.first(1);
        account.roleLabel = word.sliced(1);
        made += account;
    }
    return made;
}

AccountList manyAccounts(int number)
{
    AccountList made;
    for (int i = 0; i < number; ++i) {
        made.emplaceBack().id = QString::number(i);
    }
    return made;
}

} // namespace

void AccountChangesTest::changesBetween_lists_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QList<int>>("gone");
    QTest::addColumn<QList<int>>("fresh");
    QTest::addColumn<QList<int>>("from");
    using Numbers = QList<int>;
    QTest::newRow("nothing") << u"a b c"_s << u"a b c"_s << Numbers{} << Numbers{} << Numbers{};
    QTest::newRow("none") << u""_s << u""_s << Numbers{} << Numbers{} << Numbers{};
    QTest::newRow("said otherwise") << u"a b c"_s << u"a b2 c"_s << Numbers{} << Numbers{1} << Numbers{};
    QTest::newRow("came first") << u"b c"_s << u"a b c2"_s << Numbers{} << Numbers{0, 2} << Numbers{-1, 0, 1};
    QTest::newRow("came last") << u"a b"_s << u"a b c d"_s << Numbers{} << Numbers{2, 3}
                               << Numbers{0, 1, -1, -1};
    QTest::newRow("went first") << u"a b c"_s << u"b c"_s << Numbers{0} << Numbers{} << Numbers{1, 2};
    QTest::newRow("went last") << u"a b c"_s << u"a"_s << Numbers{1, 2} << Numbers{} << Numbers{0};
    QTest::newRow("all went") << u"a b"_s << u""_s << Numbers{0, 1} << Numbers{} << Numbers{};
    QTest::newRow("another instead") << u"a b c"_s << u"a x c"_s << Numbers{1} << Numbers{1}
                                     << Numbers{0, -1, 2};
    QTest::newRow("one came, one went")
        << u"a b c"_s << u"x a c"_s << Numbers{1} << Numbers{0} << Numbers{-1, 0, 2};
    QTest::newRow("exchanged") << u"a b"_s << u"b a"_s << Numbers{0} << Numbers{1} << Numbers{1, -1};
}

void AccountChangesTest::changesBetween_lists()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const auto changes = changesBetween(accounts(before), accounts(after), 10);
    QVERIFY(changes);
    QTEST(changes->gone, "gone");
    QTEST(changes->fresh, "fresh");
    QTEST(changes->from, "from");
    QCOMPARE(changes->isEmpty(), before == after);
}

void AccountChangesTest::changesBetween_moreThanWanted_areNotTold()
{
    QVERIFY(!changesBetween(accounts(u"a b c"_s), accounts(u"a2 b2 c"_s), 1));
    QVERIFY(changesBetween(accounts(u"a b c"_s), accounts(u"a2 b2 c"_s), 2));
    QVERIFY(!changesBetween(accounts(u"a b c"_s), accounts(u"a"_s), 1));
    QVERIFY(!changesBetween(accounts(u"a"_s), accounts(u"a b c"_s), 1));
}

void AccountChangesTest::changesBetween_longLists_areComparedToTheirEnds()
{
    constexpr int number = 20'001;
    const AccountList before = manyAccounts(number);
    AccountList after = before;
    for (const int place : {0, number / 2, number - 1}) {
        after[place].version = 2;
    }
    const auto changes = changesBetween(before, after, 10);
    QVERIFY(changes && !changes->moved);
    QCOMPARE(changes->fresh, (QList<int>{0, number / 2, number - 1}));
    after.removeAt(0);
    after.append(PortalAccount());
    const auto moved = changesBetween(before, after, 10);
    QVERIFY(moved && moved->moved);
    QCOMPARE(moved->gone, QList<int>{0});
    QCOMPARE(moved->fresh, (QList<int>{number / 2 - 1, number - 2, number - 1}));
}

void AccountChangesTest::carry_movesWhatWasKept()
{
    const auto changes = changesBetween(accounts(u"a b c"_s), accounts(u"x a c"_s), 10);
    QVERIFY(changes);
    QList<int> kept{10, 20, 30};
    changes->carry(kept);
    QCOMPARE(kept, (QList<int>{0, 10, 30}));
    const auto none = changesBetween(accounts(u"a b"_s), {}, 10);
    QVERIFY(none);
    none->carry(kept);
    QVERIFY(kept.isEmpty());
}

QTEST_GUILESS_MAIN(AccountChangesTest)
#include "AccountChangesTest.moc"

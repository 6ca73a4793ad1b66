// SPDX-License-Identifier: MIT
#include "core/model/SharedList.h"

#include <QTest>

#include <algorithm>

using namespace proconnect;
using Texts = SharedList<QString>;

class SharedListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void change_ofACopy_isNotSeenInTheOther()
    {
        const Texts before{QStringLiteral("a"), QStringLiteral("b")};
        Texts after = before;
        after[1] += u'2';
        QCOMPARE(before.at(1), QStringLiteral("b"));
        QCOMPARE(after.at(1), QStringLiteral("b2"));
        QVERIFY(before.shares(0, after, 0));
        QVERIFY(!before.shares(1, after, 1));
        QVERIFY(before != after);
    }

    void reading_neverParts()
    {
        const Texts before{QStringLiteral("a"), QStringLiteral("b")};
        Texts after = before;
        for (const QString& text : after) {
            QVERIFY(!text.isEmpty());
        }
        QCOMPARE(after.constLast(), QStringLiteral("b"));
        QCOMPARE(*std::max_element(after.begin(), after.end()), QStringLiteral("b"));
        QVERIFY(before.shares(0, after, 0) && before.shares(1, after, 1));
    }

    void changeable_changesAll()
    {
        const Texts before{QStringLiteral("a"), QStringLiteral("b")};
        Texts after = before;
        for (QString& text : after.changeable()) {
            text += u'!';
        }
        QCOMPARE(after, (Texts{QStringLiteral("a!"), QStringLiteral("b!")}));
        QCOMPARE(before, (Texts{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void equal_isWhatSaysTheSame()
    {
        const Texts one{QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(one, (Texts{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(one != Texts{QStringLiteral("a")});
        QVERIFY(one != (Texts{QStringLiteral("b"), QStringLiteral("a")}));
    }

    void positionOf_isOfThatVeryElement()
    {
        const Texts twice{QStringLiteral("a"), QStringLiteral("a")};
        const QString other = QStringLiteral("a");
        QCOMPARE(twice.positionOf(&twice.at(1)), 1);
        QCOMPARE(twice.positionOf(&other), -1);
    }

    void elements_comeGoAndMove()
    {
        Texts list;
        list.append(QStringLiteral("b"));
        list.prepend(QStringLiteral("a"));
        list += QStringLiteral("d");
        list.insert(2, QStringLiteral("c"));
        list.emplaceBack() = QStringLiteral("e");
        list.move(4, 0);
        list.removeAt(1);
        list.removeLast();
        QCOMPARE(list.removeIf([](const QString& text) { return text == QLatin1String("b"); }), 1);
        list.appendShared(Texts{QStringLiteral("f")}, 0);
        QCOMPARE(list, (Texts{QStringLiteral("e"), QStringLiteral("c"), QStringLiteral("f")}));
        QCOMPARE(list.value(7), QString());
    }
};

QTEST_GUILESS_MAIN(SharedListTest)
#include "SharedListTest.moc"

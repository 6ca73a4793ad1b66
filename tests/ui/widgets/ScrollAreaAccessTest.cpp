// SPDX-License-Identifier: MIT
#include "ui/widgets/ScrollAreaAccess.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace proconnect::ui;

class ScrollAreaAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { guardScrollAreas(); }
    void child_asked_isTheContentsParent();
    void child_scrollBarGone_isNothing();
};

void ScrollAreaAccessTest::child_asked_isTheContentsParent()
{
    QScrollArea area;
    auto* content = new QLabel(QStringLiteral("content"));
    area.setWidget(content);
    area.show();
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(access);
    QCOMPARE(access->child(0)->object(), area.viewport());
    QCOMPARE(access->child(0)->child(0)->object(), content);
}

void ScrollAreaAccessTest::child_scrollBarGone_isNothing()
{
    QScrollArea area;
    area.show();
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(access);
    QCOMPARE(access->child(access->childCount()), nullptr);
    QCOMPARE(access->child(1'000), nullptr);
    QCOMPARE(access->child(-1), nullptr);
}

QTEST_MAIN(ScrollAreaAccessTest)
#include "ScrollAreaAccessTest.moc"

// SPDX-License-Identifier: MIT
#include "ui/widgets/FieldRow.h"

#include "tests/ui/support/UiBench.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/ScrollArea.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDateEdit>
#include <QLineEdit>
#include <QTest>

namespace proconnect::tests {

using namespace proconnect::ui;

/// Fields with what is said below them.
class FieldRowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldRow_error_isReadWithTheField()
    {
        UiBench bench;
        auto* field = new QLineEdit;
        FieldRow row(bench.theme, QStringLiteral("&Adresse"), field);
        QCOMPARE(field->accessibleName(), QStringLiteral("Adresse"));
        row.setHint(QStringLiteral("une aide"));
        QCOMPARE(field->accessibleDescription(), QStringLiteral("une aide"));
        row.setError(QStringLiteral("une erreur"));
        QCOMPARE(field->accessibleDescription(), QStringLiteral("une erreur"));
        row.setError({});
        QCOMPARE(field->accessibleDescription(), QStringLiteral("une aide"));
    }

    void fieldRow_errorOfTheFieldInUse_comesIntoSight()
    {
        UiBench bench;
        ScrollArea area;
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        auto* other = new QLineEdit;
        auto* field = new QLineEdit;
        auto* row = new FieldRow(bench.theme, QStringLiteral("Adresse"), field);
        column->addWidget(other);
        column->addSpacing(150);
        column->addWidget(row);
        column->addSpacing(300);
        area.setWidget(content);
        area.resize(300, 260);
        area.show();
        settle();
        const auto whole = [row] { return row->visibleRegion().boundingRect() == row->rect(); };
        QVERIFY(whole());
        const QString error = QStringLiteral("Cette adresse n’est pas complète. ").repeated(4);
        other->setFocus();
        row->setError(error);
        settle();
        QVERIFY(!whole()); // whoever writes elsewhere stays there
        row->setError({});
        field->setFocus();
        row->setError(error);
        QTRY_VERIFY(whole());
    }

    void calendarField_wheel_scrollsThePageInstead()
    {
        UiBench bench;
        CalendarField<QDateEdit> field(bench.theme, QStringLiteral("d MMMM yyyy"));
        const QDate day(2026, 12, 24);
        field.setDate(day);
        field.show();
        QWheelEvent turn(QPointF(5, 5), field.mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &turn);
        QCOMPARE(field.date(), day);
        QVERIFY(!turn.isAccepted());
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.date(), day.addDays(1));
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::FieldRowTest)
#include "FieldRowTest.moc"

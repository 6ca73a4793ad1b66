// SPDX-License-Identifier: MIT
#include "tests/app/screens/ScreenScenes.h"
#include "ui/theme/FocusRing.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QTabBar>
#include <QTest>

namespace proconnect::tests {
namespace {

/// More than any screen has.
constexpr int mostSteps = 150;

bool partOfAnother(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return parent &&
           (qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QComboBox*>(parent) || qobject_cast<const QTabBar*>(parent));
}

bool isControl(const QWidget& widget)
{
    // Titles of columns sort by the mouse; by the keyboard the menu of a line does.
    const bool list =
        qobject_cast<const QAbstractItemView*>(&widget) && !qobject_cast<const QHeaderView*>(&widget);
    return list || qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QTabBar*>(&widget);
}

/// What a person may act on in `window`. Of choices that exclude one another, the chosen one: arrows reach
/// the others.
QList<QWidget*> controls(const QWidget& window)
{
    QList<QWidget*> found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool choice = button && button->isCheckable() && (button->group() || button->autoExclusive());
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &window && isControl(*widget) &&
            !partOfAnother(*widget) && !(choice && !button->isChecked())) {
            found += widget;
        }
    }
    return found;
}

QByteArray described(const QWidget& widget)
{
    return widget.metaObject()->className() + QByteArray(" “") + widget.accessibleName().toUtf8() + "”";
}

/// The window draws its ring around the widget, or the widget shows the focus by itself.
bool focusShows(const QWidget& widget)
{
    const QWidget& window = *widget.window();
    const auto* ring = window.findChild<ui::FocusRing*>();
    if (ring && ring->isVisible()) {
        const QRect place(widget.mapTo(&window, QPoint()), widget.size());
        return ring->geometry().contains(place);
    }
    return qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QPlainTextEdit*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget) ||
           qobject_cast<const QAbstractSpinBox*>(&widget) || qobject_cast<const QComboBox*>(&widget);
}

QByteArray unspoken(QWidget& widget)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
    if (!spoken || !spoken->isValid()) {
        return "says nothing";
    }
    if (spoken->text(QAccessible::Name).isEmpty()) {
        return "has no name";
    }
    const QSet<QAccessible::Role> meaningless{QAccessible::NoRole, QAccessible::Client, QAccessible::Window};
    return meaningless.contains(spoken->role()) ? "has no role" : QByteArray();
}

/// Presses Tab or Shift+Tab until the focus comes back to where it began; answers what had it.
QList<QWidget*> walk(QWidget& window, Qt::KeyboardModifiers modifiers, QByteArray& faults)
{
    QList<QWidget*> met;
    QWidget* const start = QApplication::focusWidget();
    for (int step = 0; step < mostSteps; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, modifiers);
        QWidget* focused = QApplication::focusWidget();
        if (!focused || focused->window() != &window) {
            faults += "the focus left the window; ";
            return met;
        }
        met += focused;
        if (!focusShows(*focused)) {
            faults += described(*focused) + " does not show the focus; ";
        }
        if (focused->visibleRegion().isEmpty()) {
            faults += described(*focused) + " has the focus out of sight; ";
        }
        if (const QByteArray silence = unspoken(*focused); !silence.isEmpty()) {
            faults += described(*focused) + ' ' + silence + "; ";
        }
        if (focused == start) {
            return met;
        }
    }
    faults += "the focus never comes back; ";
    return met;
}

} // namespace

/// Every screen by the keyboard alone, and what a screen reader hears there.
class ScreenKeyboardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScreen_tab_reachesAllAndComesBack_data() { addScenes(); }

    void everyScreen_tab_reachesAllAndComesBack()
    {
        QFETCH(const std::size_t, scene);
        QFETCH(const double, scale);
        ScreenStage stage(QSize(1280, 800), scale);
        QWidget& shown = screenScenes()[scene].enter(stage);
        shown.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown));
        const QWidget* begin = QApplication::focusWidget();
        if (!begin || !(begin->focusPolicy() & Qt::TabFocus)) {
            QTest::keyClick(&shown, Qt::Key_Tab);
        }
        QVERIFY(QApplication::focusWidget());
        for (const auto modifiers :
             {Qt::KeyboardModifiers(Qt::NoModifier), Qt::KeyboardModifiers(Qt::ShiftModifier)}) {
            QByteArray faults;
            const QList<QWidget*> met = walk(shown, modifiers, faults);
            for (const QWidget* control : controls(shown)) {
                if (!met.contains(control)) {
                    faults += described(*control) + " cannot be reached; ";
                }
            }
            QVERIFY2(faults.isEmpty(), faults.constData());
        }
    }

    void everyScreen_f6_goesRoundTheRegionsAndBack_data() { addScenes(); }

    void everyScreen_f6_goesRoundTheRegionsAndBack()
    {
        QFETCH(const std::size_t, scene);
        QFETCH(const double, scale);
        ScreenStage stage(QSize(1280, 800), scale);
        QWidget& shown = screenScenes()[scene].enter(stage);
        const QByteArray name = screenScenes()[scene].name;
        if (&shown != &stage.window() || name.startsWith("C-2")) {
            QSKIP("a dialog and the screens before the work are one region");
        }
        shown.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown));
        QTest::keyClick(&shown, Qt::Key_F6);
        const QWidget* first = QApplication::focusWidget();
        QVERIFY(first);
        QList<const QWidget*> forth{first};
        for (int step = 0; step < 10; ++step) {
            QTest::keyClick(&shown, Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            QVERIFY(focusShows(*QApplication::focusWidget()));
            if (QApplication::focusWidget() == first) {
                break;
            }
            forth += QApplication::focusWidget();
        }
        QVERIFY2(forth.size() >= 4, "fewer than menu, title, content and status bar");
        QCOMPARE(QApplication::focusWidget(), first);
        for (auto region = forth.crbegin(); region != forth.crend(); ++region) {
            QTest::keyClick(&shown, Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), *region);
        }
    }

private:
    static void addScenes()
    {
        QTest::addColumn<std::size_t>("scene");
        QTest::addColumn<double>("scale");
        for (std::size_t scene = 0; scene < screenScenes().size(); ++scene) {
            for (const double scale : {1.0, 2.0}) {
                QTest::addRow("%s %d%%", screenScenes()[scene].name, qRound(scale * 100)) << scene << scale;
            }
        }
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ScreenKeyboardTest)
#include "ScreenKeyboardTest.moc"

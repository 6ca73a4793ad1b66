// SPDX-License-Identifier: MIT
#include "tests/ui/support/LayoutFaults.h"

#include "tests/ui/support/UiBench.h"
#include "ui/theme/FocusRing.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

namespace proconnect::tests {
namespace {

QString nameOf(const QWidget& widget)
{
    QString words;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        words = label->text();
    } else {
        words = widget.accessibleName();
    }
    return QStringLiteral("%1 “%2” %3,%4 %5x%6")
        .arg(QString::fromLatin1(widget.metaObject()->className()), words.left(30))
        .arg(widget.x())
        .arg(widget.y())
        .arg(widget.width())
        .arg(widget.height());
}

/// Parts that Qt places inside of its own widgets.
bool insideOfQt(const QWidget& widget)
{
    for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget()) {
        if (qobject_cast<const QAbstractItemView*>(up) || qobject_cast<const QLineEdit*>(up) ||
            qobject_cast<const QAbstractSpinBox*>(up) || qobject_cast<const QComboBox*>(up) ||
            qobject_cast<const QTabBar*>(up)) {
            return true;
        }
    }
    return false;
}

class Inspection
{
public:
    explicit Inspection(const QWidget& window) : m_window(window) {}

    QStringList faults()
    {
        look(m_window);
        const auto all = m_window.findChildren<QWidget*>();
        for (const QWidget* widget : all) {
            if (relevant(*widget)) {
                look(*widget);
                checkCut(*widget);
                checkSize(*widget);
                checkScrolling(*widget);
            }
        }
        return m_faults;
    }

private:
    [[nodiscard]] bool relevant(const QWidget& widget) const
    {
        return widget.isVisible() && widget.window() == &m_window && !insideOfQt(widget) &&
               !qobject_cast<const ui::FocusRing*>(&widget) && !widget.inherits("QScrollBar");
    }

    /// No two children of `parent` share a place.
    void look(const QWidget& parent)
    {
        if (qobject_cast<const QAbstractScrollArea*>(&parent)) {
            return; // places its own parts
        }
        QList<const QWidget*> children;
        for (const QObject* child : parent.children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget && relevant(*widget)) {
                children += widget;
            }
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QRect common = children[i]->geometry().intersected(children[j]->geometry());
                if (common.width() > 1 && common.height() > 1) {
                    m_faults += nameOf(*children[i]) + QStringLiteral(" and ") + nameOf(*children[j]) +
                                QStringLiteral(" overlap");
                }
            }
        }
    }

    void checkCut(const QWidget& widget)
    {
        const QWidget& parent = *widget.parentWidget();
        const auto* area = qobject_cast<const QScrollArea*>(parent.parentWidget());
        const bool scrolled = area && area->viewport() == &parent;
        const QRect place = widget.geometry();
        const bool cutSideways = place.left() < 0 || place.right() > parent.rect().right();
        const bool cutInHeight = !scrolled && (place.top() < 0 || place.bottom() > parent.rect().bottom());
        if (cutSideways || cutInHeight) {
            m_faults += nameOf(widget) + QStringLiteral(" is cut by ") + nameOf(parent);
        }
    }

    void checkSize(const QWidget& widget)
    {
        if (widget.layout()) {
            return; // its children tell
        }
        const QSize need = widget.sizeHint();
        const QSizePolicy policy = widget.sizePolicy();
        const bool narrow =
            policy.horizontalPolicy() == QSizePolicy::Fixed && need.width() > widget.width() + 1;
        const bool low = policy.verticalPolicy() == QSizePolicy::Fixed && need.height() > widget.height() + 1;
        const auto* field = qobject_cast<const QLineEdit*>(&widget);
        const bool slit = field && field->height() < field->fontMetrics().height() + 4;
        if (narrow || low || slit) {
            m_faults += nameOf(widget) + QStringLiteral(" needs %1x%2").arg(need.width()).arg(need.height());
        }
    }

    void checkScrolling(const QWidget& widget)
    {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(&widget);
        if (!area) {
            return;
        }
        if (area->horizontalScrollBar()->maximum() > 0) {
            m_faults += nameOf(widget) + QStringLiteral(" scrolls sideways");
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(area);
        if (view && view->model() && view->model()->rowCount() > 0) {
            const int row = view->sizeHintForRow(0);
            if (view->viewport()->height() < row) {
                m_faults += nameOf(widget) + QStringLiteral(" has no room for one line");
            }
            checkColumns(*view);
        }
    }

    void checkColumns(const QAbstractItemView& view)
    {
        const auto* header = view.findChild<QHeaderView*>();
        if (!header || !header->isVisible()) {
            return;
        }
        for (int column = 0; column < header->count(); ++column) {
            if (!header->isSectionHidden(column) &&
                header->sectionSize(column) < header->sectionSizeHint(column)) {
                m_faults += QStringLiteral("column %1 is too narrow for its title").arg(column);
            }
        }
    }

    const QWidget& m_window;
    QStringList m_faults;
};

} // namespace

QByteArray layoutFaults(const QWidget& window)
{
    QByteArray faults = Inspection(window).faults().join(u'\n').toUtf8();
    const QByteArray clipped = clippedTexts(window);
    return clipped.isEmpty() ? faults : faults + (faults.isEmpty() ? "" : "\n") + clipped;
}

} // namespace proconnect::tests

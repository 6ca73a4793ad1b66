// SPDX-License-Identifier: MIT
#include "ui/widgets/SegmentedControl.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QToolButton>
#include <QVariant>

namespace proconnect::ui {

SegmentedControl::SegmentedControl(const Theme& theme, const QString& name, const QStringList& choices,
                                   QWidget* parent)
    : QFrame(parent), m_group(new QButtonGroup(this))
{
    setProperty("segments", true);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Minimum);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(4, 4, 4, 4);
    auto* row = new FlowLayout(2, 2);
    all->addLayout(row);
    for (int i = 0; i < choices.size(); ++i) {
        auto* button = new QToolButton;
        button->setText(choices[i]);
        button->setAccessibleName(choices[i]);
        button->setCheckable(true);
        // Without it a screen reader hears boxes to tick.
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::ClickFocus);
        button->setMinimumHeight(theme.px(tokens::sizeButtonSmall));
        button->installEventFilter(this);
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    // Tab comes to the chosen one, arrows go on from there.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool chosenNow) {
        m_group->button(id)->setFocusPolicy(chosenNow ? Qt::StrongFocus : Qt::ClickFocus);
    });
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
    }
}

bool SegmentedControl::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1
                         : key == Qt::Key_Left || key == Qt::Key_Up  ? -1
                                                                     : 0;
        if (step != 0) {
            if (QAbstractButton* next =
                    m_group->button(m_group->id(static_cast<QAbstractButton*>(watched)) + step)) {
                next->setFocus(Qt::TabFocusReason);
                next->click();
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace proconnect::ui

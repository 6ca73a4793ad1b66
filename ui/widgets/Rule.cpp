// SPDX-License-Identifier: MIT
#include "ui/widgets/Rule.h"

#include <QVariant>

namespace proconnect::ui {

Rule::Rule(QWidget* parent, Qt::Orientation orientation) : QFrame(parent)
{
    setProperty("rule", true);
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

} // namespace proconnect::ui

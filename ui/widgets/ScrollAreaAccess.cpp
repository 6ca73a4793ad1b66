// SPDX-License-Identifier: MIT
#include "ui/widgets/ScrollAreaAccess.h"

#include <QAccessibleWidget>
#include <QScrollArea>

namespace proconnect::ui {
namespace {

/// An ordinary widget's interface, which answers nothing for a child that is not there.
QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    auto* area = className == QLatin1String("QScrollArea") ? qobject_cast<QScrollArea*>(object) : nullptr;
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void guardScrollAreas()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace proconnect::ui

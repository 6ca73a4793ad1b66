// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/DropDownArrow.h"

#include <QWheelEvent>

namespace proconnect::ui {

/// A QDateEdit or QDateTimeEdit that opens a calendar. The wheel scrolls the page under the mouse instead of
/// changing a date that is decided upon.
template <typename Edit>
class CalendarField final : public Edit
{
public:
    CalendarField(const Theme& theme, const QString& format) : m_theme(theme)
    {
        this->setCalendarPopup(true);
        this->setDisplayFormat(format);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Edit::paintEvent(event);
        paintDropDownArrow(m_theme, *this);
    }
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

private:
    const Theme& m_theme;
};

} // namespace proconnect::ui

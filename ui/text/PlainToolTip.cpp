// SPDX-License-Identifier: MIT
#include "ui/text/PlainToolTip.h"

namespace proconnect::ui {

QString plainToolTip(const QString& text)
{
    // What makes Qt::mightBeRichText() say so; anything else stays as it is, for those who read it elsewhere.
    if (!text.contains(u'<') && !text.contains(QStringLiteral("&lt;"))) {
        return text;
    }
    return QStringLiteral("<p style=\"white-space:pre-wrap\">") + text.toHtmlEscaped() +
           QStringLiteral("</p>");
}

} // namespace proconnect::ui

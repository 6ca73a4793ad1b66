// SPDX-License-Identifier: MIT
#include "core/model/AccountTexts.h"

namespace proconnect {

QString plainLine(const QString& text, qsizetype longest)
{
    QString result;
    for (const QChar c : text) {
        if (result.size() >= longest) {
            break;
        }
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        result += hidden ? QChar(u' ') : c;
    }
    return result.simplified();
}

} // namespace proconnect

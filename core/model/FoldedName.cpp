// SPDX-License-Identifier: MIT
#include "core/model/FoldedName.h"

#include <QStringList>

namespace proconnect {

QString foldedName(const QString& name)
{
    QString letters;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : decomposed) {
        if (c.isLetter()) {
            letters += c;
        } else if (!c.isMark()) {
            letters += u' ';
        }
    }
    QStringList words = letters.split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

} // namespace proconnect

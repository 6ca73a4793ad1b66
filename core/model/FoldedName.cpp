// SPDX-License-Identifier: MIT
#include "core/model/FoldedName.h"

#include "core/model/LatinLetters.h"

#include <QStringList>

namespace proconnect {

QString foldedName(const QString& name)
{
    QString folded;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (const LatinLetter* letter = latinLetter(c.toUpper().unicode())) {
            folded += QLatin1String(letter->written);
        } else if (c.isLetter()) {
            folded += c;
        } else if (!c.isMark()) {
            folded += u' ';
        }
    }
    QStringList words = folded.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

} // namespace proconnect

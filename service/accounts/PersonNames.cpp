// SPDX-License-Identifier: MIT
#include "service/accounts/PersonNames.h"

#include <QStringList>

namespace proconnect::service {

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

QString mailDomain(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? QString() : address.sliced(at + 1).toLower();
}

} // namespace proconnect::service

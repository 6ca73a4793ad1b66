// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace proconnect::service {

/// A letter on paper, in French. Every text is plain: nothing in it is markup.
struct Letter
{
    QStringList sender;    ///< lines
    QStringList recipient; ///< lines
    QString dateLine;
    QString subject;
    QStringList paragraphs; ///< may hold line feeds
    QStringList signature;  ///< lines
    QDateTime at;           ///< written into the document
};

} // namespace proconnect::service

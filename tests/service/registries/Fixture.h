// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"

#include <QByteArray>
#include <QFile>

namespace proconnect::service {

/// A recorded answer, by its file name.
inline QByteArray fixture(const char* name)
{
    QFile file(QStringLiteral(REGISTRY_FIXTURES) + QLatin1Char('/') + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline SirenNumber siren(const char* digits)
{
    return *SirenNumber::parse(QString::fromLatin1(digits));
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "core/diagnostics/Diagnosis.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>

namespace proconnect {

QString diagnosis(const QUrl& service, const QString& dataDirectory)
{
    QString text;
    const auto line = [&text](const char* name, const QString& value) {
        text += QLatin1String(name) + QStringLiteral(": ") + value + u'\n';
    };
    const bool there = QFileInfo::exists(dataDirectory);
    line("application", QCoreApplication::applicationVersion());
    line("Qt", QString::fromLatin1(qVersion()));
    line("TLS", QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : QStringLiteral("none"));
    line("system", QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::currentCpuArchitecture());
    line("service", service.toString());
    line("time", QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    // Without its path, which holds the user's name.
    line("data directory", there ? QStringLiteral("there") : QStringLiteral("not yet"));
    const QStorageInfo storage(there ? dataDirectory : QDir::homePath());
    line("free space (MiB)", QString::number(storage.bytesAvailable() / (1024LL * 1024)));
    return text;
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "service/instances/ServingLock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace proconnect::service {

Outcome<ServingLock> ServingLock::take(const QString& databaseFile)
{
    // Not the database itself: closing any descriptor of it would drop SQLite's own locks.
    const QByteArray path = QFile::encodeName(databaseFile + QStringLiteral("-serving"));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return Failure{FailureCode::StorageUnreadable,
                       QStringLiteral("the file beside the database cannot be made"),
                       {}};
    }
    ServingLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return Failure{
            FailureCode::Conflict, QStringLiteral("another proconnectd serves this SQLite database"), {}};
    }
    return lock;
}

ServingLock::~ServingLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace proconnect::service

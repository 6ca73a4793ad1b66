// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QStringList>

namespace proconnect::service {

class Database;
class ServiceKeys;

/// Seals the head of every chain with the key that signs now, so that whoever kept an older key can no longer
/// seal a chain of theirs: not even one that had no new link since. No service may run meanwhile.
class HeadSealing
{
public:
    HeadSealing(Database& database, const ServiceKeys& keys) : m_database(database), m_keys(keys) {}

    struct Report
    {
        qint64 sealed = 0;  ///< heads that bear the newest seal by now
        QStringList faulty; ///< companies whose chain is not whole: left as they are
    };
    /// Each chain is checked first: the new key vouches for none that was tampered with. One transaction for
    /// each, so that it goes on where it was interrupted.
    [[nodiscard]] Outcome<Report> run();

private:
    /// False when the chain is not whole.
    [[nodiscard]] Outcome<bool> sealOne(const QString& siren);

    Database& m_database;
    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"
#include "core/result/Outcome.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace proconnect::service {

class InseeClient;

/// The contact e-mail that SIRENE holds. No public interface is known: the path is ours
/// (docs/architecture.md).
class SireneMailbox
{
public:
    struct Recorded
    {
        QString address;
        QDateTime since; ///< invalid when SIRENE does not say
    };
    enum class Answer {
        Recorded,
        Taken,    ///< will be recorded later: read it again
        Rejected, ///< for good
    };

    explicit SireneMailbox(InseeClient& insee) : m_insee(insee) {}

    /// Nothing when SIRENE has no address. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<std::optional<Recorded>> read(const SirenNumber& siren);
    /// Failure: RegistryUnavailable; the same call may then be made again.
    [[nodiscard]] Outcome<Answer> write(const SirenNumber& siren, const QString& address);

private:
    InseeClient& m_insee;
};

} // namespace proconnect::service

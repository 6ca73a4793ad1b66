// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

namespace proconnect::service {

/// In whose name rows are taken out of a queue: a running service, and whether the others can see it.
class Claimant
{
public:
    using Steady = std::chrono::steady_clock;
    using SeenAt = std::atomic<Steady::time_point>;
    /// What was seen longer ago than this may be taken for gone.
    static constexpr std::chrono::seconds freshness{5};
    static constexpr Steady::time_point never{-std::chrono::hours(1)};

    /// One that nobody watches; without a name when only one service takes anything.
    explicit Claimant(QString name = QStringLiteral("")) : m_name(std::move(name)) {}
    /// `seenAt`: when it was last known to be visible to the others.
    Claimant(QString name, std::shared_ptr<const SeenAt> seenAt)
        : m_name(std::move(name)), m_seenAt(std::move(seenAt))
    {}

    [[nodiscard]] const QString& name() const { return m_name; }
    /// False when the others may take it for gone: what it took now they would give to somebody else.
    [[nodiscard]] bool mayClaim() const { return !m_seenAt || Steady::now() - m_seenAt->load() <= freshness; }

private:
    QString m_name;
    std::shared_ptr<const SeenAt> m_seenAt; ///< null: not watched
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QString>

#include <utility>

namespace proconnect::service {

/// Says that a service runs on a SQLite file, for as long as this lives: the kernel forgets it with the
/// process, however that ends. Commands that only read do not ask for it.
class ServingLock
{
public:
    /// Conflict when another process holds it; StorageUnreadable when its file cannot be made.
    [[nodiscard]] static Outcome<ServingLock> take(const QString& databaseFile);

    ServingLock(ServingLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ServingLock& operator=(ServingLock&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ServingLock(const ServingLock&) = delete;
    ServingLock& operator=(const ServingLock&) = delete;
    ~ServingLock();

private:
    explicit ServingLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace proconnect {

/// Remembers on disk, without any secret, whether the key store holds an item, and whether it must still be
/// erased there: the key store itself may be away when that matters. The state is in the names of empty
/// files, so that a full disk does not stand in its way; what cannot be written lasts as long as this object.
class KeptMark
{
public:
    enum class State { Nothing, Kept, EraseOwed };

    /// The directory is created when first written to, readable by its owner only.
    KeptMark(QString directory, const QString& item);

    [[nodiscard]] State state();
    void set(State state);

private:
    QString m_directory;
    QString m_kept;
    QString m_owed;
    std::optional<State> m_state; ///< read from the disk when first asked for
};

} // namespace proconnect

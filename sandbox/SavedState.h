// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// Keeps what happened in the world from one start to the next, in one JSON file: written within a second of
/// a change and at the end, replaced as a whole. Without a file it does nothing.
class SavedState
{
public:
    SavedState(std::string file, std::function<nlohmann::json()> snapshot);
    ~SavedState();
    SavedState(const SavedState&) = delete;
    SavedState& operator=(const SavedState&) = delete;

    /// What the last run left; null when there is nothing. Throws std::exception when the file cannot be
    /// read.
    [[nodiscard]] static nlohmann::json read(const std::string& file);

private:
    void saveIfChanged();

    std::string m_file;
    std::function<nlohmann::json()> m_snapshot;
    nlohmann::json m_saved;
    QTimer m_timer;
};

} // namespace proconnect::sandbox

// SPDX-License-Identifier: MIT
#include "sandbox/SavedState.h"

#include "sandbox/world/Resource.h"

#include <QFile>
#include <QSaveFile>

#include <chrono>
#include <cstdio>

namespace proconnect::sandbox {

namespace {
constexpr std::chrono::seconds Period(1);
}

SavedState::SavedState(std::string file, std::function<nlohmann::json()> snapshot)
    : m_file(std::move(file)), m_snapshot(std::move(snapshot))
{
    if (!m_file.empty()) {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { saveIfChanged(); });
        m_timer.start(Period);
    }
}

SavedState::~SavedState()
{
    if (!m_file.empty()) {
        saveIfChanged();
    }
}

nlohmann::json SavedState::read(const std::string& file)
{
    if (file.empty() || !QFile::exists(QString::fromStdString(file))) {
        return {};
    }
    return readJson(file);
}

void SavedState::saveIfChanged()
{
    nlohmann::json now = m_snapshot();
    if (now == m_saved) {
        return;
    }
    QSaveFile output(QString::fromStdString(m_file));
    const bool opened = output.open(QIODevice::WriteOnly) &&
                        output.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    output.write(QByteArray::fromStdString(now.dump()));
    if (!opened || !output.commit()) {
        std::fprintf(stderr, "proconnect-sandbox: %s cannot be written\n", m_file.c_str());
    }
    m_saved = std::move(now);
}

} // namespace proconnect::sandbox

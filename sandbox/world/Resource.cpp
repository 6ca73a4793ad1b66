// SPDX-License-Identifier: MIT
#include "sandbox/world/Resource.h"

#include <QFile>

#include <stdexcept>

namespace proconnect::sandbox {

namespace {
constexpr qint64 LargestFile = 16LL * 1024 * 1024;
}

nlohmann::json readJson(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error(path + ": " + file.errorString().toStdString());
    }
    if (file.size() > LargestFile) {
        throw std::runtime_error(path + ": too large");
    }
    return nlohmann::json::parse(file.readAll().toStdString());
}

} // namespace proconnect::sandbox

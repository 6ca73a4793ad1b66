// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace proconnect::service {

/// Reads typed values of the configuration, each by "section/key", and keeps the first thing that is wrong.
class ConfigReader
{
public:
    using Values = QHash<QString, QString>;

    /// `values` must outlive the reader.
    ConfigReader(const Values& values, bool demonstration) : m_values(values), m_demonstration(demonstration)
    {}

    [[nodiscard]] const std::optional<Failure>& failure() const { return m_failure; }
    void fail(const QString& key, const QString& why);
    void fail(const Failure& failure);

    [[nodiscard]] QString string(const QString& key) const { return m_values.value(key); }
    [[nodiscard]] QString oneOf(const QString& key, const QStringList& allowed);
    /// A whole number that is not negative; absent: 0.
    [[nodiscard]] int count(const QString& key);
    /// https, or http on loopback in a demonstration; empty stays empty.
    [[nodiscard]] QUrl url(const QString& key);

private:
    const Values& m_values;
    bool m_demonstration;
    std::optional<Failure> m_failure;
};

} // namespace proconnect::service

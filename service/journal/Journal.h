// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/result/Outcome.h"

#include <QList>
#include <QSqlDatabase>

namespace proconnect::service {

class ServiceKeys;

/// What happened in each company, for its director to read.
class Journal
{
public:
    explicit Journal(const ServiceKeys& keys) : m_keys(keys) {}

    /// Adds a line in the caller's transaction; `sequence` is given here. It moves the company's cursor.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const QString& siren, JournalLine line) const;
    /// The newest lines, latest first.
    [[nodiscard]] Outcome<QList<JournalLine>> latest(QSqlDatabase& connection, const QString& siren,
                                                     int count) const;

private:
    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

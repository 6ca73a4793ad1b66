// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QHash>
#include <QList>

namespace proconnect::service {

/// What an entry says of which company it is about.
struct CompanyName
{
    QString siren; ///< as it is written
    QString denomination;
};

/// The companies among a register's entries that left, perhaps: one of them may be listed in office as well.
class GoneCompanies
{
public:
    void add(const CompanyName& company, const certification::OfficerRecord& position);

    /// Whether the company may be one that left the same position: by their numbers, or, where one of the two
    /// has none that can be read, by their names; where one has neither, it may be any.
    [[nodiscard]] bool mayHold(const CompanyName& company,
                               const certification::OfficerRecord& position) const;

private:
    struct Entry
    {
        QString name; ///< folded
        certification::OfficerRecord position;
    };

    QHash<QString, QList<Entry>> m_byNumber;
    QList<Entry> m_numberless;
    QList<Entry> m_all;
};

} // namespace proconnect::service

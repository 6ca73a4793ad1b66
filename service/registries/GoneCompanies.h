// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Roles.h"

#include <QHash>

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
    /// Positions by the folded name of who left them.
    struct Named
    {
        QHash<QString, certification::PositionSet> byName;
        certification::PositionSet any;

        void add(const QString& name, const certification::OfficerRecord& position);
        [[nodiscard]] bool mayHold(const QString& name, const certification::OfficerRecord& position) const;
    };

    QHash<QString, certification::PositionSet> m_byNumber;
    Named m_numberless;
    Named m_all;
};

} // namespace proconnect::service

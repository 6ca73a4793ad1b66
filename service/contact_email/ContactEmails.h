// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// The contact e-mail of companies, as the service knows it.
class ContactEmails
{
public:
    virtual ~ContactEmails() = default;

    /// State of the company's address; Absent when nothing is known.
    [[nodiscard]] virtual Outcome<ContactEmail> of(QSqlDatabase& connection, const QString& siren) = 0;
};

} // namespace proconnect::service

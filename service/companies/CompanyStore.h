// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/registries/Registry.h"

#include <QDateTime>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// What the registers said of the attached companies: name, address, establishments.
class CompanyStore
{
public:
    explicit CompanyStore(const ServiceKeys& keys) : m_keys(keys) {}

    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const RegisteredCompany& company,
                                     const QDateTime& now) const;
    [[nodiscard]] Outcome<std::optional<RegisteredCompany>> find(QSqlDatabase& connection,
                                                                 const QString& siren) const;

private:
    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

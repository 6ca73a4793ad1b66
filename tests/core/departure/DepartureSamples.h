// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

namespace proconnect::samples {

inline const QDate today(2026, 11, 23);

PortalAccount accountOf(const QString& name, const QString& portal,
                        const QString& address = QStringLiteral("by name"));

PortalAccount administratorOf(const QString& name, const QString& portal);

CompanySnapshot companyOf(const QList<PortalAccount>& accounts);

} // namespace proconnect::samples

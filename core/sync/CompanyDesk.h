// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <functional>

namespace proconnect {

/// Attaches companies to the signed-in person. Each callback comes exactly once, unless `context` dies first.
class CompanyDesk
{
public:
    virtual ~CompanyDesk() = default;

    /// Asks the registers whether the person leads the company.
    virtual void check(const SirenNumber& siren, QObject* context,
                       std::function<void(Outcome<CompanyCheck>)> done) = 0;
    /// Attaches a company whose check was certified.
    virtual void attach(const SirenNumber& siren, QObject* context,
                        std::function<void(Outcome<Company>)> done) = 0;
};

} // namespace proconnect

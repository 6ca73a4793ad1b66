// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/model/Decision.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace proconnect {

/// What binds the signed-in person to companies: attaching one, and what stays of one that they led. Each
/// callback comes exactly once, unless `context` dies first.
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
    /// Sends the file of a doubt to support, which answers at `replyTo`.
    virtual void sendReview(const QString& reference, const QString& replyTo, QObject* context,
                            std::function<void(Outcome<ReviewTransmission>)> done) = 0;
    /// The person's own receipts about a company, whether they still lead it or not.
    virtual void readReceipts(const SirenNumber& siren, QObject* context,
                              std::function<void(Outcome<OwnReceipts>)> done) = 0;
    /// The file that proves a decision to anyone, as the service sealed it: JSON to be kept byte by byte.
    virtual void readReceiptFile(const SirenNumber& siren, const QString& decision, QObject* context,
                                 std::function<void(Outcome<QByteArray>)> done) = 0;
};

} // namespace proconnect

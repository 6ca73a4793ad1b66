// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"
#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect::service {

/// What a register says of the company itself. Empty values: this register does not say.
struct RegisteredCompany
{
    enum class State { Unknown, Active, Closed, Duplicate };

    QString siren;
    QString name;
    QString legalForm; ///< Insee code, "5710"
    QString address;   ///< on one line
    QString activity;  ///< NAF code
    State state = State::Unknown;
    bool stateUnreadable = false; ///< a state is written that nobody knows, or two that contradict each other
    std::optional<QDate> closedOn;
    QString replacedBy;    ///< SIREN that stands for this duplicate
    bool withheld = false; ///< not to be shown to just anybody (statut de diffusion)
    QList<Establishment> establishments;
};

struct RegistryAnswer
{
    RegistrySource source = RegistrySource::Rne;
    RegisteredCompany company;
    QList<certification::OfficerRecord> officers;
    /// What it says is right, and not all that there is: somebody behind a company could not be asked for.
    bool incomplete = false;
};

/// One official register. Blocking; from any thread.
class Registry
{
public:
    virtual ~Registry() = default;

    /// Failures: SirenUnknown (the register does not have it), NotAllowed (it answers, but not about this
    /// company) and RegistryUnavailable (anything else: quota, access, time-out, an answer that does not
    /// follow its format). Neither of the two last says anything about the company.
    [[nodiscard]] virtual Outcome<RegistryAnswer> lookup(const SirenNumber& siren) = 0;
};

} // namespace proconnect::service

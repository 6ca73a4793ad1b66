// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CompanyObjections.h"
#include "service/companies/MandateStanding.h"
#include "service/companies/MandateStore.h"
#include "service/companies/PersonObjections.h"

#include <QHash>

#include <mutex>

namespace proconnect::service {

class Database;

/// Looks at the registers again for people who lead a company, and writes what they say. After a look without
/// an answer, that company's registers are left alone for a minute; after one whose answer proves nothing of
/// a person, so they are about that person. From any thread.
class MandateChecks
{
public:
    /// `ended` runs in the transaction that writes the end of a mandate.
    MandateChecks(Database& database, const ServiceKeys& keys, const Clock& clock, RegistryDesk& registries,
                  MandateEndFollower ended);

    /// The record after another look. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<MandateRecord> check(const MandateRecord& record);
    /// The same for all who lead a company, with one look. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<Done> checkCompany(const QString& siren);
    /// Writes the end of a mandate that a sign-in did not confirm.
    [[nodiscard]] Outcome<MandateRecord> end(MandateRecord record, MandateEnd why);
    /// Writes `record` unless the company was attached again meanwhile: that newer proof stays.
    [[nodiscard]] Outcome<Done> write(const MandateRecord& record);
    /// True while nothing may be asked about the person in that company.
    [[nodiscard]] bool leftAlone(const MandateRecord& record);
    /// The registers gave no answer about them. Whoever else leads the company may still ask.
    void leaveAlone(const MandateRecord& record);

private:
    /// What the registers say; nothing when they no longer know the company.
    [[nodiscard]] Outcome<std::optional<CompanyFile>> consult(const QString& siren);
    /// As CompanyChecker::isContradicted(). A mandate that waits to be confirmed is such a word too.
    [[nodiscard]] Outcome<bool> isContradicted(const MandateRecord& record, const CompanyFile& file,
                                               MandateStanding standing);
    [[nodiscard]] Outcome<MandateRecord> judged(MandateRecord record, const std::optional<CompanyFile>& file);
    [[nodiscard]] bool isQuiet(const QString& key);
    void keepQuiet(const QString& key);

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    RegistryDesk& m_registries;
    CompanyObjections m_objections;
    PersonObjections m_people;
    MandateEndFollower m_ended;
    MandateStore m_store;
    std::mutex m_mutex;
    QHash<QString, QDateTime> m_leftAloneUntil; ///< by SIREN, and by SIREN and subject
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/companies/MandateChecks.h"

#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr qint64 quietSeconds = 60;

Failure unavailable(const char* why)
{
    return {FailureCode::RegistryUnavailable, QLatin1String(why), {}};
}

QString keyOf(const MandateRecord& record)
{
    return record.mandate.siren + u' ' + record.mandate.subject;
}

} // namespace

MandateChecks::MandateChecks(Database& database, const ServiceKeys& keys, const Clock& clock,
                             RegistryDesk& registries, MandateEndFollower ended)
    : m_database(database), m_keys(keys), m_clock(clock), m_registries(registries),
      m_objections(database, clock), m_people(keys), m_ended(std::move(ended)), m_store(keys)
{}

Outcome<MandateRecord> MandateChecks::check(const MandateRecord& record)
{
    if (leftAlone(record)) {
        return unavailable("no answer about this person a moment ago");
    }
    const auto file = consult(record.mandate.siren);
    return file ? judged(record, file.value()) : Outcome<MandateRecord>(file.failure());
}

Outcome<Done> MandateChecks::checkCompany(const QString& siren)
{
    const auto records = m_database.read<QList<MandateRecord>>(
        [&](QSqlDatabase& connection) { return m_store.unended(connection, siren); });
    if (!records) {
        return records.failure();
    }
    const auto file = consult(siren);
    if (!file) {
        return file.failure();
    }
    std::optional<Failure> trouble;
    for (const MandateRecord& record : records.value()) {
        if (const auto done = judged(record, file.value()); !done) {
            trouble = done.failure();
        }
    }
    return trouble ? Outcome<Done>(*trouble) : Outcome<Done>(Done{});
}

Outcome<MandateRecord> MandateChecks::end(MandateRecord record, MandateEnd why)
{
    record.state = MandateState::Ended;
    record.endedAt = m_clock.now();
    record.triedAt = record.endedAt;
    record.end = why;
    record.review.clear();
    const auto written = write(record);
    return written ? Outcome<MandateRecord>(record) : Outcome<MandateRecord>(written.failure());
}

Outcome<Done> MandateChecks::write(const MandateRecord& record)
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto stored = m_store.find(connection, record.mandate.subject, record.mandate.siren);
        if (!stored) {
            return stored.failure();
        }
        if (!stored.value() || stored.value()->attachedAt != record.attachedAt ||
            stored.value()->state == MandateState::Ended) {
            return Done{};
        }
        if (const auto saved = m_store.save(connection, record); !saved) {
            return saved.failure();
        }
        if (record.state == MandateState::Ended) {
            if (const auto followed = m_ended(connection, record); !followed) {
                return followed.failure();
            }
        }
        const auto cursor = advanceCursor(connection, record.mandate.siren);
        return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
    });
}

Outcome<std::optional<CompanyFile>> MandateChecks::consult(const QString& siren)
{
    const auto number = SirenNumber::parse(siren);
    if (!number) {
        return Failure{FailureCode::Internal, QStringLiteral("a stored SIREN is not valid"), {}};
    }
    if (isQuiet(siren)) {
        return unavailable("no answer a moment ago");
    }
    auto file = m_objections.consult(m_registries, *number);
    if (file) {
        return std::optional(std::move(file).value());
    }
    if (file.failure().code == FailureCode::SirenUnknown) {
        return std::optional<CompanyFile>();
    }
    keepQuiet(siren);
    return file.failure();
}

Outcome<MandateRecord> MandateChecks::judged(MandateRecord record, const std::optional<CompanyFile>& file)
{
    const QDateTime now = m_clock.now();
    record.triedAt = now;
    // A register that forgets a whole company is no proof of anything.
    const auto [standing, function] =
        file ? standingOf(record, *file, m_keys) : StandingToday{MandateStanding::ToConfirm, {}};
    if (file) {
        const auto contradicted = isContradicted(record, *file, standing);
        if (!contradicted) {
            return contradicted.failure();
        }
        if (contradicted.value()) {
            leaveAlone(record);
            return unavailable("a register that had an objection does not answer");
        }
    }
    switch (standing) {
    case MandateStanding::Holds:
        record.mandate.verifiedAt = now;
        record.mandate.function = function;
        record.state = MandateState::Held;
        record.review.clear();
        break;
    case MandateStanding::ToConfirm:
        record.state = MandateState::ToConfirm;
        break;
    case MandateStanding::Ended:
        return end(std::move(record), file->gate.active ? MandateEnd::NotListed : MandateEnd::CompanyClosed);
    case MandateStanding::Unknown:
        leaveAlone(record);
        return unavailable("the answer does not show who leads the company");
    }
    const auto written = write(record);
    return written ? Outcome<MandateRecord>(record) : Outcome<MandateRecord>(written.failure());
}

Outcome<bool> MandateChecks::isContradicted(const MandateRecord& record, const CompanyFile& file,
                                            MandateStanding standing)
{
    const QString& subject = record.mandate.subject;
    const QString& siren = record.mandate.siren;
    const bool holds = standing == MandateStanding::Holds;
    if (!holds) {
        // What is said of the person is kept as the state of the mandate; but for this: while SIRENE is
        // silent, the RNE shows all who lead, and not the person.
        const bool missing = standing == MandateStanding::Unknown && file.withoutSirene && !file.gap;
        const auto kept = missing ? m_database.write<Done>([&](QSqlDatabase& connection) {
            return m_people.note(connection, subject, siren, m_clock.now());
        })
                                  : Outcome<Done>(Done{});
        return kept ? Outcome<bool>(false) : Outcome<bool>(kept.failure());
    }
    const auto noted = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return m_people.isNoted(connection, subject, siren); });
    if (!noted) {
        return noted.failure();
    }
    if (file.registerSilent()) {
        return noted.value() || record.state != MandateState::Held;
    }
    const auto lifted = noted.value() ? m_database.write<Done>([&](QSqlDatabase& connection) {
        return m_people.lift(connection, subject, siren);
    })
                                      : Outcome<Done>(Done{});
    return lifted ? Outcome<bool>(false) : Outcome<bool>(lifted.failure());
}

bool MandateChecks::leftAlone(const MandateRecord& record)
{
    return isQuiet(record.mandate.siren) || isQuiet(keyOf(record));
}

void MandateChecks::leaveAlone(const MandateRecord& record)
{
    keepQuiet(keyOf(record));
}

bool MandateChecks::isQuiet(const QString& key)
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime until = m_leftAloneUntil.value(key);
    return until.isValid() && m_clock.now() < until;
}

void MandateChecks::keepQuiet(const QString& key)
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime now = m_clock.now();
    m_leftAloneUntil.removeIf([&now](const auto& item) { return item.value() <= now; });
    m_leftAloneUntil.insert(key, now.addSecs(quietSeconds));
}

} // namespace proconnect::service

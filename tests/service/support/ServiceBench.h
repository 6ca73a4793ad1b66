// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/jobs/JobRunner.h"
#include "service/keys/FileServiceKeys.h"
#include "service/mail/Mailer.h"
#include "service/storage/Database.h"
#include "tests/service/support/TestDatabase.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace proconnect::service {

/// A clock that stands still until it is told otherwise.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(7, 30), Qt::UTC);
};

/// Runs a job when the test says so, on the test's own thread.
class HandCrankedJobs final : public JobRunner
{
public:
    void every(std::chrono::milliseconds, const std::string& name, std::function<void()> work) override
    {
        m_works[name] = std::move(work);
    }
    void wake(const std::string& name) override { ++m_wakes[name]; }
    [[nodiscard]] bool stopping() const override { return stop; }

    bool stop = false;

    void run(const std::string& name) { m_works.at(name)(); }
    [[nodiscard]] int wakes(const std::string& name) const;

private:
    std::map<std::string, std::function<void()>> m_works;
    std::map<std::string, int> m_wakes;
};

/// Keeps what was queued; the caller's transaction is not consulted.
class RecordingMailer final : public Mailer
{
public:
    [[nodiscard]] Outcome<Done> enqueue(QSqlDatabase&, const Mail& mail) override;
    void wake() override {}

    QList<Mail> mails;

private:
    std::mutex m_mutex;
};

/// A fresh database with keys and a clock of its own.
struct ServiceBench
{
    ServiceBench();
    ~ServiceBench();

    QTemporaryDir folder;
    StandingClock clock;
    HandCrankedJobs jobs;
    std::shared_ptr<FileServiceKeys> keys =
        FileServiceKeys::loadOrMake(folder.filePath(QStringLiteral("keys.json"))).value();
    TestDatabase place{TestDatabase::Holds::EmptyTables};
    std::shared_ptr<Database> database = Database::open(place.url()).value();

    /// Runs one statement; true when it worked.
    bool sql(const QString& statement, const QVariantList& values = {});
    /// First column of the first row.
    QVariant value(const QString& statement, const QVariantList& values = {});
    /// Runs `work(connection)` in a writing transaction.
    template <typename Work>
    auto write(Work work)
    {
        using Result = decltype(work(std::declval<QSqlDatabase&>()));
        using Value = std::decay_t<decltype(std::declval<Result>().value())>;
        return database->template write<Value>(
            [&](QSqlDatabase& connection) -> Outcome<Value> { return work(connection); });
    }
};

} // namespace proconnect::service

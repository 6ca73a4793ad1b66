// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/net/ApiClient.h"
#include "core/session/SessionController.h"
#include "core/sync/SnapshotCopy.h"
#include "core/sync/Workspace.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace proconnect {

/// How often the service is asked for news.
struct PollingPace
{
    std::chrono::milliseconds first{300};          ///< after the copy was shown
    std::chrono::milliseconds active{30'000};      ///< while the window is in use
    std::chrono::milliseconds idle{300'000};       ///< while it is not
    std::chrono::milliseconds afterFailure{2'000}; ///< doubles up to a minute
};

/// Shows the encrypted copy at once, then asks the service for news by its tag. An answer that says
/// "unchanged" makes the data as fresh as the answer: asOf moves and connectionChanged() is emitted, without
/// snapshotChanged(). Of many accounts the service tells only those that changed (SnapshotDelta); when that
/// does not fit what is here, all is asked for.
class DefaultWorkspace final : public Workspace
{
    Q_OBJECT

public:
    DefaultWorkspace(SessionController& session, ApiClient& api, EncryptedStore& store, const Clock& clock,
                     PollingPace pace, QObject* parent = nullptr);

    /// Whether the window is in use.
    void setActive(bool active);
    /// An exchange about anything ended. Without a company of its own to ask about, the workspace has no
    /// other way to know whether the service is within reach.
    void noteExchange(std::optional<FailureCode> failure);

    [[nodiscard]] const CompanySnapshot* snapshot() const override;
    [[nodiscard]] bool loading() const override;
    [[nodiscard]] Connection connection() const override { return m_connection; }
    [[nodiscard]] std::optional<Failure> trouble() const override { return m_trouble; }
    [[nodiscard]] QString selectedSiren() const override { return m_siren; }

    void selectCompany(const QString& siren) override;
    void refresh() override;

private:
    void followSession();
    void show(const QString& siren);
    void ask();
    void take(const Outcome<HttpAnswer>& answer);
    void takeSnapshot(const HttpAnswer& answer);
    void takeDelta(const HttpAnswer& answer);
    void showNews(TaggedSnapshot news);
    void keepCopy();
    void fail(const Failure& failure);
    void setConnection(Connection connection, std::optional<Failure> trouble);
    void plan();

    SessionController& m_session;
    ApiClient& m_api;
    SnapshotCopy m_copy;
    const Clock& m_clock;
    PollingPace m_pace;
    QTimer m_timer;
    std::unique_ptr<QObject> m_call; ///< context of the call under way; another company drops it
    bool m_askAgain = false;
    bool m_active = true;
    bool m_answered = false;
    bool m_copyBehind = false; ///< what is shown could not be written
    int m_failures = 0;
    QString m_siren;
    std::optional<TaggedSnapshot> m_data;
    Connection m_connection = Connection::Unknown;
    std::optional<Failure> m_trouble;
};

} // namespace proconnect

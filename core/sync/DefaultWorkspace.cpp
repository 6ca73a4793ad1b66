// SPDX-License-Identifier: MIT
#include "core/sync/DefaultWorkspace.h"

#include "core/net/RetryPolicy.h"
#include "core/sync/SnapshotPatch.h"

#include <algorithm>

namespace proconnect {
namespace {

constexpr qsizetype largestSnapshot = 288LL * 1024LL * 1024; // as many accounts as one may hold
constexpr std::chrono::milliseconds snapshotDeadline{60'000};

/// Whether `code` says that the service was not reached, rather than that it answered something.
bool unreached(FailureCode code)
{
    return code == FailureCode::Offline || code == FailureCode::ServiceUnavailable ||
           code == FailureCode::TimedOut || code == FailureCode::CertificateInvalid ||
           code == FailureCode::Cancelled;
}

/// Whether the person may no longer see the company.
bool shut(FailureCode code)
{
    return code == FailureCode::MandateEnded || code == FailureCode::NotAllowed ||
           code == FailureCode::NotFound;
}

bool holds(const UserProfile& profile, const QString& siren)
{
    return std::any_of(profile.companies.begin(), profile.companies.end(),
                       [&siren](const Company& company) { return company.siren == siren; });
}

} // namespace

DefaultWorkspace::DefaultWorkspace(SessionController& session, ApiClient& api, EncryptedStore& store,
                                   const Clock& clock, PollingPace pace, QObject* parent)
    : Workspace(parent), m_session(session), m_api(api), m_copy(store), m_clock(clock), m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DefaultWorkspace::ask);
    connect(&m_session, &SessionController::stateChanged, this, &DefaultWorkspace::followSession);
    connect(&m_session, &SessionController::profileChanged, this, &DefaultWorkspace::followSession);
    followSession();
}

const CompanySnapshot* DefaultWorkspace::snapshot() const
{
    return m_data ? &m_data->snapshot : nullptr;
}

bool DefaultWorkspace::loading() const
{
    return !m_siren.isEmpty() && !m_data && !m_answered;
}

void DefaultWorkspace::followSession()
{
    if (m_session.state() != SessionController::State::SignedIn) {
        show({});
        return;
    }
    const UserProfile& profile = m_session.profile();
    if (!m_siren.isEmpty() && holds(profile, m_siren)) {
        return;
    }
    const QString last = m_copy.selection();
    if (holds(profile, last)) {
        show(last);
    } else {
        show(profile.companies.isEmpty() ? QString() : profile.companies.constFirst().siren);
    }
}

void DefaultWorkspace::selectCompany(const QString& siren)
{
    if (siren != m_siren && m_session.state() == SessionController::State::SignedIn) {
        m_copy.setSelection(siren);
        show(siren);
    }
}

void DefaultWorkspace::show(const QString& siren)
{
    if (siren == m_siren) {
        return;
    }
    const bool fromNone = m_siren.isEmpty();
    m_siren = siren;
    m_call.reset();
    m_askAgain = false;
    m_answered = false;
    m_copyBehind = false;
    m_failures = 0;
    m_timer.stop();
    m_data = siren.isEmpty() ? std::nullopt : m_copy.read(siren);
    if (siren.isEmpty() || fromNone) {
        setConnection(Connection::Unknown, std::nullopt);
    }
    if (!siren.isEmpty()) {
        m_timer.start(m_data ? m_pace.first : std::chrono::milliseconds(0));
    }
    Q_EMIT selectedCompanyChanged();
    Q_EMIT snapshotChanged();
    Q_EMIT loadingChanged();
}

void DefaultWorkspace::setActive(bool active)
{
    if (m_active != active) {
        m_active = active;
        if (active) {
            refresh();
        } else if (!m_call) {
            plan();
        }
    }
}

void DefaultWorkspace::noteExchange(std::optional<FailureCode> failure)
{
    if (m_siren.isEmpty()) {
        setConnection(failure && unreached(*failure) ? Connection::Offline : Connection::Online,
                      std::nullopt);
    }
}

void DefaultWorkspace::refresh()
{
    if (m_siren.isEmpty()) {
        return;
    }
    if (m_call) {
        m_askAgain = true; // what is on its way may be older than what made the caller ask
    } else {
        ask();
    }
}

void DefaultWorkspace::ask()
{
    m_timer.stop();
    m_askAgain = false;
    m_call = std::make_unique<QObject>();
    HttpCall call;
    call.path = QStringLiteral("/v1/companies/%1/snapshot").arg(m_siren);
    call.ifNoneMatch = m_data ? m_data->etag : QByteArray();
    call.acceptedDelta = "accounts";
    call.largestReply = largestSnapshot;
    call.deadline = snapshotDeadline;
    m_api.send(call, m_call.get(), [this](const Outcome<HttpAnswer>& answer) {
        m_call.release()->deleteLater();
        take(answer);
    });
}

void DefaultWorkspace::take(const Outcome<HttpAnswer>& answer)
{
    const bool wasLoading = loading();
    m_answered = true;
    if (!answer) {
        fail(answer.failure());
    } else if (answer.value().status == 304) {
        m_failures = 0;
        m_data->snapshot.asOf = m_clock.now();
        if (m_copyBehind) {
            keepCopy();
        }
        setConnection(Connection::Online, std::nullopt);
        Q_EMIT connectionChanged();
    } else if (answer.value().status == imUsed) {
        takeDelta(answer.value());
    } else {
        takeSnapshot(answer.value());
    }
    if (wasLoading != loading()) {
        Q_EMIT loadingChanged();
    }
    if (m_siren.isEmpty() || m_call) {
        return; // someone who heard the news changed company, or asked again
    }
    m_askAgain ? ask() : plan();
}

void DefaultWorkspace::takeSnapshot(const HttpAnswer& answer)
{
    auto snapshot = readAnswer<CompanySnapshot>(answer);
    if (snapshot && snapshot.value().company.siren != m_siren) {
        snapshot = Failure{FailureCode::BadReply, QStringLiteral("data of another company"), {}};
    }
    snapshot ? showNews({answer.etag, std::move(snapshot).value()}) : fail(snapshot.failure());
}

void DefaultWorkspace::takeDelta(const HttpAnswer& answer)
{
    auto delta = readAnswer<SnapshotDelta>(answer);
    const bool ours = delta && delta.value().base.toLatin1() == m_data->etag &&
                      delta.value().snapshot.company.siren == m_siren;
    auto snapshot = ours ? patched(m_data->snapshot.accounts, std::move(delta).value())
                         : std::optional<CompanySnapshot>();
    if (snapshot) {
        showNews({answer.etag, std::move(*snapshot)});
        return;
    }
    // Without a tag the next answer is whole.
    m_data->etag.clear();
    m_askAgain = true;
}

void DefaultWorkspace::showNews(TaggedSnapshot news)
{
    m_failures = 0;
    m_data = std::move(news);
    keepCopy();
    setConnection(Connection::Online, std::nullopt);
    Q_EMIT snapshotChanged();
}

void DefaultWorkspace::keepCopy()
{
    m_copyBehind = false;
    m_copy.keep(m_siren, *m_data, this, [this, siren = m_siren](bool kept) {
        // Without a copy the next start is slower and nothing is lost: the next answer tries again.
        m_copyBehind = siren == m_siren && !kept;
    });
}

void DefaultWorkspace::fail(const Failure& failure)
{
    ++m_failures;
    if (shut(failure.code)) {
        m_copy.remove(m_siren);
        m_data.reset();
    }
    setConnection(unreached(failure.code) ? Connection::Offline : Connection::Online, failure);
    if (shut(failure.code)) {
        Q_EMIT snapshotChanged();
    }
}

void DefaultWorkspace::setConnection(Connection connection, std::optional<Failure> trouble)
{
    const auto codeOf = [](const std::optional<Failure>& failure) {
        return failure ? std::optional(failure->code) : std::nullopt;
    };
    const bool changed = m_connection != connection || codeOf(m_trouble) != codeOf(trouble);
    m_connection = connection;
    m_trouble = std::move(trouble);
    if (changed) {
        Q_EMIT connectionChanged();
    }
}

void DefaultWorkspace::plan()
{
    if (m_siren.isEmpty()) {
        return;
    }
    const auto pace = m_active ? m_pace.active : m_pace.idle;
    m_timer.start(m_failures > 0 ? std::max(m_active ? std::chrono::milliseconds(0) : pace,
                                            pauseBefore(m_failures, m_pace.afterFailure))
                                 : pace);
}

} // namespace proconnect

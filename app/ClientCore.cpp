// SPDX-License-Identifier: MIT
#include "app/ClientCore.h"

#include "core/sync/TakenUpDelegations.h"

namespace proconnect::app {
namespace {

using namespace std::chrono_literals;

// The demonstration shows a request within seconds; a million desktops must not ask that often.
constexpr PollingPace demonstrationPace{300ms, 2s, 2s, 2s};

} // namespace

ClientCore::ClientCore(const Options& options)
    : clock(options.clockOffset), store(options.dataDirectory), copyHealth(store),
      keychain(QStringLiteral("fr.gouv.proconnect"), keyStoreThread),
      vault(keychain, QStringLiteral("session-") + options.instance, options.dataDirectory),
      channel(options.service, clock), tokens(channel, clock), api(channel, tokens),
      session(channel, api, tokens, vault, store, clock), renewal(session),
      workspace(session, api, store, clock, options.demonstration ? demonstrationPace : PollingPace{}),
      decisions(session, tokens, api, store, clock), companies(api, renewal), contactEmail(api, renewal),
      delegations(tokens, api, renewal, clock), devices(api), notes(api, renewal), departures(api)
{
    QObject::connect(&companies, &DefaultCompanyDesk::attached, &workspace, [this](const QString& siren) {
        session.refreshProfile();
        workspace.selectCompany(siren);
    });
    followTakenUp(delegations, session, workspace);
    QObject::connect(&contactEmail, &DefaultContactEmailDesk::confirmed, &workspace, &Workspace::refresh);
    QObject::connect(&decisions, &DecisionDesk::taken, &workspace, &Workspace::refresh);
    QObject::connect(&decisions, &DecisionDesk::refused, &workspace, &Workspace::refresh);
    QObject::connect(&workspace, &Workspace::connectionChanged, &decisions, [this] {
        if (workspace.connection() == Workspace::Connection::Online) {
            decisions.retryNow();
        }
        const auto trouble = workspace.trouble();
        if (trouble && trouble->code == FailureCode::MandateEnded) {
            session.refreshProfile(); // it says since when
        }
    });
    QObject::connect(&session, &SessionController::signedIn, &workspace, &Workspace::refresh);
    QObject::connect(&channel, &HttpChannel::exchanged, &workspace, &DefaultWorkspace::noteExchange);
}

} // namespace proconnect::app

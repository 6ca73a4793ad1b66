// SPDX-License-Identifier: MIT
#pragma once

#include "app/CommandLine.h"
#include "core/secrets/KeychainSecretStore.h"
#include "core/session/DefaultSessionController.h"
#include "core/session/SignInRenewal.h"
#include "core/sync/CopyHealth.h"
#include "core/sync/DefaultAccountNoteDesk.h"
#include "core/sync/DefaultCompanyDesk.h"
#include "core/sync/DefaultContactEmailDesk.h"
#include "core/sync/DefaultDecisionDesk.h"
#include "core/sync/DefaultDelegationDesk.h"
#include "core/sync/DefaultDepartureDesk.h"
#include "core/sync/DefaultDeviceDesk.h"
#include "core/sync/DefaultWorkspace.h"
#include "core/workstation/BusWorkstation.h"

namespace proconnect::app {

/// Everything of the application that has no window, put together in order of need. Building it does no I/O.
class ClientCore
{
public:
    explicit ClientCore(const Options& options);

    SystemClock clock;
    BusWorkstation workstation;
    EncryptedStore store;
    CopyHealth copyHealth;
    KeyStoreThread keyStoreThread;
    KeychainSecretStore keychain;
    SessionVault vault;
    HttpChannel channel;
    TokenKeeper tokens;
    ApiClient api;
    DefaultSessionController session;
    SignInRenewal renewal;
    DefaultWorkspace workspace;
    DefaultDecisionDesk decisions;
    DefaultCompanyDesk companies;
    DefaultContactEmailDesk contactEmail;
    DefaultDelegationDesk delegations;
    DefaultDeviceDesk devices;
    DefaultAccountNoteDesk notes;
    DefaultDepartureDesk departures;
};

} // namespace proconnect::app

// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SignInRenewal.h"
#include "core/sync/CopyHealth.h"
#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "tests/ui/fakes/FakeAccountNoteDesk.h"
#include "tests/ui/fakes/FakeContactEmailDesk.h"
#include "tests/ui/fakes/FakeDecisionDesk.h"
#include "tests/ui/fakes/FakeDelegationDesk.h"
#include "tests/ui/fakes/FakeDepartureDesk.h"
#include "tests/ui/fakes/FakeDeviceDesk.h"
#include "tests/ui/fakes/FakeWorkspace.h"
#include "tests/ui/fakes/FakeWorkstation.h"
#include "tests/ui/support/FakeCompanyDesk.h"
#include "tests/ui/support/MemorySettings.h"
#include "tests/ui/support/ScriptedSession.h"
#include "ui/Services.h"
#include "ui/data_page/BackgroundThreads.h"
#include "ui/text/Language.h"
#include "ui/theme/Theme.h"

namespace proconnect::tests {

/// Everything that a window needs, over fakes. The theme is applied to the running QApplication.
class UiBench
{
public:
    UiBench();

    ScriptedSession session;
    SignInRenewal renewal{session};
    FakeWorkspace workspace;
    FakeDecisionDesk decisions;
    FakeCompanyDesk companies;
    FakeContactEmailDesk contactEmail;
    FakeDelegationDesk delegations;
    FakeDeviceDesk devices;
    FakeAccountNoteDesk notes;
    FakeDepartureDesk departures;
    EncryptedStore store{QString()}; ///< no directory: every write fails
    CopyHealth copy{store};
    FakeWorkstation workstation;
    MemorySettings settings;
    ui::BackgroundThreads threads;
    FixedClock clock;
    ui::Language language;
    ui::Theme theme;
    ui::Services services;
};

/// Lets layouts that depend on one another come to rest.
void settle();

/// Visible texts under `root` that have less room than they need, joined by "; ": class, text, room, need.
[[nodiscard]] QByteArray clippedTexts(const QWidget& root);

/// Visible controls under `root` that take the focus without a name for screen readers.
[[nodiscard]] QByteArray namelessControls(const QWidget& root);

/// Saves a picture of `widget` when PROCONNECT_GRABS names a directory.
void keepPicture(QWidget& widget, const QString& name);

} // namespace proconnect::tests

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect {
class AccountNoteDesk;
class Clock;
class CompanyDesk;
class ContactEmailDesk;
class CopyHealth;
class DecisionDesk;
class DelegationDesk;
class DepartureDesk;
class DeviceDesk;
class SessionController;
class SignInRenewal;
class Workspace;
class Workstation;
} // namespace proconnect

namespace proconnect::ui {

class BackgroundThreads;
class Language;
class Theme;
class UiSettings;

/// What windows and pages may use, given to each of them when built. The composition root owns it all.
struct Services
{
    SessionController& session;
    SignInRenewal& renewal;
    Workspace& workspace;
    DecisionDesk& decisions;
    CompanyDesk& companies;
    ContactEmailDesk& contactEmail;
    DelegationDesk& delegations;
    DeviceDesk& devices;
    AccountNoteDesk& notes;
    DepartureDesk& departures;
    CopyHealth& copy;
    Workstation& workstation;
    UiSettings& settings;
    BackgroundThreads& threads;
    const Clock& clock;
    Language& language;
    Theme& theme;
    QString supportNumber;
    bool demonstration = false; ///< data and people are invented; said in the status bar
};

} // namespace proconnect::ui

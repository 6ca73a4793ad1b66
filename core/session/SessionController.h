// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/UserProfile.h"
#include "core/result/Outcome.h"
#include "core/session/SignInStrength.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

namespace proconnect {

/// What a sign-in window needs to know; nothing in it is a secret of FranceConnect.
struct SignInPage
{
    QUrl start;               ///< where the browser begins, usable once
    QUrl completion;          ///< scheme, host, port and path of the page that ends the sign-in
    QStringList allowedHosts; ///< "host" or "host:port" of recognised sign-in pages
    QDateTime expiresAt;
};

/// Where the refresh token and the device key are kept.
enum class SecretKeeping { Unknown, KeyStore, MemoryOnly };

/// What became of a session that the person ended. Nothing of it is on screen or in files, whatever this
/// says.
struct SignOutReport
{
    bool serviceTold = true;   ///< else it lasts there until it expires; its key is gone
    bool secretsErased = true; ///< by the key store's own word
    /// Where a browser ends FranceConnect's own session; no start: nowhere.
    SignInPage leaving;
    bool inSystemBrowser = false; ///< where the sign-in took place
};

/// Who is signed in on this computer, and how to sign in or out.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// Locked: somebody is signed in, and nothing of theirs is told or shown.
    enum class State { Starting, SignedOut, SigningIn, SignedIn, Locked };
    enum class Browser { Embedded, System };

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    /// Meaningful while signed in.
    [[nodiscard]] virtual const UserProfile& profile() const = 0;
    [[nodiscard]] virtual SecretKeeping secretKeeping() const = 0;

    /// Hides who is signed in, at once: profile and data leave the memory, and with them the keys where the
    /// key store holds them. While the start is under way, it ends locked.
    virtual void lock() = 0;
    /// Takes back lock(): the caller answers for the person being there. When the key store does not answer,
    /// the state stays Locked.
    virtual void unlock() = 0;
    /// Opens a transaction at the service. While locked, only for the person who is signed in, whose sign-in
    /// unlocks. Ends in signInPageReady() or signInFailed().
    /// With Browser::System, the controller itself waits for the loopback return.
    /// Without a person to prove again, HighEffect is an ordinary sign-in.
    virtual void beginSignIn(Browser browser, SignInStrength strength) = 0;
    /// The web view reached the completion page. Ends in signedIn() or signInFailed().
    virtual void completeSignIn(const QUrl& reached) = 0;
    /// Ends the current sign-in, if any; signInFailed() then tells `why`.
    virtual void abandonSignIn(const Failure& why) = 0;
    /// Ends the session here at once, then at the service; nothing readable is left. signedOut() comes at
    /// once, signOutEnded() once service and key store have answered, or did not in time.
    virtual void signOut() = 0;

Q_SIGNALS:
    void stateChanged();
    void profileChanged();
    void secretKeepingChanged();
    void signInPageReady(const proconnect::SignInPage& page);
    void signInFailed(const proconnect::Failure& failure);
    void signedIn();
    /// The service or the user ended the session.
    void signedOut(const proconnect::Failure& why);
    void signOutEnded(const proconnect::SignOutReport& report);
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sandbox/RunningSandbox.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace proconnect::sandbox::test {

/// A person's browser and a relying party in front of the sandbox's FranceConnect.
class SignIns
{
public:
    using Parameters = QMap<QString, QString>;

    explicit SignIns(const RunningSandbox& sandbox) : m_sandbox(sandbox) {}

    /// A complete, correct /authorize.
    [[nodiscard]] static Parameters goodParameters();
    [[nodiscard]] static QString query(const Parameters& parameters);
    /// A parameter of an address, decoded.
    [[nodiscard]] static QString parameter(const QUrl& url, const QString& name);
    /// Value of a hidden field of a page.
    [[nodiscard]] static QString hidden(const QByteArray& page, const QString& name);

    [[nodiscard]] static QString callback();
    [[nodiscard]] static QString state();
    [[nodiscard]] static QString nonce();

    [[nodiscard]] Answer authorize(Http& browser, const Parameters& parameters) const;
    /// Chooses an identity on the page of a fresh sign-in; gives the page's answer.
    [[nodiscard]] Answer choose(Http& browser, const QString& identity) const;
    /// Sends the form of the consent page.
    [[nodiscard]] Answer consent(Http& browser, const QByteArray& page) const;
    /// The address to which the browser returns after a complete sign-in.
    [[nodiscard]] QUrl signIn(Http& browser, const QString& identity) const;

    /// Redeems a code; an empty secret stands for the right one.
    [[nodiscard]] Answer redeem(const QString& code, const QString& secret = {}) const;
    /// The token reply of a complete sign-in.
    [[nodiscard]] Answer tokens(const QString& identity) const;
    [[nodiscard]] Answer userinfo(const QString& accessToken) const;
    /// The claims of a JWT whose signature one of the published keys made; empty otherwise.
    [[nodiscard]] QJsonObject verified(const QByteArray& token, const char* algorithm) const;

private:
    const RunningSandbox& m_sandbox;
};

} // namespace proconnect::sandbox::test

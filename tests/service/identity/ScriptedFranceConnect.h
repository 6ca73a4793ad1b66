// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/outgoing/HttpClient.h"
#include "tests/service/identity/TestKey.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <mutex>

namespace proconnect::tests {

/// FranceConnect as the service's HTTP client sees it: honest by default, and able to tell any lie. Anything
/// that a test wants otherwise is set in the public members.
class ScriptedFranceConnect final : public service::HttpClient
{
public:
    explicit ScriptedFranceConnect(const Clock& clock);

    static const QString issuer;
    static const QString clientId;
    static const QString clientSecret;

    [[nodiscard]] Outcome<service::HttpReply> send(const service::OutgoingRequest& request) override;

    /// Honest claims of this moment.
    [[nodiscard]] QJsonObject idClaims() const;
    [[nodiscard]] QJsonObject userClaims() const;

    TestKey key;
    TestKey rsaKey;
    QString subject = QString(64, u'a') + QStringLiteral("v1");
    QString nonce; ///< that the authorize request carried
    QString code = QStringLiteral("the-code");

    std::function<void(QJsonObject&)> editDiscovery = [](QJsonObject&) {};
    std::function<void(QJsonObject&)> editKeys = [](QJsonObject&) {};
    std::function<void(QJsonObject&)> editIdClaims = [](QJsonObject&) {};
    std::function<void(QJsonObject&)> editUserClaims = [](QJsonObject&) {};
    std::function<void(QJsonObject&)> editTokenReply = [](QJsonObject&) {};
    /// Make a token of a payload; honest when empty.
    std::function<QByteArray(const QByteArray& payload)> makeIdToken;
    std::function<QByteArray(const QByteArray& payload)> makeUserinfo;
    /// Whole replies instead of the honest ones, by last segment of the path.
    QHash<QString, Outcome<service::HttpReply>> replies;

    QStringList asked;       ///< last segment of every path asked for
    QByteArray tokenRequest; ///< body of the last token request

private:
    [[nodiscard]] service::HttpReply answer(const QString& page, const service::OutgoingRequest& request);
    [[nodiscard]] service::HttpReply tokens(const service::OutgoingRequest& request);

    const Clock& m_clock;
    std::mutex m_mutex;
};

[[nodiscard]] service::HttpReply jsonReply(int status, const QJsonObject& json);

} // namespace proconnect::tests

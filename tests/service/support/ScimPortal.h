// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/ScimAccount.h"
#include "tests/service/registries/ScriptedHttpClient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <mutex>

namespace proconnect::service {

/// The accounts and the event receiver of one portal, behind a ScriptedHttpClient; may be told to misbehave.
class ScimPortal
{
public:
    [[nodiscard]] static QJsonObject user(const QString& userName, const QString& holder,
                                          const QString& email,
                                          const QString& siren = QStringLiteral("000058263"));

    [[nodiscard]] ScriptedHttpClient::Script script()
    {
        return [this](const OutgoingRequest& request) { return answer(request); };
    }

    QList<QJsonObject> users;
    int pageSize = 100;
    bool repeatsItself = false;          ///< every page begins with the last account of the one before
    std::optional<HttpReply> listReply;  ///< instead of the list
    std::optional<HttpReply> patchReply; ///< instead of carrying out a PATCH
    std::optional<HttpReply> openReply;  ///< instead of opening an account
    bool losesOpenings = false;          ///< an account is opened, and nobody hears of it
    QJsonObject opensWith;               ///< a right that accounts are opened with unasked
    QString opensWithout;                ///< a right that they are opened without
    std::function<void()> beforePatch;   ///< what happens elsewhere, once, while the next PATCH is on its way
    std::optional<HttpReply> eventReply; ///< instead of 202
    std::optional<Failure> trouble;      ///< instead of any answer
    QStringList failing;                 ///< companies whose list it cannot give
    QStringList cutShort;                ///< companies of which it gives the first page, then 429
    QList<QByteArray> events;

private:
    [[nodiscard]] static HttpReply json(int status, const QJsonObject& body)
    {
        return {status, {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
    }

    Outcome<HttpReply> answer(const OutgoingRequest& request);

    HttpReply list(const QUrlQuery& query) const;

    HttpReply one(const QString& id, const OutgoingRequest& request);

    HttpReply open(const QJsonObject& asked);

    void apply(QJsonObject& user, const QString& path, const QJsonValue& value) const;
    /// As one of its users has it.
    [[nodiscard]] QJsonObject roleNamed(const QString& code) const;

    std::mutex m_mutex;
};

/// The configuration of a portal that ScimPortal stands for.
[[nodiscard]] PortalConfiguration scimPortalConfiguration(const QString& id = QStringLiteral("impots"));

} // namespace proconnect::service

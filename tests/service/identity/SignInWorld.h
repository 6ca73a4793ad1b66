// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/protocol/SignInMessages.h"
#include "service/identity/IdentityPart.h"
#include "service/jobs/ThreadJobRunner.h"
#include "tests/service/identity/ManualClock.h"
#include "tests/service/identity/TwoProviders.h"
#include "tests/service/support/TestDatabase.h"

#include <QMap>
#include <QTemporaryDir>

#include <memory>

namespace proconnect::tests {

/// One application on one device.
struct TestDevice
{
    Jwk key = Jwk::generateP256().value();
    QByteArray verifier = QByteArray(64, 'v');
    QString name = {}; ///< as it calls itself
};

/// One browser profile: it keeps cookies and follows nothing by itself.
struct TestBrowser
{
    QMap<QByteArray, QByteArray> cookies;
};

/// The identity side of the service with its real database and keys, behind its router; only the providers
/// and the clock are scripted.
class SignInWorld
{
public:
    /// With FranceConnect+ when `encryptionPair` is what it encrypts for.
    explicit SignInWorld(const std::optional<Jwk>& encryptionPair = std::nullopt);
    ~SignInWorld();

    [[nodiscard]] service::HttpResponse get(const QByteArray& pathAndQuery, TestBrowser& browser);
    [[nodiscard]] service::HttpResponse postJson(const QString& path, const QJsonObject& body);
    [[nodiscard]] service::HttpResponse token(const QList<std::pair<QByteArray, QByteArray>>& form,
                                              const TestDevice& device);
    /// An authenticated call with a proof of its own.
    [[nodiscard]] service::HttpResponse call(const QByteArray& method, const QString& path,
                                             const QByteArray& token, const TestDevice& device);
    [[nodiscard]] service::HttpResponse send(service::HttpRequest request);
    /// The nonce that proofs must hold now, as the service tells it.
    [[nodiscard]] QString nonce();

    /// Opens a transaction; `changes` overwrites members of an honest request.
    [[nodiscard]] service::HttpResponse open(const TestDevice& device, const QJsonObject& changes = {});
    [[nodiscard]] SignInTransaction opened(const TestDevice& device, const QJsonObject& changes = {});
    /// Walks to FranceConnect; gives the authorize request's parameters.
    [[nodiscard]] QUrlQuery start(const SignInTransaction& transaction, TestBrowser& browser);
    /// An honest return query for `authorize`.
    [[nodiscard]] QByteArray returnQuery(const QUrlQuery& authorize) const;
    [[nodiscard]] service::HttpResponse comeBack(const QByteArray& query, TestBrowser& browser);
    /// From open to the one-time code.
    [[nodiscard]] QByteArray code(const TestDevice& device, SignInTransaction* transaction = nullptr);
    /// From open to tokens.
    [[nodiscard]] TokenGrant signIn(const TestDevice& device);
    [[nodiscard]] service::HttpResponse redeem(const QString& transaction, const QByteArray& code,
                                               const QByteArray& verifier, const TestDevice& device);
    [[nodiscard]] service::HttpResponse refresh(const QString& refreshToken, const TestDevice& device);

    /// Everything that the database holds.
    [[nodiscard]] QByteArray writtenBytes() const;

    ManualClock clock;
    ScriptedFranceConnect provider{clock};
    ScriptedFranceConnect plus{clock}; ///< FranceConnect+, when there is one
    QByteArray logged;
    std::unique_ptr<service::IdentityPart> identity;
    std::shared_ptr<service::Database> database;

    static const QUrl publicUrl;

private:
    void addPlus(const Jwk& encryptionPair);

    TwoProviders m_http{provider, plus};
    QTemporaryDir m_folder;
    service::TestDatabase m_place{service::TestDatabase::Holds::EmptyTables};
    std::shared_ptr<service::ServiceKeys> m_keys;
    service::ServiceConfig m_config;
    service::Log m_log;
    service::Router m_router;
    service::ThreadJobRunner m_jobs;
    std::unique_ptr<service::CompanyDirectory> m_companies;
};

[[nodiscard]] QByteArray header(const service::HttpResponse& response, const QByteArray& name);
[[nodiscard]] QJsonObject jsonOf(const service::HttpResponse& response);
/// The failure that a problem+json tells; nothing for another answer.
[[nodiscard]] std::optional<FailureCode> failureOf(const service::HttpResponse& response);
/// Value of a query item of the Location that `response` redirects to.
[[nodiscard]] QString sentOn(const service::HttpResponse& response, const char* item);
[[nodiscard]] TokenGrant grantOf(const service::HttpResponse& response);

} // namespace proconnect::tests

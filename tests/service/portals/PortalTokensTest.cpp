// SPDX-License-Identifier: MIT
#include "service/portals/PortalTokens.h"

#include "service/portals/PortalDirectory.h"
#include "tests/service/support/ServiceBench.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Tokens of portals over a restart, at which the configuration may be another.
class PortalTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ServiceBench>(); }

    void token_sameCredentialsAfterTheRestart_stillServes()
    {
        const QByteArray token = issued(portals(u"first"_s), u"first"_s);
        const PortalDirectory again = portals(u"first"_s);
        const auto grant = tokens(again).grantOf(token);
        QVERIFY(grant.ok());
        QCOMPARE(grant.value().clientId, u"client-a"_s);
        QCOMPARE(grant.value().scopes, (QStringList{u"demande.lire"_s}));
    }

    void token_otherCredentialsAfterTheRestart_isUnknown()
    {
        const QByteArray token = issued(portals(u"first"_s), u"first"_s);
        const PortalDirectory changed = portals(u"second"_s);
        QVERIFY(isUnknown(changed, token));
    }

    void token_pastItsHour_isUnknown()
    {
        const PortalDirectory directory = portals(u"first"_s);
        const QByteArray token = issued(directory, u"first"_s);
        m_bench->clock.advance(3599);
        QVERIFY(tokens(directory).grantOf(token).ok());
        m_bench->clock.advance(1);
        QVERIFY(isUnknown(directory, token));
    }

    void token_withoutAnyPortal_isUnknown()
    {
        const QByteArray token = issued(portals(u"first"_s), u"first"_s);
        const PortalDirectory none = PortalDirectory::create({}).value();
        QVERIFY(isUnknown(none, token));
    }

private:
    /// Portal a with that secret, and b whose secret never changes.
    [[nodiscard]] static PortalDirectory portals(const QString& secretOfA)
    {
        const auto portal = [](const QString& id, const QString& secret) {
            return PortalConfig{id,
                                {{u"name"_s, id},
                                 {u"client_id"_s, u"client-"_s + id},
                                 {u"client_secret"_s, secret},
                                 {u"scopes"_s, u"demande.lire"_s}}};
        };
        return PortalDirectory::read({portal(u"a"_s, secretOfA), portal(u"b"_s, u"first"_s)}).value();
    }
    [[nodiscard]] PortalTokens tokens(const PortalDirectory& directory) const
    {
        return {*m_bench->database, m_bench->clock, directory, QUrl(u"https://service.example"_s)};
    }
    [[nodiscard]] bool isUnknown(const PortalDirectory& directory, const QByteArray& token) const
    {
        const auto grant = tokens(directory).grantOf(token);
        return !token.isEmpty() && !grant && grant.failure().code == FailureCode::Unauthorized;
    }
    [[nodiscard]] QByteArray issued(const PortalDirectory& directory, const QString& secret) const
    {
        HttpRequest request;
        request.method = "POST";
        request.headers.insert("content-type", "application/x-www-form-urlencoded");
        request.body = "grant_type=client_credentials&client_id=client-a&client_secret=" + secret.toLatin1();
        const HttpResponse answer = tokens(directory).issue(request);
        return QJsonDocument::fromJson(answer.body)[u"access_token"].toString().toLatin1();
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(PortalTokensTest)
#include "PortalTokensTest.moc"

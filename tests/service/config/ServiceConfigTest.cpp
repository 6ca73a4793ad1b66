// SPDX-License-Identifier: MIT
#include "service/config/ServiceConfig.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

const QString complete =
    QStringLiteral("# comment\n"
                   "[http]\nlisten = 127.0.0.1:0\npublic_url = https://service.example/\n"
                   "[database]\nurl = sqlite:/var/lib/proconnect/service.db\n"
                   "[franceconnect]\nissuer = https://fc.example/api/v2\nclient_id = c\n"
                   "client_secret = s%3D,\\x\n"
                   "[keys]\nfile = /var/lib/proconnect/keys.json\n");

} // namespace

class ServiceConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_completeFile_givesItsValuesAsTheyStand()
    {
        const auto config = ServiceConfig::read(complete, {});
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.failure().detail));
        QCOMPARE(config.value().http.port, quint16{0});
        QCOMPARE(config.value().http.publicUrl, QUrl(QStringLiteral("https://service.example")));
        QCOMPARE(config.value().franceConnect.clientSecret, QStringLiteral("s%3D,\\x"));
        QCOMPARE(config.value().franceConnect.algorithm, QStringLiteral("ES256"));
        QCOMPARE(config.value().clockOffset, 0);
    }

    void read_environment_goesBeforeTheFile()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PROCONNECT_FRANCECONNECT_ISSUER"),
                           QStringLiteral("https://other.example"));
        environment.insert(QStringLiteral("PROCONNECT_PORTAL_CHORUS_PRO_CLIENT_SECRET"), QStringLiteral("t"));
        const auto config = ServiceConfig::read(
            complete + QStringLiteral("[portal.chorus_pro]\nname = Chorus Pro\n"), environment);
        QVERIFY(config.ok());
        QCOMPARE(config.value().franceConnect.issuer, QUrl(QStringLiteral("https://other.example")));
        QCOMPARE(config.value().portals.first().id, QStringLiteral("chorus_pro"));
        QCOMPARE(config.value().portals.first().value(QStringLiteral("client_secret")), QStringLiteral("t"));
    }

    void read_mistake_namesItWithoutItsValue_data()
    {
        QTest::addColumn<QString>("ini");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QString& ini, const char* named) {
            QTest::newRow(name) << ini << QString::fromLatin1(named);
        };
        const auto with = [](const char* more) { return complete + QString::fromLatin1(more); };
        const auto changed = [](const char* from, const char* to) {
            return QString(complete).replace(QString::fromLatin1(from), QString::fromLatin1(to));
        };
        row("unknown key", with("[log]\nlevl = hunter\n"), "[log] levl");
        row("unknown section", with("[logs]\nlevel = hunter\n"), "[logs] level");
        row("key twice", with("x = 1\n[log]\nlevel = info\nlevel = info\n"), "line 16");
        row("section twice", with("[keys]\n"), "[keys]");
        row("no section", QStringLiteral("a = hunter\n"), "line 1");
        row("neither", with("hunter\n"), "line 13");
        row("missing", changed("client_id = c\n", ""), "PROCONNECT_FRANCECONNECT_CLIENT_ID");
        row("listen", changed("127.0.0.1:0", "hunter"), "[http] listen");
        row("issuer not https", changed("https://fc", "http://fc"), "[franceconnect] issuer");
        row("encryption", changed("client_id = c", "encryption = hunter\nclient_id = c"),
            "[franceconnect] encryption");
        row("FranceConnect+ at a level that it has not",
            changed("client_id = c", "encryption = ECDH-ES\nclient_id = c"), "[franceconnect] assurance");
        row("FranceConnect+ with a signature that it has not",
            changed("client_id = c",
                    "encryption = RSA-OAEP\nassurance = eidas2\nalgorithm = RS256\nclient_id = c"),
            "[franceconnect] algorithm");
        const QString plus = QStringLiteral("[franceconnect_plus]\nissuer = https://plus.example\n");
        const QString registered = QStringLiteral("client_id = p\nclient_secret = s\n");
        row("FranceConnect+ without a registration", complete + plus, "[franceconnect_plus] client_secret");
        row("FranceConnect+ that does not encrypt",
            complete + plus + registered + QStringLiteral("encryption = none\n"),
            "[franceconnect_plus] encryption");
        row("FranceConnect+ at a lower level",
            complete + plus + registered + QStringLiteral("assurance = eidas1\n"),
            "[franceconnect_plus] assurance");
        row("FranceConnect+ twice",
            changed("client_id = c", "encryption = ECDH-ES\nassurance = eidas2\nclient_id = c") + plus +
                registered,
            "[franceconnect_plus] issuer");
        row("plain loopback outside a demonstration", changed("https://fc.example", "http://127.0.0.1:1"),
            "[franceconnect] issuer");
        row("public url with a path", changed("service.example/", "service.example/hunter"),
            "[http] public_url");
        row("level", with("[log]\nlevel = hunter\n"), "[log] level");
        row("clock outside a demonstration", with("[demonstration]\nclock_offset = 5\n"),
            "[demonstration] clock_offset");
    }
    void read_mistake_namesItWithoutItsValue()
    {
        QFETCH(QString, ini);
        QFETCH(QString, named);
        const auto config = ServiceConfig::read(ini, {});
        QVERIFY(!config.ok());
        QVERIFY2(config.failure().detail.contains(named), qPrintable(config.failure().detail));
        QVERIFY(!config.failure().detail.contains(QStringLiteral("hunter")));
    }

    void read_demonstration_allowsLoopbackAndClock()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("PROCONNECT_CLOCK_OFFSET"), QStringLiteral("-86400"));
        environment.insert(QStringLiteral("PROCONNECT_DEMONSTRATION_ENABLED"), QStringLiteral("true"));
        environment.insert(QStringLiteral("PROCONNECT_FRANCECONNECT_ISSUER"),
                           QStringLiteral("http://127.0.0.1:8810/api/v2"));
        const auto config = ServiceConfig::read(complete, environment);
        QVERIFY(config.ok());
        QCOMPARE(config.value().clockOffset, -86400);
    }

    void describeKeys_sameKeysAndPresetsAsTheOperationsManual()
    {
        QFile manual(QStringLiteral(PROCONNECT_SOURCE "/docs/operations.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        static const QRegularExpression row(
            QStringLiteral("^\\| `([\\w.]+)` \\| `(\\w+)` \\| (?:`([^`]*)`|(required))? ?\\|"),
            QRegularExpression::MultilineOption);
        QStringList documented;
        auto rows = row.globalMatch(QString::fromUtf8(manual.readAll()));
        while (rows.hasNext()) {
            const auto found = rows.next();
            documented.append(found.captured(1) + u'/' + found.captured(2) + u'=' + found.captured(3) +
                              found.captured(4));
        }
        QCOMPARE(documented.join(u'\n'), readKeys().join(u'\n'));
    }

    void read_portalInClear_isRefusedOutsideADemonstration()
    {
        const QString portal =
            QStringLiteral("[portal.impots]\nname = I\nscim_url = http://portal.example/scim\n");
        const auto config = ServiceConfig::read(complete + portal, {});
        QVERIFY(!config.ok());
        QVERIFY(config.failure().detail.startsWith(QStringLiteral("[portal.impots] scim_url")));
    }

private:
    /// "section/key=preset" of every key that the reader knows, in its order.
    [[nodiscard]] static QStringList readKeys()
    {
        static const QRegularExpression section(QStringLiteral("^\\[(.+)\\]$"));
        static const QRegularExpression key(QStringLiteral("^  (\\w+) +(?:\\(([^)]*)\\))?  "));
        QStringList result;
        QString current;
        for (const QString& line : ServiceConfig::describeKeys().split(u'\n')) {
            if (const auto head = section.match(line); head.hasMatch()) {
                current = head.captured(1);
            } else if (const auto found = key.match(line); found.hasMatch()) {
                result.append(current + u'/' + found.captured(1) + u'=' + found.captured(2));
            }
        }
        return result;
    }
};

QTEST_APPLESS_MAIN(ServiceConfigTest)
#include "ServiceConfigTest.moc"

// SPDX-License-Identifier: MIT
#include "core/workstation/BusWorkstation.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace proconnect;

namespace {

const QString sessionPath = QStringLiteral("/org/freedesktop/login1/session/_32");

/// What the workstation asks of logind.
class FakeManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    [[nodiscard]] QDBusObjectPath GetSession(const QString& id) const
    {
        return QDBusObjectPath(id == QLatin1String("auto") ? sessionPath : QStringLiteral("/"));
    }
};

class FakeLoginSession : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool LockedHint MEMBER locked)

public:
    bool locked = false;
};

} // namespace

/// The workstation over a real private bus, on which the test plays logind and the screen savers.
class BusWorkstationTest : public QObject
{
    Q_OBJECT

    QProcess m_daemon;
    QString m_address;
    FakeManager m_manager;
    FakeLoginSession m_session;
    std::unique_ptr<BusWorkstation> m_workstation;
    std::unique_ptr<QSignalSpy> m_changed;

    [[nodiscard]] static QDBusConnection outside() { return QDBusConnection(QStringLiteral("outside")); }

    static void tell(const QString& path, const QString& interface, const QString& name,
                     const QVariantList& arguments = {}, const QDBusConnection& from = outside())
    {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal.setArguments(arguments);
        QVERIFY(from.send(signal));
    }
    static void order(const char* name)
    {
        tell(sessionPath, QStringLiteral("org.freedesktop.login1.Session"), QLatin1String(name));
    }
    static void sleep(bool begins)
    {
        tell(QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
             QStringLiteral("PrepareForSleep"), {begins});
    }
    static void hint(bool locked)
    {
        tell(sessionPath, QStringLiteral("org.freedesktop.DBus.Properties"),
             QStringLiteral("PropertiesChanged"),
             {QStringLiteral("org.freedesktop.login1.Session"),
              QVariantMap{{QStringLiteral("LockedHint"), locked}}, QStringList()});
    }
    static void saver(const char* name, const char* path, bool active)
    {
        tell(QLatin1String(path), QLatin1String(name), QStringLiteral("ActiveChanged"), {active});
    }
    /// Returns once what `from` told has reached the program: an answer of the bus comes after what it passed
    /// on before.
    static void letArrive(const QDBusConnection& from = outside())
    {
        for (const QDBusConnection& each :
             {from, QDBusConnection::systemBus(), QDBusConnection::sessionBus()}) {
            QVERIFY(each.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1")));
        }
        QCoreApplication::processEvents();
    }
    [[nodiscard]] bool becomes(bool locked) const
    {
        return QTest::qWaitFor([this, locked] { return m_workstation->locked() == locked; });
    }
    /// Listens, and knows that logind has told of the session: an order arrives.
    void watch()
    {
        m_workstation = std::make_unique<BusWorkstation>();
        m_changed = std::make_unique<QSignalSpy>(m_workstation.get(), &Workstation::lockedChanged);
        m_workstation->watch();
    }
    void watchAndWait()
    {
        watch();
        QTRY_VERIFY([this] {
            order("Lock");
            return QTest::qWaitFor([this] { return m_workstation->locked(); }, 100);
        }());
        order("Unlock");
        QVERIFY(becomes(false));
        m_changed->clear();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_daemon.waitForReadyRead());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QVERIFY(!m_address.isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8());
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, QStringLiteral("outside"));
        for (const char* name :
             {"org.freedesktop.login1", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
            QVERIFY(bus.registerService(QLatin1String(name)));
        }
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/login1"), &m_manager,
                                   QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerObject(sessionPath, &m_session, QDBusConnection::ExportAllProperties));
    }
    void cleanupTestCase()
    {
        m_workstation.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("outside"));
        m_daemon.terminate();
        QVERIFY(m_daemon.waitForFinished());
    }
    void init() { m_session.locked = false; }

    void lockAndUnlock_ofLogind_areFollowed()
    {
        watchAndWait();
        order("Lock");
        QVERIFY(becomes(true));
        order("Unlock");
        QVERIFY(becomes(false));
        QCOMPARE(m_changed->size(), 2);
    }

    void lockedHint_atTheStart_isRead()
    {
        m_session.locked = true;
        watch();
        QVERIFY(becomes(true));
    }

    void lockedHint_cleared_endsTheOrderToo()
    {
        watchAndWait();
        order("Lock");
        hint(true);
        QVERIFY(becomes(true));
        hint(false); // the desktop was unlocked, and says nothing else
        QVERIFY(becomes(false));
    }

    void sleep_untilItEnds_isLocked()
    {
        watchAndWait();
        sleep(true);
        QVERIFY(becomes(true));
        sleep(false);
        QVERIFY(becomes(false));
    }

    void sleep_endsWhileTheDesktopIsLocked_isLockedStill()
    {
        watchAndWait();
        sleep(true);
        hint(true);
        sleep(false);
        letArrive();
        QVERIFY(m_workstation->locked());
        hint(false);
        QVERIFY(becomes(false));
        QCOMPARE(m_changed->size(), 2);
    }

    void screenSaver_ofEachDesktop_isFollowed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("KDE") << QByteArray("org.freedesktop.ScreenSaver") << QByteArray("/ScreenSaver");
        QTest::newRow("freedesktop") << QByteArray("org.freedesktop.ScreenSaver")
                                     << QByteArray("/org/freedesktop/ScreenSaver");
        QTest::newRow("GNOME") << QByteArray("org.gnome.ScreenSaver") << QByteArray("/org/gnome/ScreenSaver");
    }
    void screenSaver_ofEachDesktop_isFollowed()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, path);
        watchAndWait();
        saver(name, path, true);
        QVERIFY(becomes(true));
        saver(name, path, false);
        QVERIFY(becomes(false));
    }

    void unlock_byAnotherProgram_isIgnored()
    {
        watchAndWait();
        order("Lock");
        QVERIFY(becomes(true));
        {
            QDBusConnection stranger = QDBusConnection::connectToBus(m_address, QStringLiteral("stranger"));
            tell(sessionPath, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Unlock"), {},
                 stranger);
            letArrive(stranger);
        }
        QDBusConnection::disconnectFromBus(QStringLiteral("stranger"));
        QVERIFY(m_workstation->locked());
        QCOMPARE(m_changed->size(), 1);
        order("Unlock");
        QVERIFY(becomes(false));
    }
};

QTEST_GUILESS_MAIN(BusWorkstationTest)
#include "BusWorkstationTest.moc"

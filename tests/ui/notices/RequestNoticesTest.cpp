// SPDX-License-Identifier: MIT
#include "ui/notices/RequestNotices.h"

#include "core/clock/Clock.h"
#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "tests/ui/fakes/FakeWorkspace.h"
#include "ui/text/Language.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace proconnect::ui {

/// The notification service of a desktop: keeps what it is to show.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Message
    {
        QString application;
        uint replaced = 0;
        QString title;
        QString body;
        QStringList actions;
    };
    QList<Message> shown;
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString& application, uint replaced, const QString& /*icon*/, const QString& title,
                const QString& body, const QStringList& actions, const QVariantMap& /*hints*/,
                int /*timeout*/)
    {
        shown.append({application, replaced, title, body, actions});
        return replaced == 0 ? ++m_last : replaced;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 100;
};

class MovableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return instant; }
    QDateTime instant = tests::demonstrationNow();
};

class RequestNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_language.use(QStringLiteral("fr"));
        QVERIFY(m_bus.isConnected());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }
    void init()
    {
        m_desktop = std::make_unique<Desktop>();
        QVERIFY(m_bus.registerObject(path, m_desktop.get(),
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_bus.registerService(service));
        m_clock.instant = tests::demonstrationNow();
        m_snapshot = tests::demonstrationSnapshot();
        for (AccessRequest& request : m_snapshot.requests) {
            request.expiresAt = m_clock.instant.addDays(20);
        }
    }
    void cleanup()
    {
        m_bus.unregisterService(service);
        m_bus.unregisterObject(path);
    }

    void look_firstData_isNoNews()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        expectNoMoreThan(0);
    }

    void look_newRequests_areSaidOnceWithoutAName()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        const QString person = add(QStringLiteral("PC-2026-009001")).familyName;
        add(QStringLiteral("PC-2026-009002"));
        workspace.show(m_snapshot);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        const Desktop::Message& message = m_desktop->shown.first();
        QCOMPARE(message.application, QStringLiteral("ProConnect"));
        QCOMPARE(message.title, QStringLiteral("Nouvelle demande"));
        QCOMPARE(message.body,
                 QString::fromUtf8("Une personne demande un accès pour %1. Ouvrez ProConnect pour "
                                   "répondre.")
                     .arg(m_snapshot.company.name.toHtmlEscaped()));
        QCOMPARE(message.actions.value(0), QStringLiteral("default"));
        QVERIFY(!person.isEmpty());
        QVERIFY(!(message.title + message.body).contains(person));
        workspace.show(m_snapshot);
        expectNoMoreThan(1);
    }

    void look_arrivalsBeforeTheDirectorsEyes_areSilent()
    {
        tests::FakeWorkspace workspace;
        RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        notices.setWatched(true);
        add(QStringLiteral("PC-2026-009001"));
        workspace.show(m_snapshot);
        notices.setWatched(false);
        workspace.show(m_snapshot);
        expectNoMoreThan(0);
    }

    void look_anotherCompany_isNoNews()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        m_snapshot.company.siren = QStringLiteral("000090126");
        add(QStringLiteral("PC-2026-009003"));
        workspace.show(m_snapshot);
        expectNoMoreThan(0);
    }

    void look_requestThatEndsWithinFourHours_isSaidOnce()
    {
        tests::FakeWorkspace workspace;
        AccessRequest& ending = m_snapshot.requests.first();
        ending.state = RequestState::Waiting;
        ending.expiresAt = m_clock.instant.addSecs(4 * 3600 + 60);
        workspace.show(m_snapshot);
        RequestNotices notices(workspace, m_clock);
        expectNoMoreThan(0);
        m_clock.instant = m_clock.instant.addSecs(60);
        notices.look();
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QCOMPARE(m_desktop->shown.first().title, QStringLiteral("Demande urgente"));
        QVERIFY(m_desktop->shown.first().body.contains(QStringLiteral("aujourd’hui")));
        QVERIFY(!m_desktop->shown.first().body.contains(ending.familyName));
        m_clock.instant = m_clock.instant.addSecs(60);
        notices.look();
        expectNoMoreThan(1);
    }

    void look_answeredOrEnded_isSilent()
    {
        tests::FakeWorkspace workspace;
        for (AccessRequest& request : m_snapshot.requests) {
            request.state = RequestState::Refused;
            request.expiresAt = m_clock.instant.addSecs(60);
        }
        m_snapshot.requests.first().state = RequestState::Waiting;
        m_snapshot.requests.first().expiresAt = m_clock.instant.addSecs(-1);
        workspace.show(m_snapshot);
        const RequestNotices notices(workspace, m_clock);
        expectNoMoreThan(0);
    }

    void click_message_opensItsRequest()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        const QSignalSpy clicked(&notices, &RequestNotices::clicked);
        workspace.show(m_snapshot);
        add(QStringLiteral("PC-2026-009001"));
        workspace.show(m_snapshot);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        // The desktop tells every program of every click.
        const auto click = [&] {
            Q_EMIT m_desktop->ActionInvoked(7, QStringLiteral("default"));
            Q_EMIT m_desktop->ActionInvoked(101, QStringLiteral("default"));
        };
        QTRY_VERIFY((click(), !clicked.isEmpty()));
        for (const auto& arguments : clicked) {
            QCOMPARE(arguments.first().toString(), QStringLiteral("proconnect:requests/PC-2026-009001"));
        }
    }

    void click_messageAboutSeveral_opensTheList()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        const QSignalSpy clicked(&notices, &RequestNotices::clicked);
        workspace.show(m_snapshot);
        add(QStringLiteral("PC-2026-009001"));
        add(QStringLiteral("PC-2026-009002"));
        workspace.show(m_snapshot);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QTRY_VERIFY((Q_EMIT m_desktop->ActionInvoked(101, QStringLiteral("default")), !clicked.isEmpty()));
        QCOMPARE(clicked.first().first().toString(), QStringLiteral("proconnect:requests"));
    }

    void show_secondArrival_takesThePlaceOfTheFirst()
    {
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        add(QStringLiteral("PC-2026-009001"));
        workspace.show(m_snapshot);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        // The answer with the identifier comes before that to a later call.
        QTRY_VERIFY((probe(), m_desktop->shown.size() > 1));
        add(QStringLiteral("PC-2026-009002"));
        workspace.show(m_snapshot);
        QTRY_VERIFY(std::any_of(m_desktop->shown.cbegin(), m_desktop->shown.cend(),
                                [](const Desktop::Message& each) { return each.replaced == 101; }));
    }

    void show_company_withAnAmpersand_isWrittenAsTheDesktopReadsIt_data()
    {
        QTest::addColumn<bool>("markup");
        QTest::addColumn<QString>("written");
        QTest::newRow("markup") << true << QStringLiteral("&lt;b&gt;DUPONT &amp; FILS");
        QTest::newRow("plain") << false << QStringLiteral("<b>DUPONT & FILS");
    }
    void show_company_withAnAmpersand_isWrittenAsTheDesktopReadsIt()
    {
        QFETCH(bool, markup);
        QFETCH(QString, written);
        if (!markup) {
            m_desktop->capabilities.removeAll(QStringLiteral("body-markup"));
        }
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        m_snapshot.company.name = QStringLiteral("<b>DUPONT & FILS");
        workspace.show(m_snapshot);
        add(QStringLiteral("PC-2026-009001"));
        workspace.show(m_snapshot);
        QTRY_COMPARE(m_desktop->shown.size(), 1);
        QVERIFY(m_desktop->shown.first().body.contains(written + u'.'));
    }

    void show_withoutAService_isSilentlyLeftOut()
    {
        QVERIFY(m_bus.unregisterService(service));
        tests::FakeWorkspace workspace;
        const RequestNotices notices(workspace, m_clock);
        workspace.show(m_snapshot);
        add(QStringLiteral("PC-2026-009001"));
        workspace.show(m_snapshot);
        // The bus answers in order: it has turned the message away by then.
        QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(service).value());
        QVERIFY(m_bus.registerService(service));
        expectNoMoreThan(0);
    }

private:
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    const QString path = QStringLiteral("/org/freedesktop/Notifications");

    AccessRequest& add(const QString& reference)
    {
        AccessRequest request = m_snapshot.requests.last();
        request.id = reference;
        request.state = RequestState::Waiting;
        request.expiresAt = m_clock.instant.addDays(20);
        m_snapshot.requests.prepend(request);
        return m_snapshot.requests.first();
    }
    /// Shows a message of another sender.
    void probe()
    {
        m_probe.show({QStringLiteral("probe"), QStringLiteral("probe"), QStringLiteral("probe"), {}});
    }
    /// Messages keep their order: once a later one has come, nothing is on its way.
    void expectNoMoreThan(int count)
    {
        probe();
        QTRY_VERIFY(!m_desktop->shown.isEmpty() && m_desktop->shown.last().title == u"probe");
        QCOMPARE(m_desktop->shown.size(), count + 1);
        m_desktop->shown.removeLast();
    }

    Language m_language;
    /// Another client of the bus than the application.
    QDBusConnection m_bus =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    std::unique_ptr<Desktop> m_desktop;
    DesktopNotifier m_probe;
    MovableClock m_clock;
    CompanySnapshot m_snapshot;
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::RequestNoticesTest)
#include "RequestNoticesTest.moc"

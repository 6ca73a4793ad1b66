// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/contact_email/ContactEmailPage.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/CodeField.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

namespace proconnect::ui {

/// Every state that an address can be in, as the page tells it.
class ContactEmailStatesTest : public QObject
{
    Q_OBJECT

    const QString m_new = QStringLiteral("direction@fabre-filles.example");

private Q_SLOTS:
    void everyState_hasItsWords_data()
    {
        QTest::addColumn<EmailState>("state");
        QTest::addColumn<EmailState>("pending");
        QTest::addColumn<QString>("badge");
        QTest::addColumn<QString>("banner");
        const auto none = EmailState::Absent;
        const auto recorded = EmailState::RecordedInSirene;
        QTest::newRow("absent") << none << none << QString() << QString();
        QTest::newRow("recorded") << recorded << none << QStringLiteral("Inscrite à SIRENE") << QString();
        QTest::newRow("verified") << EmailState::Verified << none << QStringLiteral("Vérifiée") << QString();
        QTest::newRow("sent") << EmailState::SentToSirene << none << QStringLiteral("Transmise à SIRENE")
                              << QString();
        QTest::newRow("unreachable") << EmailState::Unreachable << none << QStringLiteral("Ne reçoit plus")
                                     << QString();
        QTest::newRow("outdated") << EmailState::Outdated << none << QStringLiteral("À confirmer")
                                  << QString();
        QTest::newRow("refused") << EmailState::RejectedBySirene << none
                                 << QStringLiteral("Refusée par SIRENE") << QString();
        QTest::newRow("unverified") << EmailState::DeclaredNotVerified << none
                                    << QStringLiteral("Non vérifiée") << QString();
        QTest::newRow("code awaited") << recorded << EmailState::DeclaredNotVerified
                                      << QStringLiteral("Inscrite à SIRENE") << QString();
        QTest::newRow("pending verified")
            << recorded << EmailState::Verified << QStringLiteral("Inscrite à SIRENE")
            << QStringLiteral("attend son inscription");
        QTest::newRow("pending sent")
            << recorded << EmailState::SentToSirene << QStringLiteral("Inscrite à SIRENE")
            << QStringLiteral("doit encore confirmer");
        QTest::newRow("pending refused")
            << recorded << EmailState::RejectedBySirene << QStringLiteral("Inscrite à SIRENE")
            << QStringLiteral("SIRENE a refusé");
    }

    void everyState_hasItsWords()
    {
        QFETCH(const EmailState, state);
        QFETCH(const EmailState, pending);
        QFETCH(const QString, badge);
        QFETCH(const QString, banner);
        CompanySnapshot snapshot = tests::demonstrationSnapshot();
        snapshot.contactEmail = {};
        snapshot.contactEmail.state = state;
        if (state != EmailState::Absent) {
            snapshot.contactEmail.address = QStringLiteral("contact@fabre-filles.example");
        }
        snapshot.contactEmail.pendingState = pending;
        if (pending != EmailState::Absent) {
            snapshot.contactEmail.pendingAddress = m_new;
        }
        tests::UiBench bench;
        bench.workspace.show(snapshot);
        ContactEmailPage page(bench.services);
        page.resize(1016, 768);
        page.setWidthClass(WidthClass::Normal);
        page.refresh();
        page.show();
        tests::settle();
        tests::keepPicture(page, QStringLiteral("contact-email-") +
                                     QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        const auto badges = page.findChildren<Badge*>();
        const bool badgeShown = std::any_of(badges.begin(), badges.end(), [&badge](const Badge* one) {
            return one->isVisible() && one->accessibleName() == badge;
        });
        QCOMPARE(badgeShown, !badge.isEmpty());
        QCOMPARE(tests::shows(page, m_new), !banner.isEmpty());
        QVERIFY(banner.isEmpty() || tests::shows(page, banner));
        QVERIFY(!page.findChild<CodeField*>()->isVisible());
        QCOMPARE(tests::clippedTexts(page), QByteArray());
    }
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::ContactEmailStatesTest)
#include "ContactEmailStatesTest.moc"

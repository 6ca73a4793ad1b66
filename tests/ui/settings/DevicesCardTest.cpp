// SPDX-License-Identifier: MIT
#include "ui/settings/DevicesCard.h"

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/settings/EndDeviceDialog.h"
#include "ui/widgets/Button.h"

#include <QTest>
#include <QVBoxLayout>

namespace proconnect::tests {

/// S-82: a person's computers, over the desk's answers.
class DevicesCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_card = new ui::DevicesCard(m_bench->services);
        column->addWidget(m_card);
        column->addStretch();
        m_window->resize(900, 700);
        m_window->show();
        m_card->refresh();
        settle();
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }

    void list_answered_marksThisComputerAndOffersToEndTheOthers()
    {
        QVERIFY(shownText(*m_card).contains(QStringLiteral("Chargement")));
        answer(both());
        const QString text = shownText(*m_card);
        for (const char* part : {"bureau · Debian 12", "Cet ordinateur · identification aujourd’hui",
                                 "portable · Debian 12", "Utilisé hier", "Ordinateur sans nom"}) {
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        }
        QVERIFY(!text.contains(QStringLiteral("Chargement")));
        QCOMPARE(text.count(QStringLiteral("Déconnecter\n")) +
                     (text.endsWith(QStringLiteral("Déconnecter")) ? 1 : 0),
                 2);
        QCOMPARE(clippedTexts(*m_card), QByteArray());
        QCOMPARE(namelessControls(*m_card), QByteArray());
        keepPicture(*m_window, QStringLiteral("devices"));
    }

    void end_confirmed_asksTheServiceAndShowsWhatIsLeft()
    {
        answer(both());
        buttonNamed(*m_card, QStringLiteral("Déconnecter"))->click();
        auto* dialog = m_window->findChild<ui::EndDeviceDialog*>();
        QVERIFY(dialog);
        QVERIFY(shownText(*dialog).contains(QStringLiteral("portable · Debian 12")));
        QVERIFY(m_bench->devices.ended().isEmpty());
        buttonNamed(*dialog, QStringLiteral("Déconnecter"))->click();
        QCOMPARE(m_bench->devices.ended(), QStringList{QStringLiteral("laptop")});
        DeviceSessions left = both();
        left.sessions.removeAt(1);
        answer(left);
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("portable · Debian 12")));
    }

    void end_cancelled_doesNothing()
    {
        answer(both());
        buttonNamed(*m_card, QStringLiteral("Déconnecter"))->click();
        QTest::keyClick(m_window->findChild<ui::EndDeviceDialog*>(), Qt::Key_Escape);
        QVERIFY(m_bench->devices.ended().isEmpty());
    }

    void end_overAlready_readsTheListAgain()
    {
        answer(both());
        buttonNamed(*m_card, QStringLiteral("Déconnecter"))->click();
        buttonNamed(*m_window->findChild<ui::EndDeviceDialog*>(), QStringLiteral("Déconnecter"))->click();
        QCOMPARE(m_bench->devices.lists(), 1);
        answer(Failure{FailureCode::NotFound, {}, {}});
        QCOMPARE(m_bench->devices.lists(), 2);
    }

    void end_whileTheListIsFetched_isAskedAtOnceAndTheOlderListIsNotShown()
    {
        answer(both());
        m_card->refresh();
        confirmEnd(0);
        QCOMPARE(m_bench->devices.ended(), QStringList{QStringLiteral("laptop")});
        answer(both());
        DeviceSessions left = both();
        left.sessions.removeAt(1);
        answer(left);
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("portable · Debian 12")));
        m_card->refresh();
        QCOMPARE(m_bench->devices.lists(), 3);
        answer(both());
        QVERIFY(shownText(*m_card).contains(QStringLiteral("portable · Debian 12")));
    }

    void end_olderListComesAfterTheEnd_doesNotBringTheComputerBack()
    {
        answer(both());
        m_card->refresh();
        confirmEnd(0);
        DeviceSessions left = both();
        left.sessions.removeAt(1);
        m_bench->devices.answerNewest(left);
        answer(both());
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("portable · Debian 12")));
    }

    void end_twoComputers_endsOneAfterTheOther()
    {
        answer(both());
        confirmEnd(0);
        confirmEnd(1);
        confirmEnd(1);
        QCOMPARE(m_bench->devices.ended(), QStringList{QStringLiteral("laptop")});
        DeviceSessions left = both();
        left.sessions.removeAt(1);
        answer(left);
        QCOMPARE(m_bench->devices.ended(), (QStringList{QStringLiteral("laptop"), QStringLiteral("old")}));
        left.sessions.removeAt(1);
        answer(left);
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("Ordinateur sans nom")));
        QCOMPARE(m_bench->devices.ended().size(), 2);
    }

    void end_failed_isSaidAndRetriedWithWhatWaitsBehindIt()
    {
        answer(both());
        confirmEnd(0);
        confirmEnd(1);
        answer(Failure{FailureCode::Offline, {}, {}});
        QVERIFY(shownText(*m_card).contains(QStringLiteral("Pas de connexion à Internet")));
        QCOMPARE(m_bench->devices.ended().size(), 1);
        buttonNamed(*m_card, QStringLiteral("Réessayer"))->click();
        answer(both());
        answer(both());
        QCOMPARE(m_bench->devices.ended(),
                 (QStringList{QStringLiteral("laptop"), QStringLiteral("laptop"), QStringLiteral("old")}));
    }

    void end_failedAndThePageOpenedAgain_endsNothingUnasked()
    {
        answer(both());
        confirmEnd(0);
        answer(Failure{FailureCode::Offline, {}, {}});
        m_card->refresh();
        answer(both());
        QCOMPARE(m_bench->devices.ended().size(), 1);
        QVERIFY(shownText(*m_card).contains(QStringLiteral("portable · Debian 12")));
    }

    void list_failed_isSaidAndCanBeAskedAgain()
    {
        answer(Failure{FailureCode::Offline, {}, {}});
        QVERIFY(shownText(*m_card).contains(QStringLiteral("Pas de connexion à Internet")));
        buttonNamed(*m_card, QStringLiteral("Réessayer"))->click();
        QCOMPARE(m_bench->devices.lists(), 2);
        answer(both());
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("Pas de connexion à Internet")));
    }

private:
    [[nodiscard]] static DeviceSessions both()
    {
        const QDateTime now = demonstrationNow();
        return {{{QStringLiteral("desk"), QStringLiteral("bureau · Debian 12"), now.addSecs(-60), now, true},
                 {QStringLiteral("laptop"), QStringLiteral("portable · Debian 12"), now.addDays(-3),
                  now.addDays(-1)},
                 {QStringLiteral("old"), {}, now.addDays(-9), now.addDays(-9)}}};
    }
    /// The computer at `row`, of those that can be ended.
    void confirmEnd(int row)
    {
        QList<ui::Button*> buttons;
        for (auto* button : m_card->findChildren<ui::Button*>()) {
            if (button->isVisible() && !button->window()->isModal() &&
                button->text() == QStringLiteral("Déconnecter")) {
                buttons.append(button);
            }
        }
        buttons.at(row)->click();
        ui::EndDeviceDialog* dialog = nullptr;
        for (auto* open : m_card->findChildren<ui::EndDeviceDialog*>()) {
            dialog = open->isVisible() ? open : dialog;
        }
        buttonNamed(*dialog, QStringLiteral("Déconnecter"))->click();
        settle();
    }
    void answer(const Outcome<DeviceSessions>& outcome)
    {
        m_bench->devices.answer(outcome);
        settle();
    }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<QWidget> m_window;
    ui::DevicesCard* m_card = nullptr;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DevicesCardTest)
#include "DevicesCardTest.moc"

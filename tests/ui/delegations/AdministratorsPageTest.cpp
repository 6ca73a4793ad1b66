// SPDX-License-Identifier: MIT
#include "ui/delegations/AdministratorsPage.h"

#include "tests/ui/fakes/SampleDelegations.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/delegations/DelegationActDialog.h"
#include "ui/widgets/Button.h"

#include <QTest>

#include <algorithm>

namespace proconnect::tests {

/// L-60 as a director sees it, over the desk's answers.
class AdministratorsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_bench->workspace.show(demonstrationSnapshot());
        m_window = std::make_unique<QWidget>();
        m_page = new ui::AdministratorsPage(m_bench->services, m_window.get());
        m_window->resize(1100, 800);
        m_page->setGeometry(m_window->rect());
        m_page->setWidthClass(ui::WidthClass::Normal);
        m_page->refresh();
        m_window->show();
        settle();
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }

    void list_answered_showsEachWithItsState()
    {
        QCOMPARE(m_bench->delegations.listed(), QStringList{demonstrationSnapshot().company.siren});
        answer({sampleDelegation(QStringLiteral("active")),
                sampleDelegation(QStringLiteral("revoked"), DelegationState::Revoked)});
        const QString text = shownText(*m_page);
        for (const char* part : {"Nadia Ferrand active", "Nadia Ferrand revoked", "Terminées",
                                 "nadia.ferrand@fabre-filles.example", "Suspendre", "Mettre fin"}) {
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        }
        QVERIFY(!text.contains(QStringLiteral("attendent votre choix")));
        QCOMPARE(clippedTexts(*m_page), QByteArray());
        QCOMPARE(namelessControls(*m_page), QByteArray());
    }

    void successor_confirm_isAskedDoneAndSaid()
    {
        answer({sampleDelegation(QStringLiteral("waits"), DelegationState::ToConfirm),
                sampleDelegation(QStringLiteral("other"), DelegationState::ToConfirm)});
        QVERIFY(shownText(*m_page).contains(QStringLiteral("2 délégations attendent votre choix")));
        keepPicture(*m_page, QStringLiteral("administrators-successor"));
        press(QStringLiteral("Confirmer"), QStringLiteral("waits"));
        auto* dialog = m_window->findChild<ui::DelegationActDialog*>();
        QVERIFY(dialog);
        QVERIFY(m_bench->delegations.acts().isEmpty());
        buttonNamed(*dialog, QStringLiteral("Confirmer"))->click();
        QCOMPARE(m_bench->delegations.acts().size(), 1);
        QCOMPARE(m_bench->delegations.acts()[0].order, DelegationOrder::Confirm);
        QCOMPARE(m_bench->delegations.acts()[0].shown,
                 sampleDelegation(QStringLiteral("waits"), DelegationState::ToConfirm));
        Delegation after = sampleDelegation(QStringLiteral("waits"));
        after.version = 3;
        m_bench->delegations.answerAct(after);
        settle();
        const QString text = shownText(*m_page);
        QVERIFY(text.contains(QStringLiteral("Vous avez confirmé la délégation de Nadia Ferrand waits")));
        QVERIFY(text.contains(QStringLiteral("Une délégation attend votre choix")));
        QCOMPARE(m_bench->delegations.listed().size(), 2);
    }

    void successor_letLapseCancelled_doesNothing()
    {
        answer({sampleDelegation(QStringLiteral("waits"), DelegationState::ToConfirm)});
        press(QStringLiteral("Laisser s’arrêter"), QStringLiteral("waits"));
        auto* dialog = m_window->findChild<ui::DelegationActDialog*>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(m_bench->delegations.acts().isEmpty());
    }

    void act_refused_isSaidAndTheListReadAgain()
    {
        answer({sampleDelegation(QStringLiteral("active"))});
        press(QStringLiteral("Mettre fin"), QStringLiteral("active"));
        buttonNamed(*m_window->findChild<ui::DelegationActDialog*>(), QStringLiteral("Mettre fin"))->click();
        settle();
        QVERIFY(!button(QStringLiteral("Suspendre"), QStringLiteral("active"))->isEnabled());
        m_bench->delegations.answerAct(Failure{FailureCode::VersionChanged, {}, {}});
        settle();
        const QString text = shownText(*m_page);
        QVERIFY(text.contains(QStringLiteral("n’est pas confirmée")));
        QVERIFY(text.contains(QStringLiteral("version-changed")));
        QVERIFY(button(QStringLiteral("Suspendre"), QStringLiteral("active"))->isEnabled());
        QCOMPARE(m_bench->delegations.listed().size(), 2);
    }

    void act_companyChangedMeanwhile_isToldWithItsName_data()
    {
        QTest::addColumn<bool>("shown");
        QTest::newRow("page on screen") << true;
        QTest::newRow("another page on screen") << false;
    }
    void act_companyChangedMeanwhile_isToldWithItsName()
    {
        QFETCH(bool, shown);
        order(QStringLiteral("Mettre fin"), QStringLiteral("active"));
        if (!shown) {
            m_page->hide();
        }
        showCompany(QStringLiteral("000055855"));
        m_bench->delegations.answerAct(Failure{FailureCode::ServiceUnavailable, {}, {}});
        if (!shown) {
            showCompany(demonstrationSnapshot().company.siren);
            m_page->show();
            m_page->refresh();
        }
        settle();
        const QString text = shownText(*m_page);
        QVERIFY2(text.contains(demonstrationSnapshot().company.name +
                               QStringLiteral("\u00a0: L’action sur la délégation de Nadia Ferrand active")),
                 qUtf8Printable(text));
        QVERIFY(text.contains(QStringLiteral("service-unavailable")));
    }

    void act_ofBeforeTheChange_leavesTheNewOneUnderWay()
    {
        const QString first = demonstrationSnapshot().company.siren;
        order(QStringLiteral("Mettre fin"), QStringLiteral("active"));
        showCompany(QStringLiteral("000055855"));
        showCompany(first);
        order(QStringLiteral("Suspendre"), QStringLiteral("active"));
        QCOMPARE(m_bench->delegations.acts().size(), 2);
        m_bench->delegations.answerAct(Failure{FailureCode::ServiceUnavailable, {}, {}});
        settle();
        QVERIFY(!button(QStringLiteral("Suspendre"), QStringLiteral("active"))->isEnabled());
        m_bench->delegations.answerAct(Failure{FailureCode::ServiceUnavailable, {}, {}});
        settle();
        QVERIFY(button(QStringLiteral("Suspendre"), QStringLiteral("active"))->isEnabled());
    }

    void count_someOver_isOfTheOthers()
    {
        answer({sampleDelegation(QStringLiteral("a")), sampleDelegation(QStringLiteral("b")),
                sampleDelegation(QStringLiteral("c"), DelegationState::Revoked)});
        QVERIFY(shownText(*m_page).contains(QStringLiteral("2 non terminées")));
        QVERIFY(!shownText(*m_page).contains(QStringLiteral("en tout")));
    }

    void list_unreadable_saysSoAndCanBeTriedAgain()
    {
        m_bench->delegations.answerList(Failure{FailureCode::ServiceUnavailable, {}, {}});
        settle();
        QVERIFY(shownText(*m_page).contains(QStringLiteral("n’ont pas pu être lues")));
        QVERIFY(!shownText(*m_page).contains(QStringLiteral("Aucun administrateur")));
        buttonNamed(*m_page, QStringLiteral("Réessayer"))->click();
        QCOMPARE(m_bench->delegations.listed().size(), 2);
        answer({});
        QVERIFY(shownText(*m_page).contains(QStringLiteral("Aucun administrateur nommé")));
    }

    void offline_buttonsAreDisabledWithTheReason()
    {
        answer({sampleDelegation(QStringLiteral("active"))});
        m_bench->workspace.setConnection(Workspace::Connection::Offline);
        settle();
        QVERIFY(!button(QStringLiteral("Mettre fin"), QStringLiteral("active"))->isEnabled());
        QVERIFY(shownText(*m_page).contains(qtTrId("screen.offline.reason")));
    }

    void cursor_moved_readsAgainAndLateAnswersAreDropped()
    {
        CompanySnapshot moved = demonstrationSnapshot();
        ++moved.cursor;
        m_bench->workspace.show(moved);
        m_page->refresh();
        QCOMPARE(m_bench->delegations.listed().size(), 2);
        m_page->refresh();
        QCOMPARE(m_bench->delegations.listed().size(), 2);
    }

private:
    void answer(const QList<Delegation>& all)
    {
        m_bench->delegations.answerList(DelegationList{all});
        settle();
    }
    /// Another company, or this one again, with one delegation in force.
    void showCompany(const QString& siren)
    {
        CompanySnapshot other = demonstrationSnapshot();
        if (other.company.siren != siren) {
            other.company.siren = siren;
            other.company.name = QStringLiteral("Autre entreprise");
        }
        m_bench->workspace.show(other);
        m_page->refresh();
        settle();
    }
    /// Gives the order through its dialog; the act is then under way.
    void order(const QString& text, const QString& id)
    {
        answer({sampleDelegation(id)});
        press(text, id);
        const auto dialogs = m_window->findChildren<ui::DelegationActDialog*>();
        QVERIFY(!dialogs.isEmpty());
        buttonNamed(*dialogs.last(), text)->click();
        settle();
    }
    [[nodiscard]] ui::Button* button(const QString& text, const QString& id) const
    {
        const auto all = m_page->findChildren<ui::Button*>();
        const auto found = std::find_if(all.begin(), all.end(), [&](const ui::Button* one) {
            return one->text() == text && one->accessibleName().endsWith(id);
        });
        return found == all.end() ? nullptr : *found;
    }
    void press(const QString& text, const QString& id)
    {
        auto* one = button(text, id);
        QVERIFY2(one, qUtf8Printable(text));
        one->click();
        settle();
    }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<QWidget> m_window;
    ui::AdministratorsPage* m_page = nullptr;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::AdministratorsPageTest)
#include "AdministratorsPageTest.moc"

// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountDialog.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/widgets/Button.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

/// Isabelle Roche's; nobody else administers the Urssaf.
const QString last = QStringLiteral("urssaf:URS-13bd1cf4");
const QString delorme = QStringLiteral("urssaf:URS-bb512e57");

PortalAccount& accountOf(CompanySnapshot& snapshot, const QString& id)
{
    const auto found = std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                                    [&id](const auto& one) { return one.id == id; });
    Q_ASSERT(found != snapshot.accounts.end());
    return snapshot.accounts[found - snapshot.accounts.begin()];
}

} // namespace

/// V-33: which accounts are closed from the sheet, and where the others lead.
class AccountClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_bench->session.signIn(demonstrationProfile());
        m_bench->workspace.show(demonstrationSnapshot());
        m_page = std::make_unique<ui::AccountsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(ui::WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void lastAdministrator_leadsToTheDepartures()
    {
        const QSignalSpy asked(m_page.get(), &ui::Page::pageRequested);
        open(last);
        QVERIFY(!closing());
        QVERIFY(said().contains(qtTrId("acc.last").arg(QStringLiteral("urssaf.fr"))));
        keepPicture(*dialog(), QStringLiteral("account-last"));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        QCOMPARE(namelessControls(*dialog()), QByteArray());
        buttonNamed(*dialog(), qtTrId("dep.without.back"))->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first(),
                 (QVariantList{QStringLiteral("departure"), QString(QStringLiteral("account:") + last)}));
        QVERIFY(m_bench->decisions.submitted().isEmpty());
    }

    void lastAdministratorOfAPlace_saysWhichPlace()
    {
        change([](CompanySnapshot& snapshot) {
            const auto& places = snapshot.company.establishments;
            QVERIFY(places.size() > 1);
            accountOf(snapshot, last).sirets = {places.at(0).siret, places.at(1).siret};
            accountOf(snapshot, delorme).administratorRole = true;
            accountOf(snapshot, delorme).sirets = {places.at(1).siret};
        });
        open(last);
        const CompanySnapshot& snapshot = *m_bench->workspace.snapshot();
        const QString place =
            ui::CompanyText(snapshot).establishments({snapshot.company.establishments.at(0).siret});
        QVERIFY2(said().contains(qtTrId("acc.last.at").arg(QStringLiteral("urssaf.fr"), place)),
                 qUtf8Printable(said()));
    }

    void lastThatAPortalRefusedToClose_isAskedOnceMoreFromHere()
    {
        change([](CompanySnapshot& snapshot) {
            DepartureStep step;
            step.account = last;
            step.portal = accountOf(snapshot, last).portal;
            step.state = DepartureStepState::Failed;
            Departure departure;
            departure.id = QStringLiteral("b3b0a0e6-95a5-4c6d-9a0b-0d3b7c7b1a11");
            departure.steps = {step};
            snapshot.departures = {departure};
            accountOf(snapshot, last).state = AccountState::ClosureFailed;
        });
        open(last);
        QVERIFY(closing());
        closing()->click();
        QCOMPARE(m_bench->decisions.submitted().size(), 1);
    }

    void oneOfTwoAdministrators_isClosedFromHere()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, delorme).administratorRole = true; });
        open(last);
        QVERIFY(closing());
        closing()->click();
        QCOMPARE(m_bench->decisions.submitted().size(), 1);
        QCOMPARE(m_bench->decisions.submitted().first().kind, DecisionKind::CloseAccount);
    }

    void sheet_tellsWhatHappenedToTheAccount()
    {
        change([](CompanySnapshot& snapshot) {
            PortalAccount& account = accountOf(snapshot, delorme);
            account.createdOn = QDate(2021, 3, 9);
            AccessRequest request = snapshot.requests.first();
            request.id = QStringLiteral("PC-2026-009999");
            request.portal = account.portal;
            request.email = account.email.toUpper();
            request.state = RequestState::Accepted;
            request.decidedAt = request.receivedAt.addSecs(3600);
            request.decidedBy = QStringLiteral("Hélène <b>Fabre</b>");
            snapshot.requests += request;
        });
        open(delorme);
        keepPicture(*dialog(), QStringLiteral("account-history"));
        const QString text = said();
        const auto place = [&text](const QString& words) { return text.indexOf(words); };
        const auto accepted = place(QStringLiteral("PC-2026-009999 acceptée par Hélène <b>Fabre</b>"));
        const auto asked = place(QStringLiteral("Demande d’accès PC-2026-009999 reçue"));
        const auto opened = place(qtTrId("acc.history.opened"));
        QVERIFY2(accepted > 0 && asked > accepted && opened > asked, qUtf8Printable(text));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        QCOMPARE(namelessControls(*dialog()), QByteArray());
    }

    void lastMeanwhile_isNotSent()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, delorme).administratorRole = true; });
        open(last);
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, delorme).state = AccountState::Closed; });
        const QSignalSpy asked(m_page.get(), &ui::Page::pageRequested);
        closing()->click();
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("departure"));
    }

    void refusedAsTheLast_leadsToTheDepartures()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, delorme).administratorRole = true; });
        open(last);
        closing()->click();
        settle();
        refuse({FailureCode::LastHand, QStringLiteral("urssaf.fr"), {}});
        QVERIFY(shownText(*m_page).contains(QStringLiteral("last-hand")));
        keepPicture(*m_page, QStringLiteral("account-last-refused"));
        const QSignalSpy asked(m_page.get(), &ui::Page::pageRequested);
        auto* choose = buttonNamed(*m_page, qtTrId("dep.without.back"));
        QVERIFY(choose);
        choose->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first(),
                 (QVariantList{QStringLiteral("departure"), QString(QStringLiteral("account:") + last)}));
        QVERIFY(!shownText(*m_page).contains(QStringLiteral("last-hand")));
    }

    void refusedOtherwise_leadsNowhere()
    {
        for (const FailureCode code : {FailureCode::LastHand, FailureCode::VersionChanged}) {
            change([](CompanySnapshot& snapshot) { accountOf(snapshot, delorme).administratorRole = true; });
            open(last);
            closing()->click();
            settle();
            refuse({code, {}, {}});
            delete dialog();
        }
        QVERIFY(shownText(*m_page).contains(QStringLiteral("version-changed")));
        QVERIFY(!buttonNamed(*m_page, qtTrId("dep.without.back")));
    }

    void lastAdministratorWhoIsNobody_saysWhatToDo()
    {
        change([](CompanySnapshot& snapshot) {
            accountOf(snapshot, last).holderName.clear();
            accountOf(snapshot, last).email = QStringLiteral("compta@fabre-filles.example");
        });
        open(last);
        QVERIFY(!closing());
        QVERIFY(!buttonNamed(*dialog(), qtTrId("dep.without.back")));
        QVERIFY(said().contains(qtTrId("acc.last.nobody").arg(QStringLiteral("urssaf.fr"))));
    }

    void closureByLetter_isNotAskedForAgain()
    {
        change([](CompanySnapshot& snapshot) {
            accountOf(snapshot, delorme).state = AccountState::ClosureManual;
        });
        open(delorme);
        QVERIFY(!closing());
        QVERIFY(said().contains(qtTrId("acc.sheet.cannot")));
    }

private:
    template <typename Change>
    void change(Change change)
    {
        CompanySnapshot snapshot = *m_bench->workspace.snapshot();
        change(snapshot);
        ++snapshot.cursor;
        m_bench->workspace.show(snapshot);
        m_page->refresh();
        settle();
    }
    void open(const QString& account)
    {
        m_page->showTarget(account);
        QTest::keyClick(m_page->findChild<ui::AccountTreeView*>(), Qt::Key_Delete);
        settle();
        QVERIFY(dialog());
    }
    void refuse(const Failure& failure)
    {
        m_bench->decisions.refuse(m_bench->decisions.pending().constFirst().decision.id, failure);
        settle();
    }
    [[nodiscard]] ui::AccountDialog* dialog() const { return m_page->findChild<ui::AccountDialog*>(); }
    [[nodiscard]] ui::Button* closing() const
    {
        return buttonNamed(*dialog(), qtTrId("acc.sheet.close.key"));
    }
    [[nodiscard]] QString said() const { return shownText(*dialog()); }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<ui::AccountsPage> m_page;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::AccountClosingTest)
#include "AccountClosingTest.moc"

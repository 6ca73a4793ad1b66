// SPDX-License-Identifier: MIT
#include "core/protocol/ModelJson.h"
#include "tests/ui/fakes/SampleDepartures.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/Sizes.h"
#include "tests/ui/support/UiBench.h"
#include "ui/requests/ReplaceDialog.h"
#include "ui/requests/ReplacementPanel.h"
#include "ui/requests/RequestDetail.h"
#include "ui/requests/RequestsPage.h"
#include "ui/sheets/SuccessorSearch.h"
#include "ui/shell/UndoPresenter.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/UndoBar.h"

#include <QLabel>
#include <QMenu>
#include <QtTest>

#include <algorithm>

namespace proconnect::ui {

using tests::buttonNamed;
using tests::shows;

/// D-09: a request is accepted, and the account that the person takes over closed after it; D-05: how far
/// that is.
class ReplacementPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_snapshot = tests::demonstrationSnapshot();
        request().replaces = replaced().portalAccountId;
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void portalNamesTheAccount_isSaidBeforeTheButtons_andChosen()
    {
        QVERIFY(shows(*m_page, QStringLiteral("Karim Haddad reprend le compte de Julie Perrin")));
        auto& dialog = openDialog();
        QVERIFY(shows(dialog, QStringLiteral("quand les données d’impots.gouv.fr")));
        QVERIFY(shows(dialog, replaced().portalAccountId));
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        buttonNamed(dialog, qtTrId("repl.go"))->click();

        QCOMPARE(m_bench->decisions.submitted().size(), 1);
        const Decision& decision = m_bench->decisions.submitted().last();
        QCOMPARE(decision.kind, DecisionKind::AcceptRequest);
        QCOMPARE(decision.target, m_id);
        QVERIFY(decision.departure);
        QCOMPARE(decision.departure->items,
                 (QList<DepartureItem>{{replaced().id, replaced().version, {}, false}}));
        QCOMPARE(decision.departure->person, QStringLiteral("Julie Perrin"));
        QVERIFY(decision.departure->newcomers.isEmpty() && !decision.departure->at);
        QVERIFY(decision.shown.contains(QStringLiteral("Karim Haddad")));
        QVERIFY(decision.shown.contains(replaced().portalAccountId));
    }

    void simpleAcceptance_closesNothing()
    {
        buttonNamed(detail(), qtTrId("req.accept.key"))->click();
        QVERIFY(!m_bench->decisions.submitted().last().departure);
    }

    void undoBar_saysBoth_andUndoesBoth()
    {
        UndoBar bar(m_bench->theme);
        bar.show();
        UndoPresenter presenter(m_bench->decisions, bar);
        buttonNamed(openDialog(), qtTrId("repl.go"))->click();
        tests::settle();
        QVERIFY(shows(bar, QStringLiteral("puis fermeture du compte de Julie Perrin")));
        QVERIFY(presenter.undoLatest());
        QVERIFY(m_bench->decisions.pending().isEmpty());
    }

    void accountOfWhomOnlyTheNumberIsKnown_isDecidedByIt()
    {
        PortalAccount& nameless = replaced();
        const QString number = nameless.portalAccountId;
        nameless.holderName.clear();
        nameless.email.clear();
        open();
        buttonNamed(openDialog(), qtTrId("repl.go"))->click();
        const Decision decision = m_bench->decisions.submitted().last();
        QCOMPARE(decision.departure->person, number);
        QVERIFY(fromJson<Decision>(toJson(decision)).ok());
    }

    void nobodyNamed_isAmongTheOtherAnswers_andNobodyIsChosen()
    {
        request().replaces.clear();
        open();
        QVERIFY(!shows(*m_page, qtTrId("repl.status")));
        auto& dialog = openDialogFromMenu();
        QVERIFY(!buttonNamed(dialog, qtTrId("repl.go"))->isEnabled());
        Q_EMIT dialog.findChild<SuccessorSearch*>()->chosen(replaced().id);
        QVERIFY(buttonNamed(dialog, qtTrId("repl.go"))->isEnabled());
        Q_EMIT dialog.findChild<SuccessorSearch*>()->chosen(QString());
        QVERIFY(!buttonNamed(dialog, qtTrId("repl.go"))->isEnabled());
    }

    void lastHand_cannotBeConfirmed_andSaysWhatToDo()
    {
        replaced().administratorRole = true;
        for (PortalAccount& one : m_snapshot.accounts.changeable()) {
            one.administratorRole = one.id == replaced().id || one.portal != replaced().portal;
        }
        open();
        auto& dialog = openDialog();
        QVERIFY(!buttonNamed(dialog, qtTrId("repl.go"))->isEnabled());
        QVERIFY(shows(dialog, QStringLiteral("est seul à administrer")));
    }

    void dataChangedMeanwhile_asksForAnotherLook()
    {
        auto& dialog = openDialog();
        replaced().version += 1;
        m_bench->workspace.show(m_snapshot);
        tests::settle();
        buttonNamed(dialog, qtTrId("repl.go"))->click();
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        QVERIFY(m_page->findChild<Banner*>());
    }

    void sameName_isSaid_withBothAddresses()
    {
        request().givenName = QStringLiteral("Julie");
        request().familyName = QStringLiteral("Perrin");
        open();
        auto& dialog = openDialog();
        QVERIFY(shows(dialog, QStringLiteral("Même nom, autre adresse")));
        QVERIFY(shows(dialog, replaced().email) && shows(dialog, request().email));
        tests::keepPicture(dialog, QStringLiteral("replace-namesake"));
    }

    void delegate_isOfferedNothing()
    {
        m_snapshot.company.function.clear();
        open();
        QVERIFY(!m_page->findChild<ReplacementPanel*>());
        QVERIFY(!offered().contains(qtTrId("repl.key")));
    }

    void enter_inTheSearch_decidesNothing()
    {
        auto& dialog = openDialog();
        auto* search = dialog.findChild<SuccessorSearch*>();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(m_bench->decisions.submitted().isEmpty());
    }

    void status_everyState_saysSoWithItsNextStep_data()
    {
        QTest::addColumn<DepartureStepState>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("act"); // its text's key; empty: nothing is to be done
        using State = DepartureStepState;
        QTest::newRow("waits") << State::ReplacementNeeded << QStringLiteral("celui de Karim Haddad")
                               << QStringLiteral("repl.keep");
        QTest::newRow("requested") << State::Requested << QStringLiteral("est demandée") << QString();
        QTest::newRow("letter") << State::Manual << QStringLiteral("sur courrier")
                                << QStringLiteral("dep.act.declare");
        QTest::newRow("failed") << State::Failed << QStringLiteral("Compte verrouillé")
                                << QStringLiteral("shared.again");
        QTest::newRow("closed") << State::Confirmed << QStringLiteral("est fermé.") << QString();
        QTest::newRow("declared") << State::DeclaredDone << QStringLiteral("déclaré fermé") << QString();
        QTest::newRow("gone") << State::NotNeeded << QStringLiteral("hors de ProConnect") << QString();
    }
    void status_everyState_saysSoWithItsNextStep()
    {
        QFETCH(DepartureStepState, state);
        QFETCH(QString, words);
        QFETCH(QString, act);
        decided(state);
        open();
        QVERIFY2(shows(*m_page, words), qPrintable(words));
        QStringList acts;
        for (const Button* one : m_page->findChild<ReplacementPanel*>()->findChildren<Button*>()) {
            acts += one->text();
            QVERIFY(one->accessibleName().contains(QStringLiteral("Julie Perrin")));
        }
        QVERIFY(acts.contains(qtTrId("shared.receipt")));
        QCOMPARE(act.isEmpty() || acts.contains(qtTrId(qPrintable(act))), true);
        QCOMPARE(act.isEmpty(), acts.size() == 1);
    }

    void waitingForThePortalsWord_saysSo()
    {
        decided(DepartureStepState::ReplacementNeeded);
        m_snapshot.waysOut.first().newcomers.first().state = NewcomerState::Requested;
        open();
        QVERIFY(shows(*m_page, QStringLiteral("n’a pas encore confirmé votre réponse")));
    }

    void keepOpen_stopsTheClosing_once()
    {
        decided(DepartureStepState::ReplacementNeeded);
        open();
        buttonNamed(detail(), qtTrId("repl.keep"))->click();
        const Decision decision = m_bench->decisions.submitted().last();
        QCOMPARE(decision.kind, DecisionKind::StopDeparture);
        QCOMPARE(decision.target, m_snapshot.waysOut.first().id);
        QVERIFY(decision.shown.contains(QStringLiteral("Julie Perrin")));
        QVERIFY(!buttonNamed(detail(), qtTrId("repl.keep")));
    }

    void letter_isSavedHere_andTheClosingDeclared()
    {
        decided(DepartureStepState::Manual);
        replaced().state = AccountState::ClosureManual;
        open();
        buttonNamed(detail(), qtTrId("dep.act.declare"))->click();
        QCOMPARE(m_bench->decisions.submitted().last().kind, DecisionKind::DeclareClosed);
        QCOMPARE(m_bench->decisions.submitted().last().target, replaced().id);
    }

    void failed_isAskedAgain()
    {
        decided(DepartureStepState::Failed);
        replaced().state = AccountState::ClosureFailed;
        open();
        buttonNamed(detail(), qtTrId("shared.again"))->click();
        QCOMPARE(m_bench->decisions.submitted().last().kind, DecisionKind::CloseAccount);
        QCOMPARE(m_bench->decisions.submitted().last().target, replaced().id);
    }

    void offline_nothingIsDecided_andPapersStay()
    {
        decided(DepartureStepState::Manual);
        m_bench->workspace.setConnection(Workspace::Connection::Offline);
        open();
        QVERIFY(!buttonNamed(detail(), qtTrId("dep.act.declare"))->isEnabled());
        QVERIFY(buttonNamed(detail(), qtTrId("dep.act.letter"))->isEnabled());
    }

    void everyScale_fitsAndHasNames_data() { tests::addEveryScale(); }
    void everyScale_fitsAndHasNames()
    {
        QFETCH(QString, language);
        QFETCH(double, scale);
        tests::useScale(*m_bench);
        open();
        auto& dialog = openDialog();
        QCOMPARE(tests::clippedTexts(dialog), QByteArray());
        QCOMPARE(tests::namelessControls(dialog), QByteArray());
        tests::keepPicture(dialog, QStringLiteral("replace-%1-%2").arg(language).arg(scale));
        dialog.reject();
        QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
        QCOMPARE(tests::namelessControls(*m_page), QByteArray());
        tests::keepPicture(*m_page, QStringLiteral("replaced-said-%1-%2").arg(language).arg(scale));
        decided(DepartureStepState::Failed);
        open();
        QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
        QCOMPARE(tests::namelessControls(*m_page), QByteArray());
        tests::keepPicture(*m_page, QStringLiteral("replaced-failed-%1-%2").arg(language).arg(scale));
    }

private:
    AccessRequest& request()
    {
        return *std::find_if(m_snapshot.requests.begin(), m_snapshot.requests.end(),
                             [this](const AccessRequest& one) { return one.id == m_id; });
    }
    /// Julie Perrin's.
    PortalAccount& replaced()
    {
        qsizetype before = 0;
        while (m_snapshot.accounts.at(before).portal != u"impots" ||
               m_snapshot.accounts.at(before).holderName != u"Julie Perrin") {
            ++before;
        }
        auto changing = m_snapshot.accounts.changeable().begin();
        for (; before > 0; --before) {
            ++changing;
        }
        return *changing;
    }
    /// The request was accepted, and its account replaced.
    void decided(DepartureStepState state)
    {
        request().state = RequestState::Accepted;
        request().handBack = HandBack::Acknowledged;
        request().decidedBy = QStringLiteral("Claire Fabre");
        request().decidedAt = tests::demonstrationNow();
        m_snapshot.waysOut = {tests::sampleReplacement(state)};
    }
    void open()
    {
        m_bench->workspace.show(m_snapshot);
        m_page = std::make_unique<RequestsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        m_page->showTarget(m_id);
        tests::settle();
    }
    [[nodiscard]] RequestDetail& detail() const { return *m_page->findChild<RequestDetail*>(); }
    ReplaceDialog& openDialog()
    {
        buttonNamed(detail(), qtTrId("repl.choose"))->click();
        return *m_page->findChild<ReplaceDialog*>();
    }
    [[nodiscard]] QMenu& menu()
    {
        buttonNamed(detail(), qtTrId("req.more.key"))->click();
        return *detail().findChildren<QMenu*>().last();
    }
    QStringList offered()
    {
        const Button* more = buttonNamed(detail(), qtTrId("req.more.key"));
        if (!more) {
            return {};
        }
        QStringList words;
        QMenu& shown = menu();
        for (const QAction* action : shown.actions()) {
            words += action->text();
        }
        shown.close();
        return words;
    }
    ReplaceDialog& openDialogFromMenu()
    {
        QMenu& shown = menu();
        for (QAction* action : shown.actions()) {
            if (action->text() == qtTrId("repl.key")) {
                action->trigger();
            }
        }
        shown.close();
        tests::settle();
        return *m_page->findChild<ReplaceDialog*>();
    }

    const QString m_id = QStringLiteral("PC-2026-001021");
    CompanySnapshot m_snapshot;
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<RequestsPage> m_page;
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::ReplacementPageTest)
#include "ReplacementPageTest.moc"

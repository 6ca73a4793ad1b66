// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/widgets/Banner.h"

#include <QFileDialog>
#include <QListView>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace proconnect::tests {
namespace {

using State = DepartureStepState;
const QString opened = QStringLiteral("departure:5d0f6a52-6c0e-4d8c-b0b5-0d1c5e1f7a10");
const QByteArray paper = "%PDF-1.4 a paper";

} // namespace

/// how each account's closing goes, and what is left to do.
class DepartureFollowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup() { m_bench.reset(); }

    void running_eachAccountSaysHowFarItIs()
    {
        follow({State::ToDo, State::Confirmed, State::ToDo, State::Requested});
        const QString text = m_bench->text();
        for (const QString& part : {qtTrId("dep.st.done"), qtTrId("dep.st.wait"), qtTrId("dep.st.run"),
                                    qtTrId("dep.run.sub", 1).arg(4), qtTrId("dep.stop"), qtTrId("dep.bg")}) {
            QVERIFY2(badge(part) || text.contains(part), qUtf8Printable(part + u'\n' + text));
        }
        keepPicture(m_bench->page(), QStringLiteral("departure-progress"));
        QCOMPARE(m_bench->page().findChild<QProgressBar*>()->maximum(), 4);
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        QCOMPARE(namelessControls(m_bench->page()), QByteArray());
    }

    void late_isSaidAsLate()
    {
        Departure departure = sampleDeparture({State::ToDo, State::Requested});
        departure.steps[1].late = true;
        follow(departure);
        QVERIFY(badge(qtTrId("dep.st.late")));
        QVERIFY(m_bench->shows(QStringLiteral("Sans réponse au bout de sept jours")));
    }

    void stop_isOneDecision_andSaidToBeOnItsWay()
    {
        follow({State::Confirmed, State::ToDo});
        m_bench->press(qtTrId("dep.stop"));
        QCOMPARE(m_bench->last().kind, DecisionKind::StopDeparture);
        QCOMPARE(m_bench->last().target, sampleDeparture({}).id);
        QVERIFY(m_bench->shows(qtTrId("dep.stopping")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.stop"))->isEnabled());
        follow({State::Confirmed, State::Requested, State::Requested});
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.stop"))); // nothing is left to stop
    }

    void background_leavesThePage_andItCanBeResumed()
    {
        follow({State::Confirmed, State::ToDo});
        const QSignalSpy asked(&m_bench->page(), &ui::Page::pageRequested);
        m_bench->press(qtTrId("dep.bg"));
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("home"));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
        QCOMPARE(m_bench->rows().value(1), QStringLiteral("Isabelle Roche"));
    }

    void nothingClosedYet_showsTheStepsAndTheStop()
    {
        follow({State::ReplacementNeeded});
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        QVERIFY(m_bench->shows(QStringLiteral("Sophie Delorme")));
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.stop"))->isEnabled());
    }

    void failed_canBeDeclaredClosed()
    {
        follow({State::Failed, State::Confirmed});
        m_bench->press(qtTrId("dep.act.declare"));
        QCOMPARE(m_bench->last().kind, DecisionKind::DeclareClosed);
        QCOMPARE(m_bench->last().target, QStringLiteral("impots:IMP-30f27dce"));
    }

    void failed_offersTwoWaysOut()
    {
        Departure departure = sampleDeparture({State::Failed, State::Confirmed});
        departure.steps[0].portalMessage = QStringLiteral("titulaire");
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.failed", 1)));
        QVERIFY(m_bench->shows(QStringLiteral("titulaire")));
        keepPicture(m_bench->page(), QStringLiteral("departure-failed"));
        m_bench->press(qtTrId("dep.act.letter"));
        QCOMPARE(m_bench->bench.departures.papers(), QStringList{QStringLiteral("impots:IMP-30f27dce")});
        m_bench->bench.departures.answerPaper(Failure{FailureCode::ServiceUnavailable, {}, {}});
        settle();
        QVERIFY(m_bench->shows(QStringLiteral("service-unavailable")));
        m_bench->press(qtTrId("common.retry"));
        QCOMPARE(m_bench->last().kind, DecisionKind::CloseAccount);
        QCOMPARE(m_bench->last().target, QStringLiteral("impots:IMP-30f27dce"));
        QVERIFY(m_bench->shows(qtTrId("dep.step.pending")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("common.retry"))->isEnabled());
    }

    void letter_isSavedAndThenDeclared()
    {
        follow({State::Manual, State::ToDo});
        m_bench->press(qtTrId("dep.act.letter"));
        const QString path = saveTo(paper);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), paper);
        QVERIFY(m_bench->shows(qtTrId("exp.done")));
        m_bench->press(qtTrId("dep.act.declare"));
        QCOMPARE(m_bench->last().kind, DecisionKind::DeclareClosed);
        QCOMPARE(m_bench->last().target, QStringLiteral("impots:IMP-30f27dce"));
        QCOMPARE(m_bench->last().targetVersion, 1);
    }

    void done_sumsUp_andGivesTheReceipt()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            snapshot.contactEmail.address = QStringLiteral("Isabelle.Roche@fabre-filles.example");
        });
        follow({State::Confirmed, State::Confirmed, State::ReplacementNeeded, State::Manual});
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-43"));
        QVERIFY(m_bench->shows(qtTrId("dep.done.part").arg(2).arg(4)));
        QVERIFY(m_bench->shows(qtTrId("dep.done.mail.body")));
        keepPicture(m_bench->page(), QStringLiteral("departure-done"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        QCOMPARE(namelessControls(m_bench->page()), QByteArray());
        const QSignalSpy asked(&m_bench->page(), &ui::Page::pageRequested);
        m_bench->press(qtTrId("home.watch.email.act"));
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("contact-email"));
        m_bench->press(qtTrId("dep.receipt.save"));
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.receipt.save"))->busy());
        QVERIFY(QFile::exists(saveTo(paper)));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.receipt.save"))->busy());
        m_bench->press(qtTrId("dep.receipt.json"));
        QCOMPARE(m_bench->bench.departures.papers(),
                 (QStringList{sampleDeparture({}).id + QStringLiteral(".pdf"),
                              sampleDeparture({}).id + QStringLiteral(".json")}));
    }

    void done_portalWithSeveralAccounts_saysHowMany()
    {
        Departure departure = sampleDeparture({State::Confirmed, State::Confirmed});
        departure.steps += sampleStep(QStringLiteral("urssaf:URS-second"), State::Confirmed);
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.done.all", 3)));
        QVERIFY2(m_bench->shows(QStringLiteral("impots.gouv.fr, urssaf.fr (2 comptes)")),
                 qUtf8Printable(m_bench->text()));
        keepPicture(m_bench->page(), QStringLiteral("departure-done-two"));
    }

    void underWay_givesTheReceiptOfToday()
    {
        follow({State::Failed, State::Confirmed});
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        QVERIFY(m_bench->shows(QStringLiteral("RC-2026-000123")));
        m_bench->press(qtTrId("dep.receipt.save"));
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.receipt.save"))->busy());
        QVERIFY(QFile::exists(saveTo(paper)));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.receipt.save"))->busy());
        m_bench->press(qtTrId("dep.receipt.json"));
        QCOMPARE(m_bench->bench.departures.papers(),
                 (QStringList{sampleDeparture({}).id + QStringLiteral(".pdf"),
                              sampleDeparture({}).id + QStringLiteral(".json")}));
    }

    void over_theListLeadsToTheReceipt()
    {
        Departure departure = sampleDeparture({State::Confirmed, State::DeclaredDone});
        departure.state = DepartureState::Closed;
        departure.startedAt = demonstrationNow().addDays(-25);
        follow(departure);
        m_bench->open(QStringLiteral("unfinished"));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
        const qsizetype over = m_bench->rows().indexOf(qtTrId("dep.over"));
        QVERIFY(over > 0);
        Q_EMIT m_bench->list().clicked(m_bench->list().model()->index(static_cast<int>(over) + 1, 0));
        settle();
        m_bench->press(qtTrId("dep.receipt.save"));
        QCOMPARE(m_bench->bench.departures.papers(), QStringList{departure.id + QStringLiteral(".pdf")});
    }

    void done_unwritablePlace_isSaid()
    {
        follow({State::Confirmed});
        m_bench->press(qtTrId("dep.receipt.save"));
        m_bench->bench.departures.answerPaper(paper);
        auto* dialog = m_bench->page().findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(QStringLiteral("/nonexistent/folder/receipt.pdf"));
        settle();
        QVERIFY(m_bench->shows(qtTrId("exp.failed")));
    }

    void closedAccount_canBeOpenedAgain_whileThePortalAllowsIt()
    {
        Departure departure = sampleDeparture({State::Confirmed, State::Confirmed});
        departure.state = DepartureState::Closed;
        departure.steps[0].restorableUntil = demonstrationNow().addDays(10);
        departure.steps[1].restorableUntil = demonstrationNow().addDays(-1);
        m_bench->show([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                if (account.holderName == QStringLiteral("Isabelle Roche")) {
                    account.state = AccountState::Closed;
                }
            }
        });
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.done.all", 2)));
        m_bench->press(qtTrId("dep.done.steps"));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        int offered = 0;
        for (const auto* button : m_bench->page().findChildren<ui::Button*>()) {
            offered += button->isVisible() && button->text() == qtTrId("dep.act.restore") ? 1 : 0;
        }
        QCOMPARE(offered, 1);
        m_bench->press(qtTrId("dep.act.restore"));
        QCOMPARE(m_bench->last().kind, DecisionKind::RestoreAccount);
        QCOMPARE(m_bench->last().target, QStringLiteral("impots:IMP-30f27dce"));
        // It gives an administrator's role back.
        QCOMPARE(m_bench->bench.decisions.strengths().constLast(), SignInStrength::HighEffect);
    }

    void openedAgain_isNotCountedAsClosed()
    {
        Departure departure = sampleDeparture({State::Confirmed, State::Confirmed});
        departure.state = DepartureState::Closed;
        departure.steps[0].restoredAt = demonstrationNow().addSecs(-60);
        follow(departure);
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-43"));
        QVERIFY(m_bench->shows(qtTrId("dep.done.all", 1)));
        QVERIFY(m_bench->shows(qtTrId("dep.done.restored")));
        keepPicture(m_bench->page(), QStringLiteral("departure-restored"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        m_bench->press(qtTrId("dep.done.steps"));
        QVERIFY(badge(qtTrId("dep.st.restored")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.act.restore")));
        m_bench->open(QStringLiteral("unfinished"));
        const QModelIndex last =
            m_bench->list().model()->index(static_cast<int>(m_bench->rows().size()) - 1, 0);
        QCOMPARE(last.data(ui::LeaverListModel::DetailRole).toString(),
                 QString(qtTrId("dep.sum.closed", 2).arg(1) + QStringLiteral(", un rouvert")));
        departure.steps[1].restoredAt = departure.steps[0].restoredAt;
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.done.none")));
    }

    void putOff_saysWhy_data()
    {
        QTest::addColumn<DeparturePutOff>("why");
        QTest::addColumn<QString>("words");
        QTest::newRow("register") << DeparturePutOff::RegisterUnavailable
                                  << QStringLiteral(
                                         "Aucun registre ne dit en ce moment si Claire Fabre dirige");
        QTest::newRow("mandate") << DeparturePutOff::MandateToConfirm
                                 << QStringLiteral("ne dit plus la même chose de Claire Fabre");
    }
    void putOff_saysWhy()
    {
        QFETCH(DeparturePutOff, why);
        QFETCH(QString, words);
        Departure departure = sampleDeparture({State::ToDo, State::ToDo});
        departure.state = DepartureState::Scheduled;
        departure.at = demonstrationNow().addSecs(-3600);
        departure.putOff = why;
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.putoff")));
        QVERIFY2(m_bench->shows(words), qUtf8Printable(m_bench->text()));
        QVERIFY(m_bench->shows(qtTrId("dep.step.putoff")));
        QVERIFY(m_bench->shows(QStringLiteral("Départ d’Isabelle Roche, reporté")));
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.stop"))->isEnabled());
        keepPicture(m_bench->page(), QStringLiteral("departure-put-off"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        m_bench->press(qtTrId("dep.bg"));
        const auto badges = m_bench->list()
                                .model()
                                ->index(1, 0)
                                .data(ui::LeaverListModel::BadgesRole)
                                .value<QList<ui::BadgeContent>>();
        QCOMPARE(badges.constFirst().text, qtTrId("dep.st.putoff"));
    }

    void scheduled_saysWhen_andCanBeStopped()
    {
        Departure departure = sampleDeparture({State::ToDo, State::ToDo});
        departure.state = DepartureState::Scheduled;
        departure.at = QDateTime(QDate(2026, 12, 1), QTime(17, 0), Qt::UTC);
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.run.scheduled")));
        QVERIFY2(m_bench->shows(QStringLiteral("18:00")), qUtf8Printable(m_bench->text()));
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.stop"))->isEnabled());
        m_bench->bench.workspace.setConnection(Workspace::Connection::Offline);
        settle();
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.stop"))->isEnabled());
        QVERIFY(m_bench->shows(qtTrId("screen.offline.reason")));
    }

    void another_startsAnew()
    {
        follow({State::Confirmed});
        m_bench->press(qtTrId("dep.again"));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
    }

    void cancelled_saysThatNothingWasClosed()
    {
        Departure departure = sampleDeparture({State::NotNeeded, State::NotNeeded});
        departure.state = DepartureState::Cancelled;
        follow(departure);
        QVERIFY(m_bench->shows(qtTrId("dep.done.cancelled")));
    }

private:
    void follow(const Departure& departure)
    {
        m_bench->show([&departure](CompanySnapshot& snapshot) { snapshot.departures = {departure}; });
        m_bench->open(opened);
    }
    void follow(const QList<State>& states) { follow(sampleDeparture(states)); }
    [[nodiscard]] bool badge(const QString& word) const
    {
        for (const QWidget* widget : m_bench->page().findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->accessibleName().contains(word)) {
                return true;
            }
        }
        return false;
    }
    /// Hands the paper over and keeps it in a folder of the test; answers where.
    [[nodiscard]] QString saveTo(const QByteArray& bytes)
    {
        m_bench->bench.departures.answerPaper(bytes);
        const auto dialogs = m_bench->page().findChildren<QFileDialog*>();
        if (dialogs.isEmpty()) {
            return {};
        }
        const QString path = m_directory.filePath(QStringLiteral("paper.pdf"));
        Q_EMIT dialogs.constLast()->fileSelected(path);
        dialogs.constLast()->close();
        settle();
        return path;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureFollowTest)
#include "DepartureFollowTest.moc"

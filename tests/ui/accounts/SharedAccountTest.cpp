// SPDX-License-Identifier: MIT
#include "tests/ui/accounts/SharedAccountBench.h"
#include "tests/ui/support/LayoutFaults.h"
#include "ui/accounts/NewcomerRow.h"
#include "ui/accounts/SetAsideDialog.h"
#include "ui/accounts/WayOutForm.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QRadioButton>
#include <QTest>
#include <QTimeZone>

namespace proconnect::tests {

/// V-34: what becomes of an account that several people use.
class SharedAccountTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<SharedAccountBench>(); }
    void cleanup() { m_bench.reset(); }

    void anAccountForEach_isOneDecision()
    {
        m_bench->openShared();
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.lead", 3)));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.who.unnamed", 3)));
        // Who uses it is said by the director: nobody stands there before.
        QVERIFY(m_bench->dialog()->findChildren<ui::NewcomerRow*>().isEmpty());
        QVERIFY(!m_bench->go(qtTrId("shared.go.none"))->isEnabled());
        m_bench->search(QStringLiteral("roche"));
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc.noel@fabre-filles.example"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.who.unnamed", 1)));
        QVERIFY(shownText(*m_bench->dialog())
                    .contains(qtTrId("shared.gets.opened.role")
                                  .arg(SharedAccountBench::portal, QStringLiteral("Déclarant"))));
        keepPicture(*m_bench->dialog(), QStringLiteral("shared-account"));
        QCOMPARE(clippedTexts(*m_bench->dialog()), QByteArray());
        QCOMPARE(namelessControls(*m_bench->dialog()), QByteArray());
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
        m_bench->go(qtTrId("shared.go", 2))->click();

        const Decision sent = m_bench->onlyDecision();
        QCOMPARE(sent.kind, DecisionKind::StartDeparture);
        const DepartureTerms terms = sent.departure.value_or(DepartureTerms());
        QCOMPARE(terms.person, SharedAccountBench::address);
        QCOMPARE(terms.items.size(), 1);
        QCOMPARE(terms.items.first().account, SharedAccountBench::compta);
        QCOMPARE(terms.items.first().version, 1);
        QCOMPARE(terms.newcomers.size(), 2);
        QCOMPARE(terms.newcomers.at(0).name, QStringLiteral("Isabelle Roche"));
        QCOMPARE(terms.newcomers.at(1).email, QStringLiteral("marc.noel@fabre-filles.example"));
        QCOMPARE(terms.newcomers.at(1).rights, (QStringList{QStringLiteral("DSN"), QStringLiteral("DPAE")}));
        QVERIFY(terms.at && *terms.at > m_bench->bench.clock.now());
        QVERIFY(sent.shown.contains(QStringLiteral("marc.noel@fabre-filles.example")));
        QCOMPARE(m_bench->bench.decisions.pending().first().portalName, SharedAccountBench::portal);
        // On its way: nothing else is chosen meanwhile.
        settle();
        m_bench->openSheet();
        QVERIFY(shownText(*m_bench->sheet()).contains(qtTrId("shared.onitsway")));
        QVERIFY(!buttonNamed(*m_bench->sheet(), qtTrId("shared.choose")));
    }

    void day_isProposedAfterTheNextDeadline_andCanBeChanged()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            for (AccessRequest& request : snapshot.requests) {
                request.deadline.reset();
            }
            AccessRequest& one = snapshot.requests.first();
            one.portal = QStringLiteral("net_entreprises");
            one.deadline = BusinessDeadline{QStringLiteral("DSN de novembre"), QDate(2026, 12, 15), {}};
        });
        m_bench->openShared();
        auto* day = m_bench->dialog()->findChild<QDateEdit*>();
        QCOMPARE(day->date(), QDate(2026, 12, 16));
        QVERIFY(shownText(*m_bench->dialog()).contains(QStringLiteral("DSN de novembre")));
        QVERIFY(day->minimumDate() > QDate(2026, 11, 23));
        day->setDate(QDate(2027, 1, 5));
        m_bench->search(QStringLiteral("roche"));
        m_bench->go(qtTrId("shared.go", 1))->click();
        QCOMPARE(m_bench->onlyDecision().departure->at->toTimeZone(QTimeZone("Europe/Paris")).date(),
                 QDate(2027, 1, 5));
    }

    void rightsAndPlaces_areWithinTheSharedAccount()
    {
        m_bench->openShared();
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc.noel@fabre-filles.example"));
        auto* row = m_bench->dialog()->findChild<ui::NewcomerRow*>();
        auto* rights = SharedAccountBench::linkNamed(*row, qtTrId("shared.who.rights"));
        QVERIFY(rights);
        rights->click();
        settle();
        const auto boxes = row->findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), 4);
        boxes.at(1)->click();
        boxes.at(2)->click();
        boxes.at(3)->click();
        settle();
        QVERIFY(!m_bench->go(qtTrId("shared.go", 1))->isEnabled());
        QVERIFY(shownText(*row).contains(qtTrId("shared.fault.rights")));
        boxes.at(3)->click();
        keepPicture(*m_bench->dialog(), QStringLiteral("shared-account-rights"));
        m_bench->go(qtTrId("shared.go", 1))->click();
        const Newcomer one = m_bench->onlyDecision().departure->newcomers.first();
        QCOMPARE(one.rights, QStringList{QStringLiteral("DSN")});
        QCOMPARE(one.sirets, QStringList{QStringLiteral("00005826300021")});
    }

    void whoHasAnAccountThere_getsNoSecondOne()
    {
        m_bench->openShared();
        m_bench->search(QStringLiteral("haddad"));
        const QString words = shownText(*m_bench->dialog());
        QVERIFY2(words.contains(qtTrId("shared.gets.present").arg(SharedAccountBench::portal)),
                 qUtf8Printable(words));
        QVERIFY(m_bench->go(qtTrId("shared.go.none")));
    }

    void wrongAddresses_areSaid_andTheSameTwiceIsNot()
    {
        m_bench->openShared();
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.address.bad")));
        // What the service would refuse later is refused here, and what was typed stays.
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@cabinet"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.address.bad")));
        QVERIFY(m_bench->dialog()->findChildren<ui::NewcomerRow*>().isEmpty());
        m_bench->addOther(QStringLiteral("Marc Noël"), QString());
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.address")));
        m_bench->addOther(QStringLiteral("…"), QStringLiteral("marc@fabre-filles.example"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.name.bad")));
        m_bench->addOther(QStringLiteral("Compta"), SharedAccountBench::address);
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.shared")));
        m_bench->addOther(QString(), QStringLiteral("marc@fabre-filles.example"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.name")));
        QVERIFY(m_bench->dialog()->findChildren<ui::NewcomerRow*>().isEmpty());
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@fabre-filles.example"));
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("Marc@fabre-filles.example"));
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("shared.fault.twice")));
        QCOMPARE(m_bench->dialog()->findChildren<ui::NewcomerRow*>().size(), 1);
        auto* remove = SharedAccountBench::linkNamed(*m_bench->dialog(), qtTrId("shared.who.remove"));
        QCOMPARE(remove->accessibleName(), qtTrId("shared.who.remove.of").arg(QStringLiteral("Marc Noël")));
        remove->click();
        settle();
        QVERIFY(!m_bench->go(qtTrId("shared.go.none"))->isEnabled());
    }

    void refused_saysWho_andKeepsWhatWasStated()
    {
        m_bench->openShared();
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@fabre-filles.example"));
        auto* day = m_bench->dialog()->findChild<QDateEdit*>();
        day->setDate(QDate(2027, 2, 3));
        m_bench->go(qtTrId("shared.go", 1))->click();
        const Decision sent = m_bench->onlyDecision();
        // Meanwhile their account appeared, which allows less; and the shared account changed.
        m_bench->change([](CompanySnapshot& snapshot) {
            PortalAccount weak = SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad);
            weak.id = QStringLiteral("net_entreprises:NET-marc");
            weak.email = QStringLiteral("marc@fabre-filles.example");
            weak.rights.clear();
            snapshot.accounts += weak;
            ++SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).version;
        });
        m_bench->bench.decisions.refuse(m_bench->bench.decisions.pending().first().decision.id,
                                        Failure{FailureCode::VersionChanged, {}, {}});
        settle();
        const QString words = shownText(*m_bench->page);
        QVERIFY2(words.contains(QStringLiteral("Marc Noël")), qUtf8Printable(words));
        QVERIFY2(words.contains(qtTrId("shared.kept").arg(SharedAccountBench::address)),
                 qUtf8Printable(words));
        keepPicture(*m_bench->page, QStringLiteral("shared-account-refusal"));
        m_bench->openShared();
        const auto rows = m_bench->dialog()->findChildren<ui::NewcomerRow*>();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first()->newcomer(), sent.departure->newcomers.first());
        QCOMPARE(m_bench->dialog()->findChild<QDateEdit*>()->date(), QDate(2027, 2, 3));
        QVERIFY(
            shownText(*rows.first()).contains(qtTrId("shared.fault.weak").arg(SharedAccountBench::portal)));
    }

    void dayBeforeAKnownDeadline_isWarnedOf()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            for (AccessRequest& request : snapshot.requests) {
                request.deadline.reset();
            }
            snapshot.requests.first().portal = QStringLiteral("net_entreprises");
            snapshot.requests.first().deadline =
                BusinessDeadline{QStringLiteral("DSN de novembre"), QDate(2026, 12, 15), {}};
        });
        m_bench->openShared();
        const QString warning = qtTrId("shared.day.before.act");
        QVERIFY(!shownText(*m_bench->dialog()).contains(warning));
        auto* day = m_bench->dialog()->findChild<QDateEdit*>();
        day->setDate(QDate(2026, 12, 15));
        QVERIFY(shownText(*m_bench->dialog()).contains(warning));
        m_bench->search(QStringLiteral("roche"));
        keepPicture(*m_bench->dialog()->findChild<ui::WayOutForm*>(),
                    QStringLiteral("shared-account-before-deadline"));
        QCOMPARE(clippedTexts(*m_bench->dialog()), QByteArray());
        // It is the director's to choose.
        QVERIFY(m_bench->go(qtTrId("shared.go", 1))->isEnabled());
    }

    void everybodyAndEveryPlace_isSigned_orTheyAreTooMany()
    {
        m_bench->openShared();
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@fabre-filles.example"));
        const ui::CompanyText company(*m_bench->bench.workspace.snapshot());
        const QString place = company.establishments({QStringLiteral("00005826300013")});
        const QString longName(190, u'x');
        int people = 1;
        while (people < 20 && !shownText(*m_bench->dialog()).contains(qtTrId("shared.who.long"))) {
            m_bench->addOther(longName, QStringLiteral("marc%1@fabre-filles.example").arg(people++));
        }
        QVERIFY(people < 20);
        QVERIFY(!m_bench->go(qtTrId("shared.go", people))->isEnabled());
        const auto removes = m_bench->dialog()->findChildren<ui::LinkButton*>();
        for (auto* one : removes) {
            if (one->accessibleName() == qtTrId("shared.who.remove.of").arg(longName)) {
                one->click();
                break;
            }
        }
        settle();
        m_bench->go(qtTrId("shared.go", people - 1))->click();
        const Decision sent = m_bench->onlyDecision();
        QVERIFY(sent.shown.contains(place));
        for (const Newcomer& one : sent.departure->newcomers) {
            QVERIFY(sent.shown.contains(one.email));
        }
    }

    void ownRequest_waitsForTheCompany()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            AccessRequest& one = snapshot.requests.first();
            one.portal = QStringLiteral("net_entreprises");
            one.email = QStringLiteral("marc@fabre-filles.example");
            one.state = RequestState::Waiting;
        });
        m_bench->openShared();
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@fabre-filles.example"));
        QVERIFY(shownText(*m_bench->dialog())
                    .contains(qtTrId("shared.gets.asked").arg(SharedAccountBench::portal)));
        QVERIFY(m_bench->go(qtTrId("shared.go.none"))->isEnabled());
    }

    void whoSharesNoRight_isToldWhatToDo()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            PortalAccount& one = SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad);
            one.rights = {{QStringLiteral("AUTRE"), QStringLiteral("Autre"), false}};
        });
        m_bench->openShared();
        m_bench->search(QStringLiteral("haddad"));
        auto* row = m_bench->dialog()->findChild<ui::NewcomerRow*>();
        QVERIFY(shownText(*row).contains(qtTrId("shared.fault.weak").arg(SharedAccountBench::portal)));
        QVERIFY(!shownText(*row).contains(qtTrId("shared.fault.rights")));
    }

    void portalThatOpensNone_asksThemToRegister()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            for (Portal& one : snapshot.portals) {
                one.opensAccounts = false;
            }
        });
        m_bench->openShared();
        m_bench->search(QStringLiteral("roche"));
        QVERIFY(shownText(*m_bench->dialog())
                    .contains(qtTrId("shared.gets.invited").arg(SharedAccountBench::portal)));
        m_bench->go(qtTrId("shared.go", 1))->click();
        QCOMPARE(m_bench->bench.decisions.strengths().first(), SignInStrength::Ordinary);
    }

    void paymentRight_asksForAStrongSignIn()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).rights[1].payment = true;
        });
        m_bench->openShared();
        m_bench->search(QStringLiteral("roche"));
        m_bench->go(qtTrId("shared.go", 1))->click();
        QCOMPARE(m_bench->bench.decisions.strengths().first(), SignInStrength::HighEffect);
    }

    void enter_decidesNothing()
    {
        m_bench->openShared();
        m_bench->search(QStringLiteral("roche"));
        QTest::keyClick(m_bench->field(), Qt::Key_Return);
        QTest::keyClick(m_bench->dialog()->findChild<QDateEdit*>(), Qt::Key_Return);
        settle();
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
        QVERIFY(m_bench->dialog());
    }

    void keeping_asksForAReason()
    {
        m_bench->openShared();
        m_bench->choose(qtTrId("shared.o2"));
        QVERIFY(!m_bench->field()->isVisible());
        m_bench->go(qtTrId("shared.keep"))->click();
        settle();
        QVERIFY(m_bench->page->findChild<ui::SetAsideDialog*>());
    }

    void closing_isOneDecision()
    {
        m_bench->openShared();
        m_bench->choose(qtTrId("shared.o3"));
        keepPicture(*m_bench->dialog(), QStringLiteral("shared-account-closing"));
        m_bench->go(qtTrId("shared.go.close"))->click();
        QCOMPARE(m_bench->onlyDecision().kind, DecisionKind::CloseAccount);
        QCOMPARE(m_bench->onlyDecision().target, SharedAccountBench::compta);
    }

    void ownAccount_canOnlyBeKept()
    {
        m_bench->change([](CompanySnapshot& snapshot) {
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).mine = true;
        });
        m_bench->openShared();
        QVERIFY(!m_bench->radio(qtTrId("shared.o1"))->isEnabled());
        QVERIFY(m_bench->radio(qtTrId("shared.o2"))->isChecked());
        QVERIFY(!m_bench->radio(qtTrId("shared.o3"))->isEnabled());
        QVERIFY(shownText(*m_bench->dialog()).contains(qtTrId("acc.sheet.own")));
    }

    void everySize_hasNoFault_data() { SharedAccountBench::everySizeRows(); }
    void everySize_hasNoFault()
    {
        m_bench->openPageAsRow();
        m_bench->openShared();
        m_bench->search(QStringLiteral("roche"));
        SharedAccountBench::linkNamed(*m_bench->dialog(), qtTrId("shared.who.rights"))->click();
        // What the form says of a day that comes too early, of an address, and of somebody.
        m_bench->dialog()->findChild<QDateEdit*>()->setDate(QDate(2026, 11, 24));
        m_bench->addOther(QStringLiteral("Marc Noël"), QStringLiteral("marc@cabinet"));
        settle();
        keepPicture(*m_bench->dialog(), QStringLiteral("shared-account-") +
                                            QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
        QCOMPARE(clippedTexts(*m_bench->dialog()), QByteArray());
        QCOMPARE(layoutFaults(*m_bench->dialog()), QByteArray());
    }

private:
    std::unique_ptr<SharedAccountBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SharedAccountTest)
#include "SharedAccountTest.moc"

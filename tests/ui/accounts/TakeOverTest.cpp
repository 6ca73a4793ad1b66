// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountDialog.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/TakeOverDialog.h"
#include "ui/sheets/SuccessorSearch.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/SegmentedControl.h"

#include <QTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

/// Laurent Bouvier's, who has left and whom nobody replaces.
const QString bouvier = QStringLiteral("net_entreprises:NET-d119f446");
const QString haddad = QStringLiteral("net_entreprises:NET-4d144a05");
const QString portal = QStringLiteral("net-entreprises.fr");

PortalAccount& accountOf(CompanySnapshot& snapshot, const QString& id)
{
    const auto found = std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                                    [&id](const auto& one) { return one.id == id; });
    Q_ASSERT(found != snapshot.accounts.end());
    return snapshot.accounts[found - snapshot.accounts.begin()];
}

} // namespace

/// V-33: the director takes over from an administrator who has left, or names somebody.
class TakeOverTest final : public QObject
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

    void somebodyElse_isSearchedAndNamed()
    {
        openTakeOver();
        chooseOther();
        QVERIFY(!go(qtTrId("take.go.other"))->isEnabled());
        search(QStringLiteral("haddad"));
        const QStringList read = said().split(u'\n');
        QVERIFY(read.contains(qtTrId("take.effect").arg(role(), portal, places())));
        QVERIFY(read.contains(qtTrId("take.effect.after").arg(portal, QStringLiteral("Laurent Bouvier"))));
        QVERIFY(!said().contains(qtTrId("take.effect.sole").arg(QStringLiteral("Laurent Bouvier"))));
        keepPicture(*dialog(), QStringLiteral("account-takeover"));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        QCOMPARE(namelessControls(*dialog()), QByteArray());
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        go(qtTrId("take.go.other"))->click();

        const Decision sent = onlyDecision();
        QCOMPARE(sent.kind, DecisionKind::NameAdministrator);
        QCOMPARE(sent.target, bouvier);
        QCOMPARE(sent.successor, haddad);
        QCOMPARE(sent.targetVersion, accountOf(m_shown, bouvier).version);
        QVERIFY(sent.shown.contains(QStringLiteral("Karim Haddad")));
        QCOMPARE(m_bench->decisions.strengths().first(), SignInStrength::HighEffect);
        QCOMPARE(m_bench->decisions.pending().first().person, QStringLiteral("Karim Haddad"));
        // On its way: nobody else is named meanwhile.
        settle();
        open(bouvier);
        QVERIFY(!taking());
        QVERIFY(shownText(*sheet()).contains(qtTrId("take.onitsway")));
    }

    void oneself_takesOverAtOnce()
    {
        change([](CompanySnapshot& snapshot) {
            accountOf(snapshot, haddad).mine = true;
            accountOf(snapshot, haddad).certification = AccountCertification::Certified;
        });
        openTakeOver();
        QVERIFY(!said().contains(qtTrId("take.self.none").arg(portal)));
        QVERIFY(!field()->isVisible());
        QVERIFY(said().contains(qtTrId("take.effect").arg(role(), portal, places())));
        go(qtTrId("take.go.self"))->click();
        QCOMPARE(onlyDecision().successor, haddad);
    }

    void severalAccountsOfOnesOwn_areTold_theCertifiedOneFirst()
    {
        m_shown = *m_bench->workspace.snapshot();
        const QString other = QStringLiteral("net_entreprises:") + vasseur();
        change([&other](CompanySnapshot& snapshot) {
            // As the service marks them: of one name, of which one is certified for whoever signed in.
            for (const QString& id : {haddad, other}) {
                accountOf(snapshot, id).mine = true;
                accountOf(snapshot, id).holderName = QStringLiteral("Claire Fabre");
                accountOf(snapshot, id).certification =
                    id == other ? AccountCertification::Certified : AccountCertification::NotCertified;
            }
        });
        openTakeOver();
        const PortalAccount sure = accountOf(m_shown, other);
        const PortalAccount namesake = accountOf(m_shown, haddad);
        auto* list = dialog()->findChild<ui::ComboBox*>();
        QVERIFY(list && list->isVisible());
        QVERIFY(list->count() >= 2);
        QVERIFY(list->itemText(0).contains(sure.email));
        QVERIFY(said().contains(sure.portalAccountId) && said().contains(sure.email));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        QCOMPARE(namelessControls(*dialog()), QByteArray());
        keepPicture(*dialog(), QStringLiteral("account-takeover-several"));
        list->setCurrentIndex(list->findText(namesake.email, Qt::MatchContains));
        settle();
        go(qtTrId("take.go.self"))->click();
        const Decision sent = onlyDecision();
        QCOMPARE(sent.successor, haddad);
        QVERIFY(sent.shown.contains(namesake.portalAccountId));
        QVERIFY(sent.shown.contains(namesake.email));
    }

    void oneselfWithoutAnAccountThere_getsOne()
    {
        openTakeOver();
        const PortalAccount own = *std::find_if(m_shown.accounts.cbegin(), m_shown.accounts.cend(),
                                                [](const PortalAccount& one) { return one.mine; });
        QVERIFY(own.portal != QLatin1String("net_entreprises"));
        QVERIFY(said().contains(qtTrId("take.effect.new").arg(own.email)));
        keepPicture(*dialog(), QStringLiteral("account-takeover-new"));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        go(qtTrId("take.go.self"))->click();
        QCOMPARE(onlyDecision().successor, own.id);
        QVERIFY(onlyDecision().shown.contains(own.email));
    }

    void directorWithoutAnyAccount_isToldToRegister()
    {
        change([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                account.mine = false;
            }
        });
        openTakeOver();
        QVERIFY(said().contains(qtTrId("take.self.none").arg(portal)));
        QVERIFY(field()->isVisible());
    }

    void oneselfOrSomebodyElse_isAChoice()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, haddad).mine = true; });
        openTakeOver();
        QVERIFY(!field()->isVisible());
        chooseOther();
        QVERIFY(field()->isVisible());
        QVERIFY(!go(qtTrId("take.go.other"))->isEnabled());
        search(QStringLiteral("vasseur"));
        go(qtTrId("take.go.other"))->click();
        QCOMPARE(onlyDecision().successor, QStringLiteral("net_entreprises:") + vasseur());
    }

    void soleRole_saysWhoLosesIt()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, bouvier).soleRole = true; });
        openTakeOver();
        search(QStringLiteral("haddad"));
        QVERIFY(said().contains(qtTrId("take.effect.sole").arg(QStringLiteral("Laurent Bouvier"))));
    }

    void enterInTheSearch_namesNobody()
    {
        openTakeOver();
        search(QStringLiteral("haddad"));
        QTest::keyClick(field(), Qt::Key_Return);
        settle();
        QVERIFY(m_bench->decisions.submitted().isEmpty());
        QVERIFY(dialog());
    }

    void nobodyThere_saysWhatToDoFirst()
    {
        change([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                if (account.id != bouvier) {
                    account.state = AccountState::Closed;
                }
            }
        });
        openTakeOver();
        QVERIFY(said().contains(qtTrId("take.nobody").arg(portal)));
        QVERIFY(!go(qtTrId("take.go.other"))->isEnabled());
    }

    void administratorMeanwhile_nothingIsSent()
    {
        openTakeOver();
        search(QStringLiteral("haddad"));
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, haddad).administratorRole = true; });
        go(qtTrId("take.go.other"))->click();
        QVERIFY(m_bench->decisions.submitted().isEmpty());
    }

    void asked_waitsForThePortal()
    {
        substitution(SubstitutionState::Requested, -3600);
        open(bouvier);
        QVERIFY(!taking());
        const QString words = shownText(*sheet());
        QVERIFY(words.contains(qtTrId("take.status")));
        QVERIFY(words.contains(QStringLiteral("Karim Haddad")));
        QVERIFY(!words.contains(qtTrId("take.late")));
        QCOMPARE(clippedTexts(*sheet()), QByteArray());
        keepPicture(*sheet(), QStringLiteral("account-takeover-asked"));
    }

    void late_canBeAskedAgain_data()
    {
        QTest::addColumn<SubstitutionState>("state");
        QTest::newRow("unanswered") << SubstitutionState::Requested;
        QTest::newRow("taken, and not shown") << SubstitutionState::Taken;
    }
    void late_canBeAskedAgain()
    {
        QFETCH(SubstitutionState, state);
        substitution(state, -3LL * 24 * 3600);
        open(bouvier);
        QVERIFY(taking());
        QVERIFY(shownText(*sheet()).contains(qtTrId("take.late")));
    }

    void refused_saysWhyAndWhatToDo()
    {
        substitution(SubstitutionState::Failed, -3600);
        change([](CompanySnapshot& snapshot) {
            accountOf(snapshot, bouvier).portalMessage = QStringLiteral("<b>Dossier incomplet</b>.");
        });
        open(bouvier);
        QVERIFY(taking());
        const QString words = shownText(*sheet());
        QVERIFY2(words.contains(QStringLiteral("<b>Dossier incomplet</b>")), qUtf8Printable(words));
        QVERIFY(words.contains(QStringLiteral("Karim Haddad")));
    }

    void portalWithoutSuchOrders_saysWhomToAsk()
    {
        change([](CompanySnapshot& snapshot) {
            for (Portal& one : snapshot.portals) {
                one.namesAdministrators = false;
            }
        });
        open(bouvier);
        QVERIFY(!taking());
        QVERIFY(shownText(*sheet()).contains(qtTrId("take.notbyprogram").arg(portal)));
    }

    void roleWithoutACode_cannotBeGiven()
    {
        change([](CompanySnapshot& snapshot) { accountOf(snapshot, bouvier).roleCode.clear(); });
        open(bouvier);
        QVERIFY(!taking());
        QVERIFY(shownText(*sheet()).contains(qtTrId("take.norole").arg(portal)));
    }

    void accountThatNobodyIsNamedFor_canBeTakenOver()
    {
        const QString urssaf = QStringLiteral("urssaf:URS-13bd1cf4");
        const QString address = QStringLiteral("compta@fabre-filles.example");
        change([&](CompanySnapshot& snapshot) {
            accountOf(snapshot, urssaf).holderName.clear();
            accountOf(snapshot, urssaf).email = address;
        });
        open(urssaf);
        QVERIFY(taking());
        taking()->click();
        settle();
        QVERIFY(said().contains(qtTrId("take.lead.unnamed").arg(address)));
        go(qtTrId("take.go.self"))->click();
        QCOMPARE(onlyDecision().target, urssaf);
    }

    void otherAccounts_haveNoSuchButton()
    {
        open(haddad);
        QVERIFY(!taking());
        QVERIFY(!shownText(*sheet()).contains(qtTrId("take.status")));
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
    void substitution(SubstitutionState state, qint64 seconds)
    {
        const QDateTime at = m_bench->clock.now().addSecs(seconds);
        change([&](CompanySnapshot& snapshot) {
            PortalAccount& orphan = accountOf(snapshot, bouvier);
            orphan.substitution =
                Substitution{haddad, orphan.roleCode, QStringLiteral("Claire Fabre"), at, state};
        });
    }
    void open(const QString& account)
    {
        m_shown = *m_bench->workspace.snapshot();
        delete sheet();
        m_page->showTarget(account);
        QTest::keyClick(m_page->findChild<ui::AccountTreeView*>(), Qt::Key_Delete);
        settle();
        QVERIFY(sheet());
    }
    void openTakeOver()
    {
        open(bouvier);
        QVERIFY(taking());
        taking()->click();
        settle();
        QVERIFY(dialog());
    }
    void chooseOther()
    {
        auto* who = dialog()->findChild<ui::SegmentedControl*>();
        QVERIFY(who);
        who->setCurrent(1);
        Q_EMIT who->chosen(1);
        settle();
    }
    void search(const QString& words)
    {
        if (!field()->isVisible()) {
            chooseOther();
        }
        field()->setFocus();
        QTest::keyClicks(field(), words);
        QTest::keyClick(field(), Qt::Key_Return);
        settle();
    }
    [[nodiscard]] Decision onlyDecision() const
    {
        return m_bench->decisions.submitted().size() == 1 ? m_bench->decisions.submitted().first()
                                                          : Decision();
    }
    [[nodiscard]] ui::AccountDialog* sheet() const { return m_page->findChild<ui::AccountDialog*>(); }
    [[nodiscard]] ui::TakeOverDialog* dialog() const { return m_page->findChild<ui::TakeOverDialog*>(); }
    [[nodiscard]] ui::SuccessorSearch* field() const { return dialog()->findChild<ui::SuccessorSearch*>(); }
    [[nodiscard]] ui::Button* taking() const { return buttonNamed(*sheet(), qtTrId("take.open")); }
    [[nodiscard]] ui::Button* go(const QString& text) const { return buttonNamed(*dialog(), text); }
    [[nodiscard]] QString said() const { return shownText(*dialog()); }
    [[nodiscard]] QString role() { return accountOf(m_shown, bouvier).roleLabel; }
    [[nodiscard]] QString places()
    {
        return ui::CompanyText(m_shown).establishments(accountOf(m_shown, bouvier).sirets);
    }
    [[nodiscard]] QString vasseur()
    {
        const auto found =
            std::find_if(m_shown.accounts.cbegin(), m_shown.accounts.cend(), [](const PortalAccount& one) {
                return one.portal == QLatin1String("net_entreprises") &&
                       one.holderName == QStringLiteral("Chloé Vasseur");
            });
        return found->portalAccountId;
    }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<ui::AccountsPage> m_page;
    CompanySnapshot m_shown; ///< when the sheet was opened
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::TakeOverTest)
#include "TakeOverTest.moc"

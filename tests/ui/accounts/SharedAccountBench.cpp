// SPDX-License-Identifier: MIT
#include "tests/ui/accounts/SharedAccountBench.h"

#include "ui/accounts/AccountTreeView.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {

const QString SharedAccountBench::compta = QStringLiteral("net_entreprises:NET-c0mpta");
const QString SharedAccountBench::haddad = QStringLiteral("net_entreprises:NET-4d144a05");
const QString SharedAccountBench::portal = QStringLiteral("net-entreprises.fr");
const QString SharedAccountBench::address = QStringLiteral("compta@fabre-filles.example");

namespace {

PortalAccount shared(CompanySnapshot& snapshot)
{
    PortalAccount made = SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad);
    made.id = SharedAccountBench::compta;
    made.portalAccountId = QStringLiteral("NET-c0mpta");
    made.holderName.clear();
    made.email = SharedAccountBench::address;
    made.roleCode = QStringLiteral("DECLARANT");
    made.roleLabel = QStringLiteral("Déclarant");
    made.administratorRole = false;
    made.rights = {{QStringLiteral("DSN"), QStringLiteral("Déclaration sociale nominative"), false},
                   {QStringLiteral("DPAE"), QStringLiteral("Déclaration préalable à l’embauche"), false}};
    made.sirets = {QStringLiteral("00005826300013"), QStringLiteral("00005826300021")};
    made.signalList = {AccountSignal::GenericAddress, AccountSignal::SeveralOrigins};
    made.originCount = 3;
    return made;
}

} // namespace

SharedAccountBench::SharedAccountBench()
{
    bench.session.signIn(demonstrationProfile());
    CompanySnapshot snapshot = demonstrationSnapshot();
    snapshot.accounts += shared(snapshot);
    bench.workspace.show(snapshot);
    openPage(944, 740);
}

PortalAccount& SharedAccountBench::accountOf(CompanySnapshot& snapshot, const QString& id)
{
    const auto found = std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                                    [&id](const auto& one) { return one.id == id; });
    Q_ASSERT(found != snapshot.accounts.end());
    return snapshot.accounts[found - snapshot.accounts.begin()];
}

void SharedAccountBench::openPage(int width, int height)
{
    page = std::make_unique<ui::AccountsPage>(bench.services);
    page->resize(width, height);
    page->setWidthClass(ui::WidthClass::Normal);
    page->refresh();
    page->show();
    settle();
}

void SharedAccountBench::everySizeRows()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::newRow("small") << 1.0 << false << QStringLiteral("fr");
    QTest::newRow("text 200 %") << 2.0 << false << QStringLiteral("fr");
    QTest::newRow("dark") << 1.0 << true << QStringLiteral("fr");
    QTest::newRow("English") << 1.0 << false << QStringLiteral("en");
}

void SharedAccountBench::openPageAsRow()
{
    QFETCH(const double, scale);
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    page.reset();
    bench.theme.setTextScale(scale);
    bench.theme.setMode(dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    bench.language.use(language);
    openPage(1024, 640);
}

void SharedAccountBench::underWay(DepartureStepState state, int days)
{
    change([&, this](CompanySnapshot& snapshot) {
        Departure wayOut;
        wayOut.id = QStringLiteral("7f3a2a56-1d5c-4a6f-9a44-3f0c3ab0c0de");
        wayOut.person = address;
        wayOut.state = DepartureState::Scheduled;
        wayOut.startedBy = QStringLiteral("Claire Fabre");
        wayOut.startedAt = bench.clock.now().addDays(-2);
        wayOut.at = bench.clock.now().addDays(days);
        wayOut.receiptNumber = QStringLiteral("RC-2026-000321");
        DepartureStep step;
        step.account = compta;
        step.portal = QStringLiteral("net_entreprises");
        step.state = state;
        wayOut.steps = {step};
        wayOut.newcomers = {
            {{QStringLiteral("Marc Noël"), QStringLiteral("marc@fabre-filles.example"), {}, {}},
             NewcomerState::Invited},
            {{QStringLiteral("Zoé Blanc"), QStringLiteral("zoe@fabre-filles.example"), {}, {}},
             NewcomerState::Failed,
             QStringLiteral("Dossier <b>incomplet</b>.")}};
        snapshot.waysOut = {wayOut};
        accountOf(snapshot, compta).state = AccountState::ClosureScheduled;
    });
}

void SharedAccountBench::openSheet()
{
    delete sheet();
    page->showTarget(compta);
    QTest::keyClick(page->findChild<ui::AccountTreeView*>(), Qt::Key_Return);
    settle();
}

void SharedAccountBench::openShared()
{
    openSheet();
    auto* choosing = buttonNamed(*sheet(), qtTrId("shared.choose"));
    Q_ASSERT(choosing);
    choosing->click();
    settle();
}

void SharedAccountBench::search(const QString& words)
{
    field()->setFocus();
    QTest::keyClicks(field(), words);
    QTest::keyClick(field(), Qt::Key_Return);
    settle();
}

void SharedAccountBench::addOther(const QString& name, const QString& mail)
{
    QList<QLineEdit*> fields = dialog()->findChildren<QLineEdit*>();
    fields.removeIf([](const QLineEdit* one) {
        return one->accessibleName() != qtTrId("shared.who.name") &&
               one->accessibleName() != qtTrId("shared.who.email");
    });
    Q_ASSERT(fields.size() == 2);
    fields.at(0)->setText(name);
    fields.at(1)->setText(mail);
    buttonNamed(*dialog(), qtTrId("shared.who.add"))->click();
    settle();
}

void SharedAccountBench::choose(const QString& name)
{
    radio(name)->click();
    settle();
}

QRadioButton* SharedAccountBench::radio(const QString& name) const
{
    const auto all = dialog()->findChildren<QRadioButton*>();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&name](const QRadioButton* one) { return one->text() == name; });
    return found == all.cend() ? nullptr : *found;
}

ui::LinkButton* SharedAccountBench::linkNamed(const QWidget& root, const QString& name)
{
    const auto all = root.findChildren<ui::LinkButton*>();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&name](const ui::LinkButton* one) { return one->text() == name; });
    return found == all.cend() ? nullptr : *found;
}

Decision SharedAccountBench::onlyDecision() const
{
    return bench.decisions.submitted().size() == 1 ? bench.decisions.submitted().first() : Decision();
}

ui::WayOutDialog* SharedAccountBench::follow()
{
    openSheet();
    buttonNamed(*sheet(), qtTrId("shared.status.follow"))->click();
    settle();
    return page->findChild<ui::WayOutDialog*>();
}

} // namespace proconnect::tests

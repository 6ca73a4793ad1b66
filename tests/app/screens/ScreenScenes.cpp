// SPDX-License-Identifier: MIT
#include "tests/app/screens/ScreenScenes.h"

#include "tests/app/screens/AccountScenes.h"
#include "tests/app/screens/DepartureScenes.h"
#include "tests/ui/fakes/SampleDelegations.h"
#include "ui/shell/CompanyPopup.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/SideMenu.h"
#include "ui/sign_in/OtherPersonDialog.h"
#include "ui/widgets/CodeField.h"
#include "ui/widgets/Dialog.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace proconnect::tests {
namespace {

const QString siren = QStringLiteral("000058263");
const QString longName =
    QStringLiteral("Société coopérative d’aménagement et de menuiserie des Monts du Lyonnais");

CompanyCheck checkOf(CheckResult result)
{
    CompanyCheck check;
    check.siren = siren;
    check.result = result;
    check.name = longName;
    check.address = QStringLiteral("128 bis avenue du Maréchal-de-Lattre-de-Tassigny, 69009 Lyon");
    check.activity = QStringLiteral("Travaux de menuiserie bois et PVC");
    check.function = QStringLiteral("présidente du conseil d’administration");
    check.source = RegistrySource::Rne;
    check.checkedAt = demonstrationNow();
    check.reviewReference = QStringLiteral("EX-2026-000042");
    check.reviewSendable = true;
    check.identity =
        CheckedIdentity{QStringLiteral("DE LA ROCHEFOUCAULD-MONTMORENCY"),
                        QStringLiteral("FABRE"),
                        QStringLiteral("Marie-Clémentine Anne Joséphine"),
                        QStringLiteral("female"),
                        QStringLiteral("1982-11-03"),
                        QStringLiteral("69266"),
                        QStringLiteral("99100"),
                        QStringLiteral("marieclementine.delarochefoucauldmontmorency@menuiserie.example"),
                        QStringLiteral("VILLEURBANNE")};
    return check;
}

template <typename Change>
void showChanged(ScreenStage& stage, Change change)
{
    CompanySnapshot snapshot = longNamedSnapshot();
    change(snapshot);
    stage.bench.workspace.show(snapshot);
}

void nothingThere(CompanySnapshot& snapshot)
{
    snapshot.requests.clear();
    snapshot.accounts.clear();
    snapshot.contactEmail = {};
}

QString firstId(bool (*wanted)(const AccessRequest&))
{
    const CompanySnapshot snapshot = longNamedSnapshot();
    const auto found = std::find_if(snapshot.requests.cbegin(), snapshot.requests.cend(), wanted);
    return found == snapshot.requests.cend() ? QString() : found->id;
}

QWidget& page(ScreenStage& stage, const char* id, const QString& target = {})
{
    stage.open(QString::fromLatin1(id), target);
    return stage.window();
}

QWidget& signInFailed(ScreenStage& stage)
{
    stage.bench.session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
    stage.bench.session.abandonSignIn({FailureCode::IdentityProviderUnavailable, {}, {}});
    settle();
    return stage.window();
}

QWidget& otherPerson(ScreenStage& stage)
{
    page(stage, "home");
    Q_EMIT stage.bench.session.signInFailed(
        {FailureCode::SignInOtherPerson, {}, QStringLiteral("Bernard de La Rochefoucauld-Montmorency")});
    settle();
    return stage.dialog();
}

QWidget& memoryOnly(ScreenStage& stage)
{
    page(stage, "home");
    stage.bench.session.setKeeping(SecretKeeping::MemoryOnly);
    settle();
    return stage.window();
}

QWidget& offline(ScreenStage& stage)
{
    page(stage, "requests");
    stage.bench.workspace.setConnection(Workspace::Connection::Offline);
    settle();
    return stage.window();
}

QWidget& accepted(ScreenStage& stage)
{
    page(stage, "home");
    stage.click(qtTrId("req.accept"));
    return stage.window();
}

QWidget& refusal(ScreenStage& stage)
{
    page(stage, "requests", firstId([](const AccessRequest& one) { return one.open(); }));
    stage.click(QString(qtTrId("req.refuse.key")).remove(u'&'));
    return stage.dialog();
}

QWidget& until(ScreenStage& stage)
{
    page(stage, "requests",
         firstId([](const AccessRequest& one) { return one.open() && one.risks.isEmpty(); }));
    stage.click(QString(qtTrId("req.until.key")).remove(u'&'));
    return stage.dialog();
}

QWidget& leaving(ScreenStage& stage)
{
    accepted(stage);
    stage.window().close();
    settle();
    return stage.dialog();
}

QWidget& account(ScreenStage& stage)
{
    const CompanySnapshot snapshot = longNamedSnapshot();
    const auto found =
        std::find_if(snapshot.accounts.cbegin(), snapshot.accounts.cend(), [](const auto& one) {
            return one.openAccount() && one.holderName.startsWith(QStringLiteral("Marie-Clémentine"));
        });
    page(stage, "accounts", found->id);
    QTest::keyClick(stage.window().findChild<QTreeView*>(), Qt::Key_Delete);
    settle();
    return stage.dialog();
}

QWidget& sources(ScreenStage& stage)
{
    stage.window().resize(stage.window().size().boundedTo(QSize(1024, 800))); // where they are a click away
    page(stage, "accounts");
    stage.click(qtTrId("acc.sources.link"));
    return stage.dialog();
}

QWidget& portalDown(ScreenStage& stage)
{
    showChanged(stage, [](CompanySnapshot& snapshot) {
        snapshot.sources[1].state = PortalSource::State::Unreachable;
        snapshot.sources[1].asOf = demonstrationNow().addDays(-1);
        snapshot.sources[1].failingSince = demonstrationNow().addSecs(-3600);
    });
    return page(stage, "accounts");
}

QWidget& code(ScreenStage& stage)
{
    page(stage, "contact-email");
    auto* field = stage.window().findChild<QLineEdit*>();
    field->setText(QStringLiteral("direction@fabre-filles.example"));
    stage.click(QString(qtTrId("mail.send.key")).remove(u'&'));
    stage.bench.contactEmail.answerSend(
        EmailVerification{QStringLiteral("v"), field->text(), demonstrationNow().addSecs(1760), 5});
    stage.window().findChild<ui::CodeField*>()->setText(QStringLiteral("4071"));
    settle();
    return stage.window();
}

QWidget& former(ScreenStage& stage)
{
    page(stage, "home");
    UserProfile profile = stage.bench.session.profile();
    profile.companies[0].mandateEnded = true;
    profile.companies[0].mandateEndedAt = demonstrationNow().addDays(-3);
    stage.bench.session.setProfile(profile);
    OwnReceipts own;
    own.siren = profile.companies[0].siren;
    OwnReceipt closing;
    closing.receipt = {QStringLiteral("id"), demonstrationNow().addDays(-4), QStringLiteral("RC-2026-000123"),
                       QStringLiteral("K7PM-2W4X-9RTC-QQ3Z")};
    closing.kind = DecisionKind::CloseAccount;
    closing.shown = qtTrId("acc.close.c");
    closing.acknowledgedAt = demonstrationNow().addDays(-4);
    own.receipts = {closing, closing};
    stage.bench.companies.answerReceipts(own);
    settle();
    return stage.window();
}

QWidget& administrators(ScreenStage& stage)
{
    page(stage, "administrators");
    DelegationList list{{sampleDelegation(QStringLiteral("1"), DelegationState::ToConfirm),
                         sampleDelegation(QStringLiteral("2")),
                         sampleDelegation(QStringLiteral("3"), DelegationState::Proposed),
                         sampleDelegation(QStringLiteral("4"), DelegationState::Suspended),
                         sampleDelegation(QStringLiteral("5"), DelegationState::Lapsed)}};
    list.delegations[0].terms.givenName = QStringLiteral("Marie-Clémentine");
    list.delegations[0].terms.familyName = QStringLiteral("de La Rochefoucauld-Montmorency");
    list.delegations[0].terms.email =
        QStringLiteral("marieclementine.delarochefoucauldmontmorency@menuiserie-fabre-filles.example");
    stage.bench.delegations.answerList(list);
    settle();
    return stage.window();
}

QWidget& endDelegation(ScreenStage& stage)
{
    administrators(stage);
    stage.click(qtTrId("adm.lapse"));
    return stage.dialog();
}

QWidget& settings(ScreenStage& stage)
{
    page(stage, "settings");
    stage.bench.devices.answer(DeviceSessions{
        {{QStringLiteral("1"), QStringLiteral("poste-de-direction · Debian GNU/Linux 12"),
          demonstrationNow().addSecs(-600), demonstrationNow(), true},
         {QStringLiteral("2"),
          QStringLiteral("portable-marie-clementine-de-la-rochefoucauld · Windows 11 Version 23H2"),
          demonstrationNow().addDays(-3), demonstrationNow().addDays(-1)}}});
    settle();
    return stage.window();
}

QWidget& endDevice(ScreenStage& stage)
{
    settings(stage);
    stage.click(qtTrId("dev.end"));
    return stage.dialog();
}

QWidget& companies(ScreenStage& stage)
{
    page(stage, "home");
    stage.window().findChild<ui::SideMenu*>()->openCompanies();
    settle();
    return *stage.window().findChild<ui::CompanyPopup*>();
}

template <CheckResult Result>
QWidget& checked(ScreenStage& stage)
{
    stage.attach(checkOf(Result));
    return stage.window();
}

} // namespace

const std::vector<ScreenScene>& screenScenes()
{
    static const std::vector<ScreenScene> scenes = withAccounts(withDepartures({
        {"C-20", [](ScreenStage& stage) -> QWidget& { return stage.window(); }},
        {"C-20 failure", signInFailed},
        {"C-21 other person", otherPerson},
        {"C-22", [](ScreenStage& stage) -> QWidget& { return stage.attach({}), stage.window(); }},
        {"C-22 memory only",
         [](ScreenStage& stage) -> QWidget& {
             stage.attach({});
             stage.bench.session.setKeeping(SecretKeeping::MemoryOnly);
             settle();
             return stage.window();
         }},
        {"C-22 found", checked<CheckResult::Certified>},
        {"C-22 unknown", checked<CheckResult::Unknown>},
        {"C-24 not director", checked<CheckResult::NotDirector>},
        {"C-24 review", checked<CheckResult::NeedsReview>},
        {"C-28",
         [](ScreenStage& stage) -> QWidget& {
             stage.attach({});
             stage.click(qtTrId("attach.invited"));
             return stage.dialog();
         }},
        {"C-25",
         [](ScreenStage& stage) -> QWidget& {
             page(stage, "home");
             stage.bench.workstation.setLocked(true);
             settle();
             return stage.window();
         }},
        {"C-26", companies},
        {"A-10", [](ScreenStage& stage) -> QWidget& { return page(stage, "home"); }},
        {"A-10 nothing",
         [](ScreenStage& stage) -> QWidget& {
             return showChanged(stage, nothingThere), page(stage, "home");
         }},
        {"A-10 memory only", memoryOnly},
        {"D-01", [](ScreenStage& stage) -> QWidget& { return page(stage, "requests"); }},
        {"D-01 nothing",
         [](ScreenStage& stage) -> QWidget& {
             return showChanged(stage, nothingThere), page(stage, "requests");
         }},
        {"D-01 offline", offline},
        {"D-02",
         [](ScreenStage& stage) -> QWidget& {
             return page(stage, "requests", firstId([](const AccessRequest& one) { return one.open(); }));
         }},
        {"D-02 risk",
         [](ScreenStage& stage) -> QWidget& {
             return page(stage, "requests", firstId([](const AccessRequest& one) {
                             return one.open() && one.risks.contains(RiskFact::UnknownRequester);
                         }));
         }},
        {"D-05",
         [](ScreenStage& stage) -> QWidget& {
             return page(stage, "requests", firstId([](const AccessRequest& one) {
                             return one.state == RequestState::Refused;
                         }));
         }},
        {"D-03", refusal},
        {"D-04", accepted},
        {"D-04 leaving", leaving},
        {"D-06", until},
        {"V-30", [](ScreenStage& stage) -> QWidget& { return page(stage, "accounts"); }},
        {"V-30 portal down", portalDown},
        {"V-30 sources", sources},
        {"V-30 nothing",
         [](ScreenStage& stage) -> QWidget& {
             return showChanged(stage, nothingThere), page(stage, "accounts");
         }},
        {"V-33", account},
        {"M-50", [](ScreenStage& stage) -> QWidget& { return page(stage, "certification"); }},
        {"E-55", [](ScreenStage& stage) -> QWidget& { return page(stage, "contact-email"); }},
        {"E-56", code},
        {"L-60", administrators},
        {"L-60 nothing",
         [](ScreenStage& stage) -> QWidget& {
             page(stage, "administrators");
             stage.bench.delegations.answerList(DelegationList{});
             settle();
             return stage.window();
         }},
        {"L-62", endDelegation},
        {"S-80", settings},
        {"S-82", endDevice},
        {"X-98", former},
    }));
    return scenes;
}

} // namespace proconnect::tests

// SPDX-License-Identifier: MIT
#include "tests/app/screens/AccountScenes.h"

#include "tests/ui/fakes/SampleDepartures.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/widgets/Dialog.h"

#include <QLineEdit>
#include <QtTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

QWidget& sharedAccount(ScreenStage& stage)
{
    const CompanySnapshot company = longNamedSnapshot();
    const auto found = std::find_if(company.accounts.cbegin(), company.accounts.cend(),
                                    [](const auto& one) { return one.openAccount() && one.shared(); });
    stage.open(QStringLiteral("accounts"), found->id);
    QTest::keyClick(stage.window().findChild<ui::AccountTreeView*>(), Qt::Key_Return);
    settle();
    stage.click(qtTrId("shared.choose"));
    return stage.dialog();
}

/// Somebody whose address is not complete is being added.
QWidget& accountForEach(ScreenStage& stage)
{
    QWidget& dialog = sharedAccount(stage);
    for (QLineEdit* field : dialog.findChildren<QLineEdit*>()) {
        if (field->accessibleName() == qtTrId("shared.who.name")) {
            field->setText(QStringLiteral("Marie-Clémentine de La Rochefoucauld-Montmorency"));
        } else if (field->accessibleName() == qtTrId("shared.who.email")) {
            field->setText(QStringLiteral("marie-clementine@"));
        }
    }
    stage.click(qtTrId("shared.who.add"));
    settle();
    return dialog;
}

QWidget& importing(ScreenStage& stage)
{
    stage.open(QStringLiteral("accounts"));
    stage.click(qtTrId("imp.button"));
    return stage.dialog();
}

CompanySnapshot replacedCompany()
{
    CompanySnapshot company = longNamedSnapshot();
    Departure replacement = sampleReplacement(DepartureStepState::Failed);
    replacement.person = QStringLiteral("Marie-Clémentine de La Rochefoucauld-Montmorency");
    replacement.steps.first().portalMessage = QStringLiteral(
        "Le titulaire ne peut être retiré qu’après la désignation d’un autre titulaire auprès du service.");
    company.waysOut = {replacement};
    for (AccessRequest& request : company.requests) {
        if (request.id == replacement.request) {
            request.state = RequestState::Accepted;
            request.handBack = HandBack::Acknowledged;
            request.decidedBy = replacement.startedBy;
            request.decidedAt = replacement.startedAt;
        }
    }
    return company;
}

QWidget& home(ScreenStage& stage)
{
    stage.bench.workspace.show(replacedCompany());
    stage.open(QStringLiteral("home"));
    return stage.window();
}

QWidget& replaced(ScreenStage& stage)
{
    const CompanySnapshot company = replacedCompany();
    stage.bench.workspace.show(company);
    stage.open(QStringLiteral("requests"), company.waysOut.constFirst().request);
    return stage.window();
}

QWidget& replacing(ScreenStage& stage)
{
    CompanySnapshot company = longNamedSnapshot();
    const Departure replacement = sampleReplacement(DepartureStepState::ToDo);
    for (AccessRequest& request : company.requests) {
        if (request.id == replacement.request) {
            request.replaces = replacement.steps.constFirst().portalAccountId;
        }
    }
    stage.bench.workspace.show(company);
    stage.open(QStringLiteral("requests"), replacement.request);
    stage.click(qtTrId("repl.choose"));
    return stage.dialog();
}

QWidget& staff(ScreenStage& stage)
{
    stage.open(QStringLiteral("departure"));
    stage.click(qtTrId("staff.button"));
    return stage.dialog();
}

} // namespace

std::vector<ScreenScene> withAccounts(std::vector<ScreenScene> scenes)
{
    scenes.push_back({"A-10 replaced", home});
    scenes.push_back({"D-05 replaced", replaced});
    scenes.push_back({"D-09", replacing});
    scenes.push_back({"V-34", sharedAccount});
    scenes.push_back({"V-34 each", accountForEach});
    scenes.push_back({"V-36", importing});
    scenes.push_back({"R-40 staff", staff});
    return scenes;
}

} // namespace proconnect::tests

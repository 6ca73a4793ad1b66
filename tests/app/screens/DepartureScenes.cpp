// SPDX-License-Identifier: MIT
#include "tests/app/screens/DepartureScenes.h"

#include "tests/ui/fakes/SampleDepartures.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::tests {
namespace {

QWidget& open(ScreenStage& stage, const QString& target = {})
{
    stage.open(QStringLiteral("departure"), target);
    return stage.window();
}

/// Of everybody, the one with the most to decide: last administrator on several portals.
QWidget& leaver(ScreenStage& stage)
{
    return open(stage, QStringLiteral("person:isabelle.roche@fabre-filles.example"));
}

QWidget& withoutSuccessor(ScreenStage& stage)
{
    leaver(stage);
    stage.click(qtTrId("dep.without.act"));
    return stage.dialog();
}

QWidget& departure(ScreenStage& stage, const QList<DepartureStepState>& states)
{
    CompanySnapshot snapshot = longNamedSnapshot();
    Departure one = sampleDeparture(states);
    one.person = QStringLiteral("Marie-Clémentine de La Rochefoucauld-Montmorency");
    for (DepartureStep& step : one.steps) {
        step.portalMessage = QStringLiteral("Le titulaire ne peut être retiré qu’après la désignation "
                                            "d’un autre titulaire auprès du service des impôts.");
        step.successorName = one.person;
    }
    snapshot.departures = {one};
    snapshot.contactEmail.address = QStringLiteral("isabelle.roche@fabre-filles.example");
    stage.bench.workspace.show(snapshot);
    return open(stage, QStringLiteral("departure:") + one.id);
}

QWidget& choosing(ScreenStage& stage)
{
    departure(stage, {DepartureStepState::Requested, DepartureStepState::ToDo});
    stage.click(qtTrId("dep.bg"));
    return open(stage);
}

QWidget& nobody(ScreenStage& stage)
{
    CompanySnapshot snapshot = longNamedSnapshot();
    snapshot.accounts.clear();
    stage.bench.workspace.show(snapshot);
    return open(stage);
}

} // namespace

std::vector<ScreenScene> withDepartures(std::vector<ScreenScene> scenes)
{
    using State = DepartureStepState;
    scenes.push_back({"R-40", choosing});
    scenes.push_back({"R-40 nothing", nobody});
    scenes.push_back({"R-41", leaver});
    scenes.push_back({"R-41 without successor", withoutSuccessor});
    scenes.push_back({"R-42", [](ScreenStage& stage) -> QWidget& {
                          return departure(stage, {State::Failed, State::Requested, State::ReplacementNeeded,
                                                   State::Manual});
                      }});
    scenes.push_back({"R-43", [](ScreenStage& stage) -> QWidget& {
                          return departure(stage, {State::Confirmed, State::DeclaredDone,
                                                   State::ReplacementNeeded, State::Manual});
                      }});
    return scenes;
}

} // namespace proconnect::tests

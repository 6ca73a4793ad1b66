// SPDX-License-Identifier: MIT
// What the page of departures keeps while it is away; in memory only.
#include "ui/departure/CheckPanel.h"
#include "ui/departure/DeparturePage.h"

namespace proconnect::ui {
namespace {

/// What a page keeps of itself over a new sign-in or a change of language.
struct Draft
{
    int step = 0;
    QString siren;
    QString subject;
    QString departure;
    DepartureChoices choices;
};

} // namespace

QVariant DeparturePage::draft() const
{
    if (m_step == Step::Choosing) {
        return {};
    }
    return QVariant::fromValue(
        Draft{static_cast<int>(m_step), m_siren, m_subject, m_departure, m_check->choices()});
}

void DeparturePage::restoreDraft(const QVariant& draft)
{
    const auto kept = draft.value<Draft>();
    if (kept.siren != m_siren) {
        return;
    }
    m_subject = kept.subject;
    m_departure = kept.departure;
    m_check->setChoices(kept.choices);
    m_step = static_cast<Step>(kept.step);
    refresh();
}

} // namespace proconnect::ui

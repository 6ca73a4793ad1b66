// SPDX-License-Identifier: MIT
// What the page of departures keeps while it is away; in memory only.
#include "ui/departure/CheckPanel.h"
#include "ui/departure/DeparturePage.h"
#include "ui/departure/StaffComparison.h"

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
    QHash<QString, LeavingReason> reasons;
    QHash<QString, DepartureChoices> begun;
    QStringList picked;
};

} // namespace

QVariant DeparturePage::draft() const
{
    if (m_step == Step::Choosing && m_reasons.isEmpty() && m_begun.isEmpty() && m_staff->picked().isEmpty()) {
        return {};
    }
    return QVariant::fromValue(Draft{static_cast<int>(m_step), m_siren, m_subject, m_departure,
                                     m_check->choices(), m_reasons, m_begun, m_staff->picked()});
}

void DeparturePage::restoreDraft(const QVariant& draft)
{
    const auto kept = draft.value<Draft>();
    // Of whichever company: they are told once its data hold the departure.
    m_reasons.insert(kept.reasons);
    if (kept.siren != m_siren) {
        return;
    }
    m_begun = kept.begun;
    m_staff->setPicked(kept.picked);
    m_subject = kept.subject;
    m_departure = kept.departure;
    m_check->setChoices(kept.choices);
    m_step = static_cast<Step>(kept.step);
    refresh();
}

void DeparturePage::keepBegun()
{
    if (m_step != Step::Checking || m_plan.leaver.key.isEmpty()) {
        return;
    }
    // Which accounts are closed, and who takes over, is read again each time.
    DepartureChoices begun;
    begun.at = m_check->choices().at;
    begun.reason = m_check->choices().reason;
    if (begun == DepartureChoices()) {
        m_begun.remove(m_plan.leaver.key);
    } else {
        m_begun.insert(m_plan.leaver.key, begun);
    }
}

DepartureChoices DeparturePage::begunFor(const QString& subject) const
{
    const Leaver* leaver = snapshot() ? leaverFor(m_people, *snapshot(), subject) : nullptr;
    return leaver ? m_begun.value(leaver->key) : DepartureChoices();
}

void DeparturePage::tellReasons(const CompanySnapshot& snapshot)
{
    // The service took these while nobody listened: the page was not there.
    const QStringList kept = m_reasons.keys();
    for (const QString& id : kept) {
        const Departure* departure = departureOf(snapshot, id);
        if (departure && !tracker().progress(id)) {
            const LeavingReason reason = m_reasons.take(id);
            if (departure->reason == LeavingReason::NotSaid && isUnfinished(*departure)) {
                tellReason(snapshot.company.siren, id, reason);
            }
        }
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/accounts/NoteTaking.h"

#include "core/sync/AccountNoteDesk.h"
#include "core/sync/Workspace.h"
#include "ui/Services.h"
#include "ui/accounts/SamePersonDialog.h"
#include "ui/accounts/SetAsideDialog.h"

namespace proconnect::ui {

NoteTaking::NoteTaking(const Services& services, QWidget* page)
    : QObject(page), m_services(services), m_page(page)
{}

void NoteTaking::askSetAside(const PortalAccount& account, FindingKind kind, const DateText& dates)
{
    auto* dialog = new SetAsideDialog(m_services.theme, dates, account, kind, m_page);
    connect(dialog, &SetAsideDialog::chosen, this, qOverload<const SetAsideOrder&>(&NoteTaking::send));
    dialog->open();
}

void NoteTaking::putBack(const SetAside& one, QDate today)
{
    send(SetAsideOrder{one.account, one.kind, one.reason, today.addDays(-1)});
}

void NoteTaking::askSamePerson(const QString& name, const QStringList& addresses, const QStringList& portals,
                               const QString& hindrance)
{
    auto* dialog = new SamePersonDialog(m_services.theme, name, addresses, portals, hindrance, m_page);
    connect(dialog, &SamePersonDialog::answered, this, qOverload<const PersonLinkOrder&>(&NoteTaking::send));
    dialog->open();
}

void NoteTaking::send(const SetAsideOrder& order)
{
    m_services.notes.setAside(m_services.workspace.selectedSiren(), order, this,
                              [this](const Outcome<SetAside>& outcome) { taken(outcome); });
}

void NoteTaking::send(const PersonLinkOrder& order)
{
    m_services.notes.link(m_services.workspace.selectedSiren(), order, this,
                          [this](const Outcome<PersonLink>& outcome) { taken(outcome); });
}

template <typename T>
void NoteTaking::taken(const Outcome<T>& outcome)
{
    if (outcome) {
        m_services.workspace.refresh();
    } else {
        Q_EMIT failed(outcome.failure());
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/requests/ReplaceDialog.h"

#include "ui/sheets/SuccessorSearch.h"
#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {

ReplaceDialog::ReplaceDialog(const Theme& theme, const ReplacementText& text, const AccessRequest& request,
                             QWidget* parent)
    : Dialog(theme, qtTrId("repl.title"), QStringLiteral("D-09"), parent)
{
    // A copy shares its accounts with the one that the page shows, which may go while this is open.
    const CompanySnapshot& company = text.accounts().company().snapshot();
    const QDate today = text.accounts().dates().today();
    const QList<qsizetype> able = replaceableBy(company, request, today);
    const SuccessorList people(text.accounts(), able, SuccessorList::Roles::Untold);
    m_look = [snapshot = company, dates = text.accounts().dates(), request](const QString& id) {
        const auto found = std::find_if(snapshot.accounts.cbegin(), snapshot.accounts.cend(),
                                        [&id](const PortalAccount& one) { return one.id == id; });
        if (found == snapshot.accounts.cend()) {
            return Choice{};
        }
        const ReplacementText words{AccountText(CompanyText(snapshot), dates)};
        const auto fault = replacementFault(snapshot, request, *found, dates.today());
        return Choice{AccountText::holder(*found),
                      fault ? words.fault(*fault, *found) : words.consequence(request, *found),
                      found->version, !fault};
    };
    body()->addWidget((new TextLabel(withNames(qtTrId("repl.lead"),
                                               {shortened(request.displayName()),
                                                text.accounts().company().portalName(request.portal)})))
                          ->wrapped());
    auto* search = new SuccessorSearch(people);
    connect(search, &SuccessorSearch::chosen, this, &ReplaceDialog::choose);
    body()->addWidget(new FieldRow(theme, qtTrId("repl.which"), search));
    m_effect = new Banner(theme, Banner::Tone::Neutral, {});
    body()->addWidget(m_effect);
    addButtons();
    const PortalAccount* named = namedAsReplaced(company, request);
    const bool known = named && people.placeOf(named->id) >= 0;
    if (known) {
        search->setChosen(named->id);
    }
    choose(known ? named->id : QString());
}

void ReplaceDialog::addButtons()
{
    auto* cancel = new Button(theme(), qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    m_go = new Button(theme(), qtTrId("repl.go"), Button::Kind::Primary);
    // Enter in the search must never decide by itself.
    m_go->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, [this] {
        Q_EMIT confirmed(m_chosen);
        accept();
    });
    addButton(m_go);
}

void ReplaceDialog::choose(const QString& account)
{
    const Choice choice = account.isEmpty() ? Choice{} : m_look(account);
    m_chosen = {account, choice.version, {}, false};
    m_effect->setVisible(!choice.words.isEmpty());
    if (!choice.words.isEmpty()) {
        m_effect->setTone(choice.possible ? Banner::Tone::Neutral : Banner::Tone::Warning);
        m_effect->setText(choice.holder, choice.words);
    }
    m_go->setAccessibleDescription(choice.words);
    m_go->setEnabled(choice.possible);
}

} // namespace proconnect::ui

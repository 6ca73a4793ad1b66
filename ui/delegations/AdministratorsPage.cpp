// SPDX-License-Identifier: MIT
#include "ui/delegations/AdministratorsPage.h"

#include "core/sync/DelegationDesk.h"
#include "core/sync/Workspace.h"
#include "ui/delegations/DelegationActDialog.h"
#include "ui/delegations/DelegationRowWidget.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr int skeletonRows = 3;

const char* doneKey(DelegationOrder order)
{
    switch (order) {
    case DelegationOrder::Suspend:
        return "adm.done.suspend";
    case DelegationOrder::Resume:
        return "adm.done.resume";
    case DelegationOrder::Revoke:
        return "adm.done.end";
    case DelegationOrder::Confirm:
        return "adm.done.confirm";
    case DelegationOrder::LetLapse:
        break;
    }
    return "adm.done.lapse";
}

} // namespace

AdministratorsPage::AdministratorsPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.admins"), QStringLiteral("L-60"), parent),
      m_waiting(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_unread(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_card(new Card(services.theme, qtTrId("adm.list"), false)),
      m_count(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_loading(new Skeleton(services.theme, skeletonRows)),
      m_none(new EmptyState(services.theme, QStringLiteral("delegation"), qtTrId("adm.none"),
                            qtTrId("adm.empty"))),
      m_overCard(new Card(services.theme, qtTrId("adm.over"), false))
{
    header().setSubtitle(qtTrId("adm.sub"));
    m_card->addToHeader(m_count);
    m_card->body()->addWidget(m_loading);
    m_card->body()->addWidget(m_none);
    content()->addWidget(m_waiting);
    content()->addWidget(m_unread);
    content()->addWidget(m_card);
    content()->addWidget(m_overCard);
    content()->addStretch(1);
    m_waiting->hide();
    m_unread->hide();
    m_none->hide();
    m_overCard->hide();
    connect(m_unread->setAction(qtTrId("common.retry"), QStringLiteral("refresh")), &QPushButton::clicked,
            this, &AdministratorsPage::read);
}

void AdministratorsPage::showData(const CompanySnapshot& snapshot)
{
    if (std::exchange(m_siren, snapshot.company.siren) != snapshot.company.siren) {
        m_known = false;
        m_delegations = {};
        m_acting.clear();
        ++m_actTurn;
        m_cursor = -1;
        if (!m_unseen) {
            hideNotice();
        }
    }
    m_unseen = m_unseen && !isVisible();
    m_company = snapshot.company.name;
    m_enabled = canDecide();
    // Each change of a delegation moves the company's cursor.
    if (std::exchange(m_cursor, snapshot.cursor) != snapshot.cursor) {
        read();
    }
    build();
}

void AdministratorsPage::read()
{
    m_unread->hide();
    services().delegations.list(m_siren, this, [this, turn = ++m_turn](const Outcome<DelegationList>& list) {
        if (turn != m_turn) {
            return;
        }
        if (list) {
            m_known = true;
            m_delegations = list.value();
        } else {
            const FailureText text = failureText(list.failure());
            m_unread->setText(qtTrId("adm.loading.failed"), text.sentence(), text.supportCode);
        }
        m_unread->setVisible(!list);
        build();
    });
}

void AdministratorsPage::build()
{
    const CompanySnapshot* shown = snapshot();
    if (!shown) {
        return;
    }
    m_rows = delegationRows(m_delegations, CompanyText(*shown), dateText());
    const int waiting = waitingForSuccessor(m_rows);
    m_waiting->setVisible(waiting > 0);
    if (waiting > 0) {
        m_waiting->setText(qtTrId("adm.waiting", waiting), qtTrId("adm.waiting.body"));
    }
    const auto over = static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const auto& row) { return row.over; }));
    const auto open = static_cast<int>(m_rows.size()) - over;
    m_loading->setVisible(!m_known && m_unread->isHidden());
    m_none->setVisible(m_known && open == 0);
    m_count->setText(open > 0 ? qtTrId("adm.list.count", open) : QString());
    m_overCard->setVisible(over > 0);
    delete std::exchange(m_list, makeList(false));
    m_card->body()->addWidget(m_list);
    delete std::exchange(m_overList, makeList(true));
    m_overCard->body()->addWidget(m_overList);
}

QWidget* AdministratorsPage::makeList(bool over)
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    bool orders = false;
    for (const DelegationRow& row : std::as_const(m_rows)) {
        if (row.over != over) {
            continue;
        }
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        auto* widget = new DelegationRowWidget(theme(), row, m_enabled && m_acting.isEmpty(),
                                               m_acting == row.delegation.terms.id);
        connect(widget, &DelegationRowWidget::orderClicked, this,
                [this, row](DelegationOrder order) { ask(row, order); });
        column->addWidget(widget);
        orders = orders || !row.orders.isEmpty();
    }
    if (orders && !m_enabled) {
        auto* reason = new TextLabel(offlineReason(), TextStyle::Small, TextLabel::Ink::Warning);
        reason->setContentsMargins(theme().px(24), 0, theme().px(24), theme().px(14));
        column->addWidget(reason->wrapped());
    }
    return list;
}

void AdministratorsPage::ask(const DelegationRow& row, DelegationOrder order)
{
    auto* dialog = new DelegationActDialog(theme(), row, order, this);
    connect(dialog, &DelegationActDialog::confirmed, this, [this, row, order] { act(row, order); });
    dialog->open();
}

void AdministratorsPage::act(const DelegationRow& row, DelegationOrder order)
{
    if (!m_acting.isEmpty() || row.delegation.terms.siren != m_siren) {
        return;
    }
    hideNotice();
    m_acting = row.delegation.terms.id;
    build();
    services().delegations.act(row.delegation, order, this,
                               [this, turn = ++m_actTurn, company = m_company, before = row.delegation,
                                order](const Outcome<Delegation>& after) {
                                   if (turn == m_actTurn) {
                                       m_acting.clear();
                                   }
                                   tell(company, before, order, after);
                                   if (before.terms.siren != m_siren) {
                                       return;
                                   }
                                   if (after) {
                                       take(after.value());
                                   }
                                   build();
                                   read(); // what others did meanwhile
                               });
}

void AdministratorsPage::tell(const QString& company, const Delegation& before, DelegationOrder order,
                              const Outcome<Delegation>& after)
{
    m_unseen = !isVisible();
    const QString name = before.terms.displayName();
    const QString said = withNames(qtTrId(after ? doneKey(order) : "adm.failed"), {name});
    // Another company may be on screen by now.
    const bool elsewhere = services().workspace.selectedSiren() != before.terms.siren || m_unseen;
    const QString title = elsewhere ? withNames(qtTrId("adm.of"), {company, said}) : said;
    if (after) {
        showNotice(Banner::Tone::Success, title, {});
        return;
    }
    const FailureText text = failureText(after.failure());
    showNotice(Banner::Tone::Error, title, text.sentence(), text.supportCode);
}

void AdministratorsPage::take(const Delegation& after)
{
    for (Delegation& one : m_delegations.delegations) {
        if (one.terms.id == after.terms.id) {
            one = after;
        }
    }
}

} // namespace proconnect::ui

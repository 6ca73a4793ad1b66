// SPDX-License-Identifier: MIT
#include "ui/delegations/DelegationActDialog.h"

#include "ui/text/NamedText.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

bool ends(DelegationOrder order)
{
    return order == DelegationOrder::Revoke || order == DelegationOrder::LetLapse;
}

QString question(DelegationOrder order, const QString& name)
{
    switch (order) {
    case DelegationOrder::Suspend:
        return withNames(qtTrId("adm.suspend.q"), {name});
    case DelegationOrder::Resume:
        return withNames(qtTrId("adm.resume.q"), {name});
    case DelegationOrder::Revoke:
        return withNames(qtTrId("adm.end.q"), {name});
    case DelegationOrder::Confirm:
        return withNames(qtTrId("adm.confirm.q"), {name});
    case DelegationOrder::LetLapse:
        break;
    }
    return withNames(qtTrId("adm.lapse.q"), {name});
}

QString consequence(DelegationOrder order, const DelegationRow& row)
{
    switch (order) {
    case DelegationOrder::Suspend:
        return withNames(qtTrId("adm.suspend.c"), {row.name});
    case DelegationOrder::Resume:
        return withNames(qtTrId("adm.resume.c"), {row.name, row.scope});
    case DelegationOrder::Revoke:
        return withNames(row.delegation.state == DelegationState::Proposed ? qtTrId("adm.withdraw.c")
                                                                           : qtTrId("adm.end.c"),
                         {row.name});
    case DelegationOrder::Confirm:
        return withNames(qtTrId("adm.confirm.c"), {row.name, row.scope});
    case DelegationOrder::LetLapse:
        break;
    }
    return withNames(qtTrId("adm.lapse.c"), {row.name});
}

} // namespace

QString orderText(DelegationOrder order)
{
    switch (order) {
    case DelegationOrder::Suspend:
        return qtTrId("adm.suspend");
    case DelegationOrder::Resume:
        return qtTrId("adm.resume");
    case DelegationOrder::Revoke:
        return qtTrId("adm.end");
    case DelegationOrder::Confirm:
        return qtTrId("adm.confirm");
    case DelegationOrder::LetLapse:
        break;
    }
    return qtTrId("adm.lapse");
}

DelegationActDialog::DelegationActDialog(const Theme& theme, const DelegationRow& row, DelegationOrder order,
                                         QWidget* parent)
    : Dialog(theme, question(order, row.name), ends(order) ? QStringLiteral("L-62") : QStringLiteral("L-63"),
             parent)
{
    const QString what = consequence(order, row);
    body()->addWidget((new TextLabel(what))->wrapped());
    if (order == DelegationOrder::Confirm && !row.ceiling.isEmpty()) {
        body()->addWidget((new TextLabel(row.ceiling, TextStyle::Body, TextLabel::Ink::Muted))->wrapped());
    }
    if (order == DelegationOrder::Confirm || order == DelegationOrder::Resume) {
        body()->addWidget(
            (new TextLabel(qtTrId("adm.fresh"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    auto* go =
        new Button(theme, orderText(order), ends(order) ? Button::Kind::Danger : Button::Kind::Primary);
    go->setAccessibleDescription(what);
    // Enter must never end or give rights by itself.
    go->setAutoDefault(false);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    addButton(go);
}

} // namespace proconnect::ui

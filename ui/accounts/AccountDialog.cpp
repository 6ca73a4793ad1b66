// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountDialog.h"

#include "ui/sheets/FactSheet.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int labelWidth = 150;

QList<Fact> factsOf(const PortalAccount& account, const AccountText& text)
{
    QList<Fact> facts;
    facts += Fact{qtTrId("acc.col.what"), text.possible(account)};
    if (!account.roleLabel.isEmpty() && !account.rights.isEmpty()) {
        facts += Fact{qtTrId("acc.sheet.role"), account.roleLabel};
    }
    facts += Fact{qtTrId("acc.sheet.places"), text.places(account)};
    if (!account.email.isEmpty()) {
        facts += Fact{qtTrId("acc.sheet.email"), account.email};
    }
    facts += Fact{qtTrId("acc.sheet.id"), account.portalAccountId};
    if (account.createdOn) {
        facts += Fact{qtTrId("acc.sheet.created"), text.dates().longDate(*account.createdOn)};
    }
    facts += Fact{qtTrId("acc.sheet.lastuse"), text.lastUse(account)};
    facts += Fact{qtTrId("acc.sheet.source"), text.source(account.portal)};
    return facts;
}

} // namespace

AccountDialog::AccountDialog(const Theme& theme, const PortalAccount& account, const AccountText& text,
                             const QString& hindrance, QWidget* parent)
    : Dialog(theme,
             qtTrId("acc.sheet.title")
                 .arg(AccountText::holder(account), text.company().portalName(account.portal)),
             QStringLiteral("V-33"), parent)
{
    body()->addWidget(new Badge(theme, text.state(account)), 0, Qt::AlignLeft);
    const QString reason = text.stateReason(account);
    if (!reason.isEmpty()) {
        body()->addWidget((new TextLabel(reason))->wrapped());
    }
    // Before the facts: where the sheet scrolls, what closing does is read first.
    if (hindrance.isEmpty()) {
        body()->addWidget(
            new Banner(theme, Banner::Tone::Neutral,
                       withNames(qtTrId("acc.close.q"),
                                 {text.company().portalName(account.portal), AccountText::holder(account)}),
                       qtTrId("acc.close.c")));
    } else {
        body()->addWidget((new TextLabel(hindrance, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    body()->addWidget(new FactSheet(theme, factsOf(account, text), labelWidth));
    auto* cancel = new Button(theme, hindrance.isEmpty() ? qtTrId("common.cancel") : qtTrId("common.close"),
                              hindrance.isEmpty() ? Button::Kind::Quiet : Button::Kind::Secondary);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    if (hindrance.isEmpty()) {
        auto* close = new Button(theme, qtTrId("acc.sheet.close.key"), Button::Kind::Danger);
        close->setAccessibleDescription(qtTrId("acc.close.c"));
        // Enter in a sheet must never close an account by itself.
        close->setAutoDefault(false);
        connect(close, &Button::clicked, this, [this] {
            Q_EMIT closeConfirmed();
            accept();
        });
        addButton(close);
    }
}

} // namespace proconnect::ui

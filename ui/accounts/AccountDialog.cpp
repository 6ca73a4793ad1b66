// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountDialog.h"

#include "ui/sheets/FactSheet.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int labelWidth = 150;
constexpr int heightBesideSheet = 350;
constexpr int smallestSheet = 120;
constexpr int sheetWidth = 464;

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
    auto* content = new ScrollContent;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(10));
    column->addWidget(new Badge(theme, text.state(account)), 0, Qt::AlignLeft);
    const QString reason = text.stateReason(account);
    if (!reason.isEmpty()) {
        column->addWidget((new TextLabel(reason))->wrapped());
    }
    column->addWidget(new FactSheet(theme, factsOf(account, text), labelWidth));
    auto* sheet = new QScrollArea;
    sheet->setWidgetResizable(true);
    sheet->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sheet->setFocusPolicy(Qt::NoFocus);
    sheet->setWidget(content);
    sheet->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    // The whole sheet where the window has room for it; the question and its buttons always stay in sight.
    const int room = parent ? parent->window()->height() - theme.px(heightBesideSheet) : QWIDGETSIZE_MAX;
    sheet->setFixedHeight(std::clamp(content->heightForWidth(theme.px(sheetWidth)), theme.px(smallestSheet),
                                     std::max(theme.px(smallestSheet), room)));
    body()->addWidget(sheet);
    if (hindrance.isEmpty()) {
        body()->addWidget(
            new Banner(theme, Banner::Tone::Neutral,
                       qtTrId("acc.close.q")
                           .arg(text.company().portalName(account.portal), AccountText::holder(account)),
                       qtTrId("acc.close.c")));
    } else {
        body()->addWidget((new TextLabel(hindrance, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
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

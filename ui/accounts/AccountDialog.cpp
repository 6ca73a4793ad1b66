// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountDialog.h"

#include "ui/sheets/FactSheet.h"
#include "ui/text/FindingText.h"
#include "ui/text/HistoryText.h"
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
    if (account.mandate) {
        facts +=
            Fact{qtTrId("acc.sheet.mandate"),
                 withNames(qtTrId("acc.sheet.mandate.until"),
                           {account.mandate->reference, text.dates().longDate(account.mandate->lastDay)})};
    }
    facts += Fact{qtTrId("acc.sheet.source"), text.source(account.portal)};
    return facts;
}

Banner::Tone toneOf(FindingKind kind)
{
    switch (severityOf(kind)) {
    case FindingSeverity::Critical:
        return Banner::Tone::Error;
    case FindingSeverity::High:
    case FindingSeverity::Medium:
        return Banner::Tone::Warning;
    case FindingSeverity::Low:
        break;
    }
    return Banner::Tone::Info;
}

} // namespace

AccountDialog::AccountDialog(const Theme& theme, const AccountSheet& sheet, const AccountText& text,
                             QWidget* parent)
    : Dialog(theme,
             withNames(qtTrId("acc.sheet.title"),
                       {AccountText::holder(sheet.account), text.company().portalName(sheet.account.portal)}),
             QStringLiteral("V-33"), parent)
{
    const PortalAccount& account = sheet.account;
    body()->addWidget(new Badge(theme, AccountText::state(account, sheet.findings)), 0, Qt::AlignLeft);
    const QString reason = text.stateReason(account);
    if (!reason.isEmpty()) {
        body()->addWidget((new TextLabel(reason))->wrapped());
    }
    // Before what was found: it is what became of that.
    addSubstitution(theme, sheet);
    addWayOut(theme, sheet);
    addFindings(theme, sheet, text);
    if (!sheet.notSubstitutable.isEmpty()) {
        body()->addWidget(
            (new TextLabel(sheet.notSubstitutable, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    addClosing(theme, sheet, text);
    body()->addWidget(new FactSheet(theme, factsOf(account, text), labelWidth));
    addHistory(theme, sheet, text);
    addButtons(theme, sheet);
}

void AccountDialog::addFindings(const Theme& theme, const AccountSheet& sheet, const AccountText& text)
{
    const FindingText words(text);
    for (const FindingKind kind : sheet.findings.kinds()) {
        const QStringList sentences{words.fact(kind, sheet.account, sheet.lastDay), FindingText::why(kind),
                                    words.nextStep(kind, sheet.account)};
        auto* banner = new Banner(theme, toneOf(kind), FindingText::badge(kind).text, sentences.join(u'\n'));
        if (kind == FindingKind::Shared && sheet.noNotes.isEmpty()) {
            if (sheet.wayOut.isEmpty()) {
                connect(banner->setAction(qtTrId("shared.choose")), &Button::clicked, this, [this] {
                    Q_EMIT sharedAsked();
                    accept();
                });
            }
        } else if (sheet.noNotes.isEmpty()) {
            const Button* aside = banner->setAction(qtTrId("find.aside"));
            connect(aside, &Button::clicked, this, [this, kind] {
                Q_EMIT setAsideAsked(kind);
                accept();
            });
        }
        body()->addWidget(banner);
    }
    for (const SetAside& one : sheet.setAside) {
        auto* banner =
            new Banner(theme, Banner::Tone::Neutral, FindingText::badge(one.kind).text, words.setAside(one));
        if (sheet.noNotes.isEmpty()) {
            const Button* back = banner->setAction(qtTrId("find.back"));
            connect(back, &Button::clicked, this, [this, one] {
                Q_EMIT putBackAsked(one);
                accept();
            });
        }
        body()->addWidget(banner);
    }
    if (!sheet.noNotes.isEmpty() && !(sheet.findings.isEmpty() && sheet.setAside.isEmpty())) {
        body()->addWidget((new TextLabel(sheet.noNotes, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
}

void AccountDialog::addSubstitution(const Theme& theme, const AccountSheet& sheet)
{
    if (!sheet.substitution.isEmpty()) {
        body()->addWidget(new Banner(theme,
                                     sheet.substitutionTroubled ? Banner::Tone::Warning : Banner::Tone::Info,
                                     qtTrId("take.status"), sheet.substitution));
    }
}

void AccountDialog::addWayOut(const Theme& theme, const AccountSheet& sheet)
{
    if (!sheet.replacement.isEmpty()) {
        auto* replaced = new Banner(theme, Banner::Tone::Info, qtTrId("repl.status"), sheet.replacement);
        connect(replaced->setAction(qtTrId("repl.request")), &Button::clicked, this, [this] {
            Q_EMIT requestAsked();
            accept();
        });
        body()->addWidget(replaced);
    }
    if (sheet.wayOut.isEmpty()) {
        return;
    }
    auto* banner = new Banner(theme, Banner::Tone::Info, qtTrId("shared.status"), sheet.wayOut);
    if (sheet.wayOutShown) {
        connect(banner->setAction(qtTrId("shared.status.follow")), &Button::clicked, this, [this] {
            Q_EMIT sharedAsked();
            accept();
        });
    }
    body()->addWidget(banner);
}

void AccountDialog::addClosing(const Theme& theme, const AccountSheet& sheet, const AccountText& text)
{
    // Before the facts: where the sheet scrolls, what closing does is read first.
    const QString portal = text.company().portalName(sheet.account.portal);
    if (!sheet.hindrance.isEmpty()) {
        body()->addWidget(
            (new TextLabel(sheet.hindrance, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    } else if (sheet.lastHand) {
        const LastHand& last = *sheet.lastHand;
        const bool everywhere = last.wholePortal || last.sirets.isEmpty();
        body()->addWidget(new Banner(
            theme, Banner::Tone::Warning,
            everywhere ? qtTrId("acc.last").arg(portal)
                       : qtTrId("acc.last.at").arg(portal, text.company().establishments(last.sirets)),
            qtTrId("acc.last.body")));
    } else {
        body()->addWidget(
            new Banner(theme, Banner::Tone::Neutral,
                       withNames(qtTrId("acc.close.q"), {portal, AccountText::holder(sheet.account)}),
                       qtTrId("acc.close.c")));
    }
}

void AccountDialog::addHistory(const Theme& theme, const AccountSheet& sheet, const AccountText& text)
{
    body()->addWidget((new TextLabel(qtTrId("acc.history"), TextStyle::BodyStrong))->wrapped());
    const HistoryText words(text.dates());
    QList<Fact> lines;
    for (const AccountEvent& event : sheet.history) {
        lines += Fact{words.when(event), HistoryText::what(event)};
    }
    if (lines.isEmpty()) {
        body()->addWidget(new TextLabel(qtTrId("acc.history.none"), TextStyle::Small, TextLabel::Ink::Muted));
    } else {
        body()->addWidget(new FactSheet(theme, lines, labelWidth));
    }
}

void AccountDialog::addButtons(const Theme& theme, const AccountSheet& sheet)
{
    const bool closes = sheet.hindrance.isEmpty();
    auto* cancel = new Button(theme, closes ? qtTrId("common.cancel") : qtTrId("common.close"),
                              closes ? Button::Kind::Quiet : Button::Kind::Secondary);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    if (sheet.leavable) {
        auto* departure = new Button(theme, qtTrId("acc.sheet.leaving"), Button::Kind::Neutral);
        departure->setIconName(QStringLiteral("departure"));
        departure->setAutoDefault(false);
        connect(departure, &Button::clicked, this, [this] {
            Q_EMIT departureAsked();
            accept();
        });
        addButton(departure);
    }
    if (closes) {
        addClosingButton(theme, sheet);
    }
    if (sheet.substitutable) {
        auto* takeOver = new Button(theme, qtTrId("take.open"), Button::Kind::Primary);
        connect(takeOver, &Button::clicked, this, [this] {
            Q_EMIT takeOverAsked();
            accept();
        });
        addButton(takeOver);
    }
}

void AccountDialog::addClosingButton(const Theme& theme, const AccountSheet& sheet)
{
    if (sheet.lastHand) {
        // Where somebody can be named at once, that comes before closing.
        auto* successor = new Button(theme, qtTrId("dep.without.back"),
                                     sheet.substitutable ? Button::Kind::Neutral : Button::Kind::Primary);
        connect(successor, &Button::clicked, this, [this] {
            Q_EMIT successorAsked();
            accept();
        });
        addButton(successor);
        return;
    }
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

} // namespace proconnect::ui

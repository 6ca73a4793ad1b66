// SPDX-License-Identifier: MIT
#include "ui/accounts/WayOutDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int avatarSize = 28;

bool waits(const DepartureStep& step)
{
    return step.state == DepartureStepState::ToDo || step.state == DepartureStepState::ReplacementNeeded;
}

} // namespace

WayOutDialog::WayOutDialog(const Theme& theme, const WayOutText& text, const Departure& wayOut,
                           const QString& hindrance, QWidget* parent)
    : Dialog(theme, wayOut.person, QStringLiteral("V-34"), parent)
{
    const QString kind = qtTrId("shared.title") + QString::fromUtf8(" · ") +
                         text.accounts().company().portalName(wayOut.steps.constFirst().portal);
    body()->addWidget((new TextLabel(kind, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    const bool failed = wayOut.steps.constFirst().state == DepartureStepState::Failed;
    const bool asksForAHand =
        failed || std::any_of(wayOut.newcomers.cbegin(), wayOut.newcomers.cend(), [&](const auto& one) {
            const BadgeKind its = text.state(wayOut, one).kind;
            return its == BadgeKind::Warning || its == BadgeKind::Error;
        });
    body()->addWidget(new Banner(theme, asksForAHand ? Banner::Tone::Warning : Banner::Tone::Info,
                                 qtTrId("shared.status"), text.status(wayOut)));
    addPeople(text, wayOut);
    body()->addWidget(
        (new TextLabel(text.decided(wayOut), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    addButtons(wayOut, hindrance, text.stillAwaited(wayOut).isEmpty());
}

void WayOutDialog::addPeople(const WayOutText& text, const Departure& wayOut)
{
    for (const NewcomerProgress& one : wayOut.newcomers) {
        if (&one != &wayOut.newcomers.constFirst()) {
            body()->addWidget(new Rule);
        }
        auto* widget = new QWidget;
        auto* row = new QHBoxLayout(widget);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme().px(12));
        row->addWidget(new Avatar(theme(), one.newcomer.name, avatarSize), 0, Qt::AlignTop);
        auto* column = new QVBoxLayout;
        column->setSpacing(theme().px(2));
        const BadgeContent state = text.state(wayOut, one);
        auto* first = new FlowLayout(theme().px(10), theme().px(4));
        first->addWidget(
            (new TextLabel(one.newcomer.name, TextStyle::Body, TextLabel::Ink::Title))->flowing());
        first->addWidget(new Badge(theme(), state));
        column->addLayout(first);
        column->addWidget(
            (new TextLabel(one.newcomer.email, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
        const QString detail = text.detail(wayOut, one);
        if (!detail.isEmpty()) {
            column->addWidget((new TextLabel(detail, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
        }
        const QString account = text.accountToSee(wayOut, one);
        const QString request = text.requestToSee(wayOut, one);
        if (!account.isEmpty()) {
            addLink(column, {qtTrId("shared.own.see"), qtTrId("shared.own.see.of"), one.newcomer.name},
                    [this, account] { Q_EMIT accountAsked(account); });
        } else if (!request.isEmpty()) {
            addLink(column,
                    {qtTrId("shared.own.request"), qtTrId("shared.own.request.of"), one.newcomer.name},
                    [this, request] { Q_EMIT requestAsked(request); });
        }
        row->addLayout(column, 1);
        widget->setAccessibleName(one.newcomer.name + QStringLiteral(", ") + state.text);
        body()->addWidget(widget);
    }
}

void WayOutDialog::addLink(QVBoxLayout* column, const LinkWords& words, const std::function<void()>& follow)
{
    auto* link = new LinkButton(words.text, LinkButton::Size::Small);
    link->setAccessibleName(withNames(words.full, {words.name}));
    link->setAutoDefault(false);
    connect(link, &LinkButton::clicked, this, [this, follow] {
        accept();
        follow();
    });
    auto* line = new FlowLayout(theme().px(16), theme().px(4));
    line->addWidget(link);
    column->addLayout(line);
}

void WayOutDialog::addAct(const QString& text, void (WayOutDialog::*told)(), bool enabled)
{
    auto* button = new Button(theme(), text, Button::Kind::Neutral);
    // Enter must never decide by itself.
    button->setAutoDefault(false);
    button->setEnabled(enabled);
    connect(button, &Button::clicked, this, [this, told] {
        Q_EMIT(this->*told)();
        accept();
    });
    addButton(button);
}

void WayOutDialog::addButtons(const Departure& wayOut, const QString& hindrance, bool everybodyReady)
{
    const DepartureStep& step = wayOut.steps.constFirst();
    const bool decidable = hindrance.isEmpty();
    const bool byLetter = step.state == DepartureStepState::Manual;
    const bool failed = step.state == DepartureStepState::Failed;
    if (!decidable && (byLetter || failed || waits(step))) {
        body()->addWidget((new TextLabel(hindrance, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    if (!wayOut.receiptNumber.isEmpty()) {
        addAct(qtTrId("shared.receipt"), &WayOutDialog::receiptAsked);
    }
    if (byLetter) {
        addAct(qtTrId("dep.act.letter"), &WayOutDialog::letterAsked);
        addAct(qtTrId("dep.act.declare"), &WayOutDialog::closedDeclared, decidable);
    }
    if (failed && everybodyReady) {
        addAct(qtTrId("shared.again"), &WayOutDialog::closingAskedAgain, decidable);
    }
    if (failed || waits(step)) {
        addAct(qtTrId("shared.stop"), &WayOutDialog::stopConfirmed, decidable);
    }
    auto* close = new Button(theme(), qtTrId("common.close"), Button::Kind::Secondary);
    connect(close, &Button::clicked, this, &QDialog::reject);
    addButton(close);
}

} // namespace proconnect::ui

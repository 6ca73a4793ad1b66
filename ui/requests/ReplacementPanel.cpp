// SPDX-License-Identifier: MIT
#include "ui/requests/ReplacementPanel.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace proconnect::ui {
namespace {

Banner::Tone toneOf(ReplacementView::Tone tone)
{
    switch (tone) {
    case ReplacementView::Tone::Done:
        return Banner::Tone::Success;
    case ReplacementView::Tone::Attention:
        return Banner::Tone::Warning;
    case ReplacementView::Tone::Info:
        break;
    }
    return Banner::Tone::Info;
}

QString words(ReplacementAct act)
{
    switch (act) {
    case ReplacementAct::Choose:
        return qtTrId("repl.choose");
    case ReplacementAct::KeepOpen:
        return qtTrId("repl.keep");
    case ReplacementAct::SaveLetter:
        return qtTrId("dep.act.letter");
    case ReplacementAct::DeclareClosed:
        return qtTrId("dep.act.declare");
    case ReplacementAct::AskAgain:
        return qtTrId("shared.again");
    case ReplacementAct::SaveReceipt:
        break;
    }
    return qtTrId("shared.receipt");
}

/// Papers are not decisions: they can be had at any time.
bool decides(ReplacementAct act)
{
    return act != ReplacementAct::SaveLetter && act != ReplacementAct::SaveReceipt;
}

} // namespace

ReplacementPanel::ReplacementPanel(const Theme& theme, const ReplacementView& view, bool enabled,
                                   QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new Banner(theme, toneOf(view.tone), qtTrId("repl.status"), view.words));
    if (view.acts.isEmpty()) {
        return;
    }
    auto* row = new FlowLayout(theme.px(8), theme.px(8));
    for (const ReplacementAct act : view.acts) {
        auto* button = new Button(theme, words(act), Button::Kind::Neutral);
        button->setAccessibleName(withNames(qtTrId("a11y.replaced"), {words(act), view.holder}));
        button->setAutoDefault(false);
        button->setEnabled(enabled || !decides(act));
        connect(button, &Button::clicked, this, [this, act] { Q_EMIT asked(act); });
        row->addWidget(button);
    }
    column->addLayout(row);
}

} // namespace proconnect::ui

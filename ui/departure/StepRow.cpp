// SPDX-License-Identifier: MIT
#include "ui/departure/StepRow.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PortalTile.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

/// With less than this for the words, the state and the buttons go under them.
constexpr int roomForWords = 260;

struct ActWords
{
    const char* text;
    const char* icon;
    Button::Kind kind;
};

ActWords wordsOf(StepRow::Act act)
{
    switch (act) {
    case StepRow::Act::Retry:
        return {"common.retry", "refresh", Button::Kind::Primary};
    case StepRow::Act::Letter:
        return {"dep.act.letter", "letter", Button::Kind::Neutral};
    case StepRow::Act::Declare:
        return {"dep.act.declare", "check", Button::Kind::Neutral};
    case StepRow::Act::Restore:
        break;
    }
    return {"dep.act.restore", "undo", Button::Kind::Neutral};
}

} // namespace

QString StepRow::Content::spoken() const
{
    return which.isEmpty() ? portal : portal + QStringLiteral(", ") + which;
}

bool StepRow::Content::sameAs(const Content& other) const
{
    return step == other.step && portal == other.portal && which == other.which &&
           words.state == other.words.state && words.sentence == other.words.sentence &&
           hindrance == other.hindrance && acts == other.acts;
}

StepRow::StepRow(const Theme& theme, const Content& content, bool stacked, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(4), theme.px(12), theme.px(4), theme.px(12));
    row->setSpacing(theme.px(16));
    row->addWidget(new PortalTile(theme, content.step.portal), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget((new TextLabel(content.portal, TextStyle::Body, TextLabel::Ink::Title))->wrapped());
    if (!content.which.isEmpty()) {
        words->addWidget((new TextLabel(content.which, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    auto* sentence = new TextLabel(content.words.sentence, TextStyle::Small, TextLabel::Ink::Muted);
    if (content.step.state == DepartureStepState::Failed) {
        sentence->setInk(TextLabel::Ink::Error);
    } else if (content.step.late) {
        sentence->setInk(TextLabel::Ink::Warning);
    }
    words->addWidget(sentence->wrapped());
    if (!content.hindrance.isEmpty()) {
        words->addWidget(
            (new TextLabel(content.hindrance, TextStyle::Small, TextLabel::Ink::Warning))->wrapped());
    }
    setAccessibleName(
        qtTrId("a11y.dep.step").arg(content.spoken(), content.words.state.text, content.words.sentence));

    auto* end = new QWidget;
    auto* flow = new FlowLayout(theme.px(10), theme.px(8), end);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setLines(stacked ? Qt::AlignLeft : Qt::AlignRight);
    for (const Act act : content.acts) {
        flow->addWidget(addAct(theme, act, content));
    }
    flow->addWidget(new Badge(theme, content.words.state));
    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(8));
    parts->addLayout(words);
    parts->addWidget(end);
    row->addLayout(parts, 1);
}

Button* StepRow::addAct(const Theme& theme, Act act, const Content& content)
{
    const ActWords words = wordsOf(act);
    auto* button = new Button(theme, qtTrId(words.text), words.kind, Button::Size::Small);
    button->setIconName(QString::fromLatin1(words.icon));
    button->setObjectName(QString::fromLatin1(words.text) + u':' + content.step.account);
    button->setAccessibleName(qtTrId("a11y.dep.act").arg(qtTrId(words.text), content.spoken()));
    button->setEnabled(act == Act::Letter || content.hindrance.isEmpty());
    connect(button, &Button::clicked, this, [this, act] { Q_EMIT asked(act); });
    if (act == Act::Letter) {
        m_letter = button;
    }
    return button;
}

void StepRow::setBusy(bool busy)
{
    if (m_letter) {
        m_letter->setBusy(busy);
    }
}

} // namespace proconnect::ui

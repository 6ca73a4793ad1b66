// SPDX-License-Identifier: MIT
#include "ui/certification/CertificationRowWidget.h"

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

constexpr int stateWidth = 196;
constexpr int actionWidth = 100;
/// With less than this for the words, the button goes under them.
constexpr int roomForWords = 240;

} // namespace

CertificationRowWidget::CertificationRowWidget(const Theme& theme, const CertificationRow& row, bool enabled,
                                               bool stacked, QWidget* parent)
    : QWidget(parent)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme.px(24), theme.px(12), theme.px(20), theme.px(12));
    line->setSpacing(theme.px(16));
    line->addWidget(new PortalTile(theme, row.portal), 0, Qt::AlignVCenter);
    setAccessibleName(qtTrId("a11y.cert.row").arg(row.name, row.subtitle, row.state.text, row.detail));

    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget((new TextLabel(row.name, TextStyle::Body, TextLabel::Ink::Title))->wrapped());
    words->addWidget((new TextLabel(row.subtitle, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    auto* badge = new Badge(theme, row.state);
    auto* detail = new TextLabel(row.detail, TextStyle::Table, TextLabel::Ink::Muted);
    auto* action = makeAction(theme, row, enabled);
    if (stacked) {
        auto* flow = new FlowLayout(theme.px(10), theme.px(4));
        flow->addWidget(badge);
        words->addLayout(flow);
        words->addWidget(detail->wrapped());
        detail->setVisible(!row.detail.isEmpty());
        auto* parts =
            new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(10));
        parts->addLayout(words);
        if (action) {
            parts->addWidget(action);
        }
        line->addLayout(parts, 1);
        return;
    }
    line->addLayout(words, 1);
    auto* state = new QWidget;
    auto* stateColumn = new QVBoxLayout(state);
    stateColumn->setContentsMargins(0, 0, 0, 0);
    stateColumn->setSpacing(theme.px(3));
    stateColumn->addWidget(badge, 0, Qt::AlignLeft);
    detail->setStyle(TextStyle::Small);
    detail->setVisible(!row.detail.isEmpty());
    stateColumn->addWidget(detail->wrapped());
    state->setFixedWidth(theme.px(stateWidth));
    line->addWidget(state);
    auto* place = new QWidget; // so that the states of all rows stand in one column
    place->setMinimumWidth(theme.px(actionWidth));
    auto* placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addStretch();
    if (action) {
        placeRow->addWidget(action);
    }
    line->addWidget(place);
}

Button* CertificationRowWidget::makeAction(const Theme& theme, const CertificationRow& row, bool enabled)
{
    if (!row.certifiable) {
        return nullptr;
    }
    auto* button = new Button(theme, qtTrId("cert.go"), Button::Kind::Primary, Button::Size::Small);
    button->setEnabled(enabled);
    button->setAccessibleName(qtTrId("a11y.certify").arg(row.name));
    button->setAccessibleDescription(qtTrId("cert.gets.body"));
    connect(button, &Button::clicked, this, &CertificationRowWidget::certifyClicked);
    return button;
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/sign_in/LockScreen.h"

#include "ui/sign_in/SignInFlow.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Brand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int formWidth = 560;

} // namespace

LockScreen::LockScreen(const Services& services, SignInFlow& flow, QWidget* parent)
    : QWidget(parent), m_flow(flow), m_why(new TextLabel({}, TextStyle::H3)),
      m_failure(new Banner(services.theme, Banner::Tone::Error, {})),
      m_signIn(new Button(services.theme, qtTrId("signin.button"), Button::Kind::Primary)),
      m_cancel(new Button(services.theme, qtTrId("common.cancel"), Button::Kind::Quiet)),
      m_browser(new Button(services.theme, qtTrId("fc.external"), Button::Kind::Quiet))
{
    const Theme& theme = services.theme;
    auto* area = new ScrollArea;
    auto* content = new ScrollContent;
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(theme.px(40), theme.px(36), theme.px(40), theme.px(36));
    auto* top = new QHBoxLayout;
    top->addWidget(new Brand(theme, 34));
    top->addStretch();
    top->addWidget(new ScreenCode(theme, QStringLiteral("C-25")));
    column->addLayout(top);
    column->addStretch(2);

    auto* form = new QWidget;
    form->setMaximumWidth(theme.px(formWidth));
    auto* lines = new QVBoxLayout(form);
    lines->setContentsMargins(4, 4, 4, 4);
    lines->setSpacing(theme.px(16));
    lines->addWidget(new IconLabel(theme, QStringLiteral("lock"), ColorRole::PrimaryBase, 40), 0,
                     Qt::AlignLeft);
    auto* title = new TextLabel(qtTrId("lock.title"), TextStyle::Display);
    title->setHeading();
    lines->addWidget(title->wrapped());
    lines->addWidget(m_why->wrapped());
    m_failure->hide();
    lines->addWidget(m_failure);
    m_signIn->setIconName(QStringLiteral("arrow-right"), Button::IconPlace::After);
    m_signIn->setDefault(true);
    auto* actions = new FlowLayout(theme.px(12), theme.px(8));
    for (Button* button : {m_signIn, m_cancel, m_browser}) {
        actions->addWidget(button);
    }
    lines->addLayout(actions);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(form, 100);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addStretch(3);

    connect(m_signIn, &QPushButton::clicked, &m_flow, &SignInFlow::beginEmbedded);
    connect(m_browser, &QPushButton::clicked, &m_flow, &SignInFlow::beginInBrowser);
    connect(m_cancel, &QPushButton::clicked, &m_flow, &SignInFlow::cancel);
    connect(&flow, &SignInFlow::stepChanged, this, &LockScreen::followFlow);
    followFlow();
    m_signIn->setFocus();
}

void LockScreen::explain(LockReason reason, int minutes)
{
    m_why->setText(reason == LockReason::Workstation ? qtTrId("lock.workstation")
                   : reason == LockReason::Idle      ? qtTrId("err.E15", minutes)
                                                     : qtTrId("lock.body"));
}

void LockScreen::followFlow()
{
    const bool busy = m_flow.step() != SignInFlow::Step::Idle;
    if (busy) {
        m_failure->hide();
    }
    m_signIn->setBusy(busy);
    m_cancel->setVisible(busy);
    m_browser->setVisible(!busy && !m_failure->isHidden());
}

void LockScreen::showFailure(const Failure& failure)
{
    if (failure.code == FailureCode::Cancelled) {
        return;
    }
    const FailureText text = failureText(failure);
    const bool harmless =
        failure.code == FailureCode::SignInAbandoned || failure.code == FailureCode::SignInExpired;
    m_failure->setTone(harmless ? Banner::Tone::Info : Banner::Tone::Error);
    m_failure->setText(text.title, text.body, text.supportCode);
    m_failure->show();
    followFlow();
    m_signIn->setFocus();
}

} // namespace proconnect::ui

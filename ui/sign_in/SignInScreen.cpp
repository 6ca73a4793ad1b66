// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInScreen.h"

#include "ui/UiSettings.h"
#include "ui/sign_in/PortalFan.h"
#include "ui/sign_in/SignInFlow.h"
#include "ui/text/FailureText.h"
#include "ui/text/Language.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Brand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QFrame>
#include <QMenu>
#include <QResizeEvent>
#include <QVariant>

namespace proconnect::ui {
namespace {

constexpr int formWidth = 520;
/// Under this effective width the promise goes: the form is what the person came for.
constexpr int widthForPromise = 900;
constexpr double promiseShare = 0.458;
constexpr int roomForHelp = 230;

/// What follows from the failure. Nothing of decisions that are kept: after a sign-out none is.
QString bodyOf(FailureCode code, const FailureText& text)
{
    const QLatin1String key(failureInfo(code).textKey);
    if (key == QLatin1String("err.service")) {
        return qtTrId("signin.service.body");
    }
    return code == FailureCode::UpdateNeeded ? qtTrId("signin.update.body") : text.body;
}

} // namespace

SignInScreen::SignInScreen(const Services& services, SignInFlow& flow, QWidget* parent)
    : QWidget(parent), m_services(services), m_flow(flow)
{
    m_promise = makePromise();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_promise);
    row->addWidget(makeForm(), 1);
    connect(&flow, &SignInFlow::stepChanged, this, &SignInScreen::followFlow);
    followFlow();
    m_signIn->setFocus();
}

QWidget* SignInScreen::makePromise()
{
    const Theme& theme = m_services.theme;
    auto* panel = new QFrame;
    panel->setProperty("surface", QStringLiteral("promise"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(theme.px(64), theme.px(48), theme.px(48), theme.px(40));
    column->setSpacing(theme.px(12));
    column->addWidget(new Brand(theme, 34));
    column->addStretch(2);
    m_fan = new PortalFan(theme);
    auto* picture = new QHBoxLayout;
    picture->setContentsMargins(theme.px(82), 0, 0, 0);
    picture->addWidget(m_fan);
    picture->addStretch();
    column->addLayout(picture, 12);
    column->addStretch(2);
    auto* title = new TextLabel(qtTrId("signin.promise.title"), TextStyle::Display);
    title->setProperty("promise", true);
    column->addWidget(title->wrapped());
    column->addSpacing(theme.px(6));
    const auto addPromise = [&theme, column](const QString& icon, const QString& text) {
        auto* line = new QHBoxLayout;
        line->setSpacing(theme.px(14));
        line->addWidget(new IconLabel(theme, icon, ColorRole::PrimaryBase, 18), 0, Qt::AlignTop);
        line->addWidget((new TextLabel(text, TextStyle::Body))->wrapped(), 1);
        column->addLayout(line);
    };
    addPromise(QStringLiteral("requests"), qtTrId("signin.promise.1"));
    addPromise(QStringLiteral("departure"), qtTrId("signin.promise.2"));
    addPromise(QStringLiteral("accounts"), qtTrId("signin.promise.3"));
    column->addStretch(3);
    column->addWidget(
        (new TextLabel(qtTrId("signin.nochange"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    return panel;
}

QWidget* SignInScreen::makeLanguageButton()
{
    const Theme& theme = m_services.theme;
    const bool english = m_services.language.code() == QLatin1String("en");
    auto* button = new Button(theme, qtTrId(english ? "set.lang.en" : "set.lang.fr"), Button::Kind::Neutral,
                              Button::Size::Small);
    button->setIconName(QStringLiteral("language"));
    button->setAccessibleName(qtTrId("set.lang") + QStringLiteral(" : ") + button->text());
    connect(button, &QPushButton::clicked, this, [this, button] {
        auto* menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto choose = [this](const QString& code) {
            m_services.settings.setLanguage(code);
            m_services.language.use(code);
        };
        menu->addAction(qtTrId("set.lang.fr"), this, [choose] { choose(QStringLiteral("fr")); });
        menu->addAction(qtTrId("set.lang.en"), this, [choose] { choose(QStringLiteral("en")); });
        menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
    });
    return button;
}

QWidget* SignInScreen::makeForm()
{
    const Theme& theme = m_services.theme;
    auto* area = new ScrollArea;
    auto* surface = new QFrame;
    surface->setProperty("surface", true);
    area->setWidget(surface);
    m_formMargins = new QVBoxLayout(surface);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme.px(8));
    top->addStretch();
    top->addWidget(makeLanguageButton());
    top->addWidget(new ScreenCode(theme, QStringLiteral("C-20")));
    m_formMargins->addLayout(top);
    m_formMargins->addStretch(3);

    auto* form = new QWidget;
    form->setMaximumWidth(theme.px(formWidth));
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(theme.px(8));
    column->addWidget(new TextLabel(qtTrId("signin.hello"), TextStyle::Display));
    column->addWidget((new TextLabel(qtTrId("signin.lead"), TextStyle::H3))->wrapped());
    column->itemAt(1)->widget()->setProperty("lead", true);
    column->addSpacing(theme.px(14));
    m_failure = new Banner(theme, Banner::Tone::Error, {});
    m_failure->hide();
    column->addWidget(m_failure);
    m_signIn = new Button(theme, qtTrId("signin.button"), Button::Kind::Primary);
    m_signIn->setIconName(QStringLiteral("arrow-right"), Button::IconPlace::After);
    m_signIn->setDefault(true);
    m_cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    m_browser = new Button(theme, qtTrId("fc.external"), Button::Kind::Quiet);
    auto* actions = new FlowLayout(theme.px(12), theme.px(8));
    for (Button* button : {m_signIn, m_cancel, m_browser}) {
        actions->addWidget(button);
    }
    column->addLayout(actions);
    m_hint = new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted);
    column->addWidget(m_hint->wrapped());
    column->addSpacing(theme.px(10));
    column->addWidget(new Rule);
    column->addSpacing(theme.px(10));
    column->addWidget(new TextLabel(qtTrId("signin.data.title"), TextStyle::BodyStrong));
    column->addWidget((new TextLabel(qtTrId("signin.data.body"), TextStyle::Table))->wrapped());
    column->addSpacing(theme.px(8));
    column->addWidget(
        (new TextLabel(qtTrId("signin.affiliation"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    m_formMargins->addWidget(form);
    m_formMargins->addStretch(4);

    auto* bottom =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForHelp), theme.px(8), theme.px(4));
    auto* help = new QHBoxLayout;
    help->setSpacing(theme.px(8));
    if (!m_services.supportNumber.isEmpty()) {
        help->addWidget(new IconLabel(theme, QStringLiteral("phone"), ColorRole::TextMuted, 14));
        help->addWidget(new TextLabel(qtTrId("signin.help").arg(m_services.supportNumber), TextStyle::Small,
                                      TextLabel::Ink::Muted),
                        1);
    }
    bottom->addLayout(help);
    if (m_services.demonstration) {
        bottom->addWidget(new TextLabel(qtTrId("status.demo"), TextStyle::Small, TextLabel::Ink::Warning));
    }
    m_formMargins->addLayout(bottom);

    connect(m_signIn, &QPushButton::clicked, &m_flow, &SignInFlow::beginEmbedded);
    connect(m_browser, &QPushButton::clicked, &m_flow, &SignInFlow::beginInBrowser);
    connect(m_cancel, &QPushButton::clicked, &m_flow, &SignInFlow::cancel);
    return area;
}

void SignInScreen::followFlow()
{
    const SignInFlow::Step step = m_flow.step();
    const bool busy = step != SignInFlow::Step::Idle;
    if (busy) {
        m_failure->hide();
    }
    m_signIn->setBusy(busy);
    m_cancel->setVisible(busy);
    m_browser->setVisible(!busy && !m_failure->isHidden());
    m_hint->setText(step == SignInFlow::Step::BrowserOpen ? qtTrId("fc.waiting")
                    : busy                                ? qtTrId("signin.busy")
                                                          : qtTrId("signin.hint"));
}

void SignInScreen::showFailure(const Failure& failure)
{
    // A sign-out that the person asked for is not worth a message.
    if (failure.code == FailureCode::Cancelled) {
        m_failure->hide();
        return;
    }
    const FailureText text = failureText(failure);
    const bool harmless = failure.code == FailureCode::SignInAbandoned ||
                          failure.code == FailureCode::SessionEnded ||
                          failure.code == FailureCode::SignInExpired;
    m_failure->setTone(harmless ? Banner::Tone::Info : Banner::Tone::Error);
    m_failure->setText(text.title, bodyOf(failure.code, text), text.supportCode);
    m_failure->show();
    followFlow();
    m_signIn->setFocus();
}

void SignInScreen::showSignOut(const SignOutReport& report)
{
    if ((report.serviceTold && report.secretsErased) || m_flow.step() != SignInFlow::Step::Idle) {
        return;
    }
    m_failure->setTone(Banner::Tone::Warning);
    const char* body = report.secretsErased ? "signout.untold.body"
                       : report.serviceTold ? "signout.keystore.body"
                                            : "signout.both.body";
    m_failure->setText(qtTrId("signout.title"), qtTrId(body));
    m_failure->show();
}

void SignInScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Theme& theme = m_services.theme;
    const int width = event->size().width();
    const bool wide = width / theme.textScale() >= widthForPromise;
    m_promise->setVisible(wide);
    m_promise->setFixedWidth(static_cast<int>(width * promiseShare));
    const int side = wide ? theme.px(width < tokens::windowCompactBelow ? 40 : 72) : theme.px(40);
    m_formMargins->setContentsMargins(side, theme.px(36), side, theme.px(36));
}

} // namespace proconnect::ui

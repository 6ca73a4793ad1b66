// SPDX-License-Identifier: MIT
#include "ui/requests/RequestDetail.h"

#include "core/model/RequestStates.h"
#include "ui/data_page/DataPage.h"
#include "ui/models/RequestListModel.h"
#include "ui/requests/ConsequencePanel.h"
#include "ui/requests/RequestFacts.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QMenu>

namespace proconnect::ui {
namespace {

constexpr int avatarSide = 48;
constexpr int padding = 28;

/// The sentences one under the other, each with its bullet.
QString bulleted(const QStringList& sentences)
{
    QStringList lines;
    for (const QString& sentence : sentences) {
        lines += QString::fromUtf8("•\u00a0 ") + sentence;
    }
    return lines.join(u'\n');
}

} // namespace

RequestDetail::RequestDetail(const Theme& theme, QWidget* parent)
    : Pane(parent), m_theme(theme), m_all(new QVBoxLayout)
{
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(theme, {}, false);
    card->body()->addLayout(m_all);
    outside->addWidget(card);
}

void RequestDetail::show(const RequestView& view, const RequestText& text)
{
    const QDate today = text.dates().today();
    if (m_view && *m_view == view && m_day == today) {
        return;
    }
    m_view = view;
    m_day = today;
    build(text);
}

void RequestDetail::clear()
{
    m_view.reset();
    delete m_content;
    m_content = nullptr;
}

bool RequestDetail::unknownOffered() const
{
    const auto& risks = m_view->request.risks;
    return risks.contains(RiskFact::UnknownRequester) || risks.contains(RiskFact::ExternalDomain) ||
           risks.contains(RiskFact::GenericAddress);
}

void RequestDetail::addHeading(QVBoxLayout& sheet, const RequestText& text)
{
    const AccessRequest& request = m_view->request;
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(16));
    row->addWidget(new Avatar(m_theme, request.displayName(), avatarSide), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(4));
    auto* title = new TextLabel(text.title(request), TextStyle::H2);
    title->setHeading();
    words->addWidget(title->wrapped());
    auto* origin = new TextLabel(text.origin(request), TextStyle::Body, TextLabel::Ink::Muted);
    words->addWidget(origin->wrapped());
    QList<BadgeContent> badges;
    if (m_view->progress) {
        badges = {decisionBadge(*m_view->progress)};
    } else if (request.open()) {
        badges = text.badges(request);
    } else {
        badges = {text.outcomeBadge(request)};
    }
    if (!badges.isEmpty()) {
        auto* flow = new FlowLayout(m_theme.px(8), m_theme.px(4));
        for (const BadgeContent& badge : std::as_const(badges)) {
            flow->addWidget(new Badge(m_theme, badge));
        }
        words->addLayout(flow);
    }
    row->addLayout(words, 1);
    sheet.addLayout(row);
}

void RequestDetail::addState(QVBoxLayout& sheet, const RequestText& text)
{
    if (m_view->refusal) {
        const FailureText why = failureText(*m_view->refusal);
        auto* banner = new Banner(m_theme, Banner::Tone::Error, why.title, why.body);
        sheet.addWidget(banner);
    }
    const AccessRequest& request = m_view->request;
    if (request.open() && request.handBack == HandBack::Failed) {
        sheet.addWidget(
            new Banner(m_theme, Banner::Tone::Error, qtTrId("req.review.failed"), text.handBack(request)));
    }
}

void RequestDetail::addReplacement(QVBoxLayout& sheet)
{
    if (m_view->replacement.words.isEmpty() || m_view->progress) {
        return;
    }
    auto* panel = new ReplacementPanel(m_theme, m_view->replacement, m_view->canDecide);
    connect(panel, &ReplacementPanel::asked, this, &RequestDetail::replacementAsked);
    sheet.addWidget(panel);
}

void RequestDetail::addFindings(QVBoxLayout& sheet, const RequestText& text)
{
    const AccessRequest& request = m_view->request;
    auto* facts = new FactSheet(m_theme, requestFacts(request, text), m_view->compact ? 136 : 180);
    if (!request.open()) {
        sheet.addWidget(facts);
        return;
    }
    const QStringList risks = text.risks(request);
    if (!risks.isEmpty()) {
        sheet.addWidget(
            new Banner(m_theme, Banner::Tone::Warning, qtTrId("req.risk.title"), bulleted(risks)));
        sheet.addWidget(facts);
    } else {
        sheet.addWidget(facts);
        sheet.addWidget(new Banner(m_theme, Banner::Tone::Success, qtTrId("req.ok"), qtTrId("req.ok.why")));
    }
    if (!m_view->compact && !m_view->progress) {
        sheet.addWidget(new ConsequencePanel(m_theme, unknownOffered()));
    }
}

QWidget* RequestDetail::actions(const RequestText& text)
{
    const AccessRequest& request = m_view->request;
    const QString person = request.displayName();
    const QString portal = text.company().portalName(request.portal);
    auto* footer = new QWidget;
    auto* column = new QVBoxLayout(footer);
    const int side = m_theme.px(m_view->compact ? 20 : padding);
    column->setContentsMargins(side, m_theme.px(14), side, m_theme.px(14));
    column->setSpacing(m_theme.px(10));
    if (!m_view->canDecide) {
        column->addWidget(
            (new TextLabel(DataPage::offlineReason(), TextStyle::Small, TextLabel::Ink::Warning))->wrapped());
    } else if (m_view->compact) {
        column->addWidget((new TextLabel(qtTrId("req.if.accept.body"), TextStyle::Small))->wrapped());
    }
    auto* row = new FlowLayout(m_theme.px(12), m_theme.px(8));
    const bool calm = request.risks.isEmpty();
    const auto add = [&](const QString& words, Button::Kind kind, void (RequestDetail::*clicked)()) {
        auto* button = new Button(m_theme, words, kind);
        button->setEnabled(m_view->canDecide);
        connect(button, &Button::clicked, this, clicked);
        row->addWidget(button);
        return button;
    };
    add(qtTrId("req.accept.key"), calm ? Button::Kind::Primary : Button::Kind::Secondary,
        &RequestDetail::acceptClicked)
        ->setAccessibleName(withNames(qtTrId("a11y.accept"), {person, portal}));
    add(qtTrId("req.refuse.key"), Button::Kind::Secondary, &RequestDetail::refuseClicked)
        ->setAccessibleName(withNames(qtTrId("a11y.refuse"), {person, portal}));
    if (unknownOffered()) {
        add(qtTrId("req.unknown.key"), Button::Kind::DangerOutline, &RequestDetail::unknownClicked)
            ->setAccessibleDescription(qtTrId("req.unknown.body"));
    } else {
        add(qtTrId("req.until.key"), Button::Kind::Quiet, &RequestDetail::untilClicked)
            ->setIconName(QStringLiteral("calendar"));
    }
    if (unknownOffered() || request.rights.size() > 1 || mayAskComplement(request) || mayForward() ||
        m_view->replacement.offered) {
        auto* more = new Button(m_theme, qtTrId("req.more.key"), Button::Kind::Quiet);
        more->setEnabled(m_view->canDecide);
        connect(more, &Button::clicked, this, [this, more] { offerOtherAnswers(*more); });
        row->addWidget(more);
    }
    column->addLayout(row);
    return footer;
}

bool RequestDetail::mayForward() const
{
    return m_view->director && stateAfter(m_view->request.state, RequestEvent::Forwarded).has_value();
}

void RequestDetail::offerOtherAnswers(Button& button)
{
    const AccessRequest& request = m_view->request;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (unknownOffered()) {
        menu->addAction(qtTrId("req.until.key"), this, &RequestDetail::untilClicked);
    }
    if (request.rights.size() > 1) {
        menu->addAction(qtTrId("req.limits.key"), this, &RequestDetail::fewerClicked);
    }
    if (m_view->replacement.offered) {
        menu->addAction(qtTrId("repl.key"), this,
                        [this] { Q_EMIT replacementAsked(ReplacementAct::Choose); });
    }
    if (mayAskComplement(request)) {
        menu->addAction(qtTrId("req.ask.key"), this, &RequestDetail::askClicked);
    }
    if (mayForward()) {
        menu->addAction(qtTrId("req.forward.key"), this, &RequestDetail::forwardClicked);
    }
    menu->popup(button.mapToGlobal(QPoint(0, button.height())));
}

void RequestDetail::build(const RequestText& text)
{
    delete m_content;
    m_content = new QWidget;
    auto* all = new QVBoxLayout(m_content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);

    auto* sheet = new ScrollContent;
    auto* column = new QVBoxLayout(sheet);
    const int side = m_theme.px(m_view->compact ? 20 : padding);
    column->setContentsMargins(side, m_theme.px(22), side, m_theme.px(20));
    column->setSpacing(m_theme.px(16));
    addHeading(*column, text);
    addState(*column, text);
    addReplacement(*column);
    addFindings(*column, text);
    column->addStretch();
    setWhole(m_view->whole);
    if (m_view->whole) {
        all->addWidget(sheet);
    } else {
        auto* area = new ScrollArea;
        area->setWidget(sheet);
        sheet->setAutoFillBackground(false);
        all->addWidget(area, 1);
    }

    const AccessRequest& request = m_view->request;
    if (request.open() && !m_view->progress) {
        all->addWidget(new Rule);
        all->addWidget(actions(text));
    } else if (request.state == RequestState::Accepted || request.state == RequestState::AcceptedWithLimits) {
        all->addWidget(new Rule);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(side, m_theme.px(14), side, m_theme.px(14));
        auto* accounts = new Button(m_theme, qtTrId("req.see.account"), Button::Kind::Secondary);
        connect(accounts, &Button::clicked, this, &RequestDetail::accountsClicked);
        row->addWidget(accounts);
        row->addStretch();
        all->addLayout(row);
    }
    m_all->addWidget(m_content);
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/requests/RequestsPage.h"

#include "core/clock/Clock.h"
#include "core/model/ActingRole.h"
#include "core/model/DelegationScope.h"
#include "core/sync/DelegationDesk.h"
#include "ui/UiSettings.h"
#include "ui/export/PaperSaver.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/requests/ForwardDialog.h"
#include "ui/requests/QuestionDialog.h"
#include "ui/requests/RefuseDialog.h"
#include "ui/requests/RequestDetail.h"
#include "ui/requests/RequestListPanel.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int listWidth = 380;
constexpr int narrowListWidth = 290;

} // namespace

RequestsPage::RequestsPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.requests"), QStringLiteral("D-01"), parent),
      m_papers(new PaperSaver(this->services().departures, this)), m_columns(new QHBoxLayout),
      m_list(new RequestListPanel(services.theme, services.settings.letterShortcuts())),
      m_back(new Button(services.theme, qtTrId("req.back.to.list"), Button::Kind::Quiet)),
      m_detail(new RequestDetail(services.theme)),
      m_empty(new EmptyState(services.theme, QStringLiteral("check"), qtTrId("req.empty"),
                             qtTrId("req.empty.body")))
{
    header().setSubtitle(qtTrId("req.sub"));
    m_detailColumn = makeDetailColumn();
    m_emptyCard = makeEmptyCard();
    m_columns->addWidget(m_list);
    m_columns->addWidget(m_detailColumn, 1);
    m_emptyCard->hide();
    content()->addLayout(m_columns, 1);
    content()->addWidget(m_emptyCard, 1);

    connect(m_list, &RequestListPanel::changed, this, [this] {
        showParts();
        showCurrent();
    });
    connect(m_list, &RequestListPanel::opened, this, [this] { openDetail(true); });
    connect(m_list, &RequestListPanel::acceptPressed, this, [this] { accept(m_list->currentId()); });
    connect(m_list, &RequestListPanel::refusePressed, this, [this] { askRefusal(m_list->currentId()); });
    connect(m_detail, &RequestDetail::acceptClicked, this, [this] { accept(m_detail->requestId()); });
    connect(m_detail, &RequestDetail::refuseClicked, this, [this] { askRefusal(m_detail->requestId()); });
    connect(m_detail, &RequestDetail::untilClicked, this,
            [this] { askLimits(m_detail->requestId(), AcceptLimitsDialog::Limit::Day); });
    connect(m_detail, &RequestDetail::fewerClicked, this,
            [this] { askLimits(m_detail->requestId(), AcceptLimitsDialog::Limit::Rights); });
    connect(m_detail, &RequestDetail::askClicked, this, [this] { askQuestion(m_detail->requestId()); });
    connect(m_detail, &RequestDetail::forwardClicked, this, [this] { findDelegates(m_detail->requestId()); });
    connect(m_detail, &RequestDetail::unknownClicked, this,
            [this] { refuse(m_detail->requestId(), RefusalReason::UnknownPerson, {}); });
    connect(m_detail, &RequestDetail::accountsClicked, this, &RequestsPage::seeAccounts);
    connect(m_detail, &RequestDetail::replacementAsked, this, &RequestsPage::act);
    listenToPapers();
    RequestsPage::setWidthClass(WidthClass::Normal);
}

QWidget* RequestsPage::makeDetailColumn()
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    m_back->setIconName(QStringLiteral("arrow-left"));
    connect(m_back, &Button::clicked, this, [this] {
        openDetail(false);
        m_list->focusList();
    });
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_detail, 1);
    return widget;
}

QWidget* RequestsPage::makeEmptyCard()
{
    auto* card = new Card(theme(), {}, false);
    card->body()->addWidget(m_empty);
    const Button* answered = m_empty->addAction(qtTrId("req.empty.done"));
    const Button* accounts = m_empty->addAction(qtTrId("req.empty.accounts"));
    connect(answered, &Button::clicked, m_list, &RequestListPanel::showAnswered);
    connect(accounts, &Button::clicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("accounts"), {}); });
    return card;
}

void RequestsPage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    m_width = width;
    m_list->setMinimumWidth(0);
    m_list->setMaximumWidth(QWIDGETSIZE_MAX);
    if (width != WidthClass::Rail) {
        m_list->setFixedWidth(theme().px(width == WidthClass::Narrow ? narrowListWidth : listWidth));
    }
    m_list->setHintsVisible(width == WidthClass::Normal || width == WidthClass::Wide);
    m_columns->setSpacing(theme().px(width == WidthClass::Narrow ? 16 : 20));
    showParts();
    showCurrent();
}

void RequestsPage::setLow(bool low)
{
    DataPage::setLow(low);
    showCurrent();
}

void RequestsPage::showData(const CompanySnapshot& /*snapshot*/)
{
    m_list->setLetterShortcuts(services().settings.letterShortcuts());
    m_list->show(requestText(), tracker().all());
    showParts();
    showCurrent();
}

void RequestsPage::showParts()
{
    const bool nothing = m_list->waitingShown() && m_list->waitingCount() == 0;
    const bool one = m_width == WidthClass::Rail;
    m_emptyCard->setVisible(nothing);
    m_list->setVisible(!nothing && (!one || !m_detailOpen));
    m_detailColumn->setVisible(!nothing && (!one || m_detailOpen));
    m_back->setVisible(one);
    m_detail->setVisible(m_list->rowCount() > 0);
}

void RequestsPage::openDetail(bool open)
{
    m_detailOpen = open;
    showParts();
}

const AccessRequest* RequestsPage::request(const QString& id) const
{
    const CompanySnapshot* shown = snapshot();
    if (!shown) {
        return nullptr;
    }
    const auto found = std::find_if(shown->requests.cbegin(), shown->requests.cend(),
                                    [&id](const auto& one) { return one.id == id; });
    return found == shown->requests.cend() ? nullptr : &*found;
}

void RequestsPage::showCurrent()
{
    const AccessRequest* one = request(m_list->currentId());
    if (!one) {
        m_detail->clear();
        return;
    }
    m_list->markRead(one->id);
    const bool compact = m_width == WidthClass::Narrow || m_width == WidthClass::Rail;
    const bool whole = low() && m_width == WidthClass::Rail;
    m_detail->show({*one, tracker().progress(one->id), tracker().refusal(one->id), canDecide(),
                    !isDelegated(snapshot()->company), compact, whole, replacementShown(*one)},
                   requestText());
}

void RequestsPage::showTarget(const QString& target)
{
    if (m_list->select(target)) {
        openDetail(true);
    }
}

bool RequestsPage::focusSearch()
{
    m_list->focusSearch();
    return true;
}

const AccessRequest* RequestsPage::answerable(const QString& id)
{
    if (id.isEmpty() || !canDecide() || tracker().progress(id)) {
        return nullptr;
    }
    const AccessRequest* one = request(id);
    if (one && one->open()) {
        return one;
    }
    if (!one || !m_list->waitingShown()) {
        return nullptr;
    }
    // News came while a dialog was open.
    const FailureText gone = failureText({FailureCode::RequestGone, {}, {}});
    showNotice(Banner::Tone::Warning, gone.title, gone.body);
    return nullptr;
}

void RequestsPage::answer(const Decision& decision, const AccessRequest& request)
{
    const int row = m_list->currentRow();
    const QString portal = requestText().company().portalName(request.portal);
    if (!submit(decision, request.displayName(), portal)) {
        return;
    }
    m_detailOpen = false;
    refresh();
    m_list->selectRow(row);
    if (m_list->rowCount() > 0) {
        m_list->focusList();
    } else {
        m_empty->focusTitle();
    }
}

void RequestsPage::accept(const QString& id, const std::optional<QDate>& until, const QStringList& withheld)
{
    if (const AccessRequest* one = answerable(id)) {
        const QString shown = qtTrId("req.shown.accept").arg(requestText().title(*one) + u'.');
        answer(draftAcceptance(snapshot()->company.siren, *one, shown, until, withheld), *one);
    }
}

void RequestsPage::refuse(const QString& id, RefusalReason reason, const QString& message)
{
    if (const AccessRequest* one = answerable(id)) {
        const QString consequence = reason == RefusalReason::UnknownPerson ? qtTrId("req.unknown.body")
                                                                           : qtTrId("req.if.refuse.body");
        const QString shown = requestText().title(*one) + QStringLiteral(". ") + consequence;
        answer(draftRefusal(snapshot()->company.siren, *one, shown, reason, message), *one);
    }
}

void RequestsPage::askRefusal(const QString& id)
{
    if (const AccessRequest* one = answerable(id)) {
        auto* dialog = new RefuseDialog(theme(), one->displayName(),
                                        requestText().company().portalName(one->portal), this);
        connect(dialog, &RefuseDialog::refused, this,
                [this, id](RefusalReason reason, const QString& message) { refuse(id, reason, message); });
        dialog->open();
    }
}

void RequestsPage::askLimits(const QString& id, AcceptLimitsDialog::Limit limit)
{
    if (const AccessRequest* one = answerable(id)) {
        auto* dialog = new AcceptLimitsDialog(theme(), dateText(), *one,
                                              requestText().company().portalName(one->portal), limit, this);
        connect(dialog, &AcceptLimitsDialog::chosen, this,
                [this, id](const QDate& lastDay, const QStringList& withheld) {
                    accept(id, lastDay.isValid() ? std::optional{lastDay} : std::nullopt, withheld);
                });
        dialog->open();
    }
}

void RequestsPage::askQuestion(const QString& id)
{
    if (const AccessRequest* one = answerable(id)) {
        auto* dialog = new QuestionDialog(theme(), one->displayName(),
                                          requestText().company().portalName(one->portal), this);
        connect(dialog, &QuestionDialog::asked, this, [this, id](const QString& question) {
            if (const AccessRequest* still = answerable(id)) {
                const QString shown = requestText().title(*still) + QStringLiteral(". ") + question;
                answer(draftQuestion(snapshot()->company.siren, *still, shown, question), *still);
            }
        });
        dialog->open();
    }
}

void RequestsPage::findDelegates(const QString& id)
{
    if (!answerable(id)) {
        return;
    }
    services().delegations.list(
        snapshot()->company.siren, this, [this, id](const Outcome<DelegationList>& list) {
            if (!list) {
                const FailureText why = failureText(list.failure());
                showNotice(Banner::Tone::Warning, why.title, why.body, why.supportCode);
                return;
            }
            offerDelegates(id, list.value());
        });
}

void RequestsPage::offerDelegates(const QString& id, const DelegationList& list)
{
    const AccessRequest* one = answerable(id);
    if (!one) {
        return;
    }
    QList<Delegation> able;
    for (const Delegation& delegation : list.delegations) {
        if (mayAnswer(delegation, *one, services().clock.now())) {
            able.append(delegation);
        }
    }
    if (able.isEmpty()) {
        showNotice(Banner::Tone::Info, qtTrId("req.forward.nobody"), qtTrId("req.forward.nobody.body"));
        return;
    }
    auto* dialog = new ForwardDialog(theme(), dateText(), one->displayName(), able, this);
    connect(dialog, &ForwardDialog::chosen, this, [this, id](const Delegation& delegation) {
        if (const AccessRequest* still = answerable(id)) {
            const QString shown = withNames(qtTrId("req.forward.shown"),
                                            {requestText().title(*still), delegation.terms.displayName()});
            answer(draftForwarding(snapshot()->company.siren, *still, shown, delegation.terms.id), *still);
        }
    });
    dialog->open();
}

void RequestsPage::seeAccounts()
{
    if (const AccessRequest* one = request(m_detail->requestId())) {
        Q_EMIT pageRequested(QStringLiteral("accounts"), QStringLiteral("search:") + one->displayName());
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/sign_in/AttachScreen.h"

#include "core/clock/Clock.h"
#include "core/session/SessionController.h"
#include "core/sync/CompanyDesk.h"
#include "core/sync/Workspace.h"
#include "ui/StatusBar.h"
#include "ui/sign_in/CompanyFound.h"
#include "ui/sign_in/InvitationDialog.h"
#include "ui/sign_in/RefusalPanel.h"
#include "ui/sign_in/ScreenHeader.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/SirenField.h"
#include "ui/widgets/TextLabel.h"

#include <QAction>
#include <QBoxLayout>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr int cardWidth = 680;
constexpr int fieldWidth = 260;

} // namespace

AttachScreen::AttachScreen(const Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_dates(services.clock.now()),
      m_header(
          new ScreenHeader(services.theme, services.session.profile().displayName(), QStringLiteral("C-22")))
{
    const Theme& theme = services.theme;
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    connect(m_header, &ScreenHeader::signOutRequested, this, &AttachScreen::signOutRequested);

    auto* area = new ScrollArea;
    auto* page = new ScrollContent;
    area->setWidget(page);
    page->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    addMemoryOnlyNotice(*column);
    column->addStretch(1);
    auto* card = new Card(theme, {}, false);
    card->setMaximumWidth(theme.px(cardWidth));
    m_card = card->body();
    m_card->setContentsMargins(theme.px(44), theme.px(40), theme.px(44), theme.px(40));
    m_form = makeForm();
    m_card->addWidget(m_form);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(card, 100);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(theme.px(14));
    m_below = new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted);
    m_below->wrapped()->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_below);
    column->addStretch(2);
    all->addWidget(area, 1);
    auto* status = new StatusBar(services);
    connect(&services.workspace, &Workspace::connectionChanged, status, &StatusBar::refresh);
    all->addWidget(status);
}

void AttachScreen::addMemoryOnlyNotice(QVBoxLayout& column)
{
    const Theme& theme = m_services.theme;
    const FailureText text = failureText({FailureCode::KeyStoreUnavailable, {}, {}});
    auto* place = new QWidget;
    auto* room = new QVBoxLayout(place);
    room->setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(16));
    auto* notice = new Banner(theme, Banner::Tone::Warning, {});
    notice->setText(text.title, text.body, text.supportCode);
    room->addWidget(notice);
    column.addWidget(place);
    const Button* understood = notice->setAction(qtTrId("common.understood"));
    connect(understood, &QPushButton::clicked, place, &QWidget::hide);
    const auto follow = [this, place] {
        place->setVisible(m_services.session.secretKeeping() == SecretKeeping::MemoryOnly);
    };
    connect(&m_services.session, &SessionController::secretKeepingChanged, place, follow);
    follow();
}

QWidget* AttachScreen::makeForm()
{
    const Theme& theme = m_services.theme;
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    column->addWidget(new TextLabel(qtTrId("attach.step"), TextStyle::Small));
    auto* title = new TextLabel(qtTrId("attach.title"), TextStyle::H1);
    title->wrapped()->setHeading();
    column->addWidget(title);
    column->addWidget(
        (new TextLabel(qtTrId("attach.lead"), TextStyle::Body, TextLabel::Ink::Muted))->wrapped());
    column->addSpacing(theme.px(14));
    m_field = new SirenField;
    m_field->setMinimumHeight(theme.px(46));
    m_field->setFixedWidth(theme.px(fieldWidth));
    m_valid = m_field->addAction(theme.icon(QStringLiteral("success"), ColorRole::SuccessText),
                                 QLineEdit::TrailingPosition);
    // Qt makes it a button, which a screen reader must be able to name.
    m_valid->setText(qtTrId("attach.field"));
    m_row = new FieldRow(theme, qtTrId("attach.field"), m_field);
    column->addWidget(m_row);
    column->addSpacing(theme.px(8));
    m_answer = new QVBoxLayout;
    m_answer->setSpacing(theme.px(12));
    m_problem = new Banner(theme, Banner::Tone::Warning, {});
    m_problem->hide();
    m_answer->addWidget(m_problem);
    column->addLayout(m_answer);
    column->addSpacing(theme.px(12));
    auto* actions = new FlowLayout(theme.px(12), theme.px(8));
    m_submit = new Button(theme, qtTrId("attach.submit"), Button::Kind::Primary);
    m_notMine = new Button(theme, qtTrId("attach.notmine"), Button::Kind::Quiet);
    actions->addWidget(m_submit);
    actions->addWidget(m_notMine);
    if (!m_services.session.profile().companies.isEmpty()) {
        auto* back = new Button(theme, qtTrId("attach.cancel"), Button::Kind::Quiet);
        connect(back, &QPushButton::clicked, this, &AttachScreen::cancelled);
        actions->addWidget(back);
    }
    column->addLayout(actions);
    column->addSpacing(theme.px(8));
    auto* invited = new LinkButton(qtTrId("attach.invited"));
    connect(invited, &QAbstractButton::clicked, this, &AttachScreen::askForCode);
    column->addWidget(invited, 0, Qt::AlignLeft);

    connect(m_field, &SirenField::sirenEntered, this, &AttachScreen::check);
    connect(m_field, &SirenField::incomplete, this, &AttachScreen::clearAnswer);
    connect(m_field, &SirenField::mistypedSiren, this, [this] {
        clearAnswer();
        m_row->setError(failureText({FailureCode::SirenInvalid, {}, {}}).sentence());
    });
    connect(m_field, &SirenField::lettersGiven, this, [this] { m_row->setError(qtTrId("attach.letters")); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_submit->isVisible()) {
            m_submit->click();
        }
    });
    connect(m_submit, &QPushButton::clicked, this, &AttachScreen::attach);
    connect(m_notMine, &QPushButton::clicked, this, &AttachScreen::begin);
    return form;
}

void AttachScreen::askForCode()
{
    auto* dialog = new InvitationDialog(m_services, this);
    connect(dialog, &InvitationDialog::answered, this, [this](const Delegation& delegation) {
        if (delegation.state == DelegationState::Active) {
            Q_EMIT attached(delegation.terms.siren);
            return;
        }
        const bool later = delegation.state == DelegationState::Scheduled;
        clearAnswer();
        m_problem->setTone(Banner::Tone::Info);
        m_problem->setText(later ? qtTrId("invite.later").arg(m_dates.longDate(delegation.terms.start))
                                 : qtTrId("invite.declined"));
        m_problem->hideAction();
        m_problem->show();
    });
    dialog->open();
}

void AttachScreen::begin()
{
    m_field->clear();
    clearAnswer();
    m_field->setFocus();
}

void AttachScreen::clearAnswer()
{
    ++m_turn;
    m_check = {};
    delete std::exchange(m_found, nullptr);
    if (m_refusal) {
        // It may be the sender of the signal that brings here.
        m_refusal->hide();
        std::exchange(m_refusal, nullptr)->deleteLater();
    }
    m_header->setCode(QStringLiteral("C-22"));
    m_form->show();
    m_problem->hide();
    m_valid->setVisible(false);
    m_row->setError({});
    m_row->setHint({});
    m_submit->hide();
    m_submit->setBusy(false);
    m_submit->setText(qtTrId("attach.submit"));
    m_notMine->hide();
    m_below->setText(qtTrId("attach.more"));
}

void AttachScreen::setChecking(bool checking)
{
    m_row->setHint(checking ? qtTrId("attach.checking") : QString());
}

void AttachScreen::check(const SirenNumber& siren)
{
    clearAnswer();
    setChecking(true);
    const quint64 turn = m_turn;
    m_services.companies.check(siren, this, [this, turn](const Outcome<CompanyCheck>& outcome) {
        if (turn != m_turn) {
            return;
        }
        setChecking(false);
        if (outcome) {
            showCheck(outcome.value());
        } else {
            const FailureText text = attachFailureText(outcome.failure());
            showProblem(text.title, text.body, text.supportCode, outcome.failure().retriable());
        }
    });
}

bool AttachScreen::alreadyAttached(const QString& siren) const
{
    const QList<Company>& companies = m_services.session.profile().companies;
    // Someone whose mandate ended and began again attaches the company again.
    return std::any_of(companies.begin(), companies.end(), [&siren](const Company& company) {
        return company.siren == siren && !company.mandateEnded;
    });
}

void AttachScreen::showCheck(const CompanyCheck& check)
{
    m_check = check;
    const auto problem = [this](FailureCode code, const QString& argument) {
        const FailureText text = failureText({code, {}, argument});
        showProblem(text.title, text.body, text.supportCode, failureInfo(code).retriable);
    };
    switch (check.result) {
    case CheckResult::Certified:
        m_found = new CompanyFound(m_services.theme, check);
        m_answer->addWidget(m_found);
        m_valid->setVisible(true);
        if (alreadyAttached(check.siren)) {
            m_problem->setTone(Banner::Tone::Info);
            m_problem->setText(qtTrId("attach.already"));
            m_problem->hideAction();
            m_problem->show();
            m_submit->setText(qtTrId("attach.open"));
        }
        m_submit->show();
        m_notMine->show();
        break;
    case CheckResult::NotDirector:
    case CheckResult::NeedsReview:
    case CheckResult::NotCovered:
        showRefusal(check);
        break;
    case CheckResult::Closed:
        problem(FailureCode::CompanyClosed, check.closedOn ? m_dates.longDate(*check.closedOn) : QString());
        break;
    case CheckResult::Duplicate:
        showDuplicate(check);
        break;
    case CheckResult::Unknown:
        problem(FailureCode::SirenUnknown, {});
        break;
    case CheckResult::Unavailable:
        problem(FailureCode::RegistryUnavailable, {});
        break;
    }
}

void AttachScreen::showRefusal(const CompanyCheck& check)
{
    m_header->setCode(QStringLiteral("C-24"));
    m_form->hide();
    m_refusal = new RefusalPanel(m_services.theme, m_dates, check, m_services.supportNumber);
    m_card->addWidget(m_refusal);
    m_below->setText(qtTrId("attach.refused.safe"));
    connect(m_refusal, &RefusalPanel::correctionRequested, this, [this] {
        clearAnswer();
        m_field->setFocus();
        m_field->selectAll();
    });
    connect(m_refusal, &RefusalPanel::checkAgainRequested, this, [this] {
        checkEntered();
        m_field->setFocus();
    });
    connect(m_refusal, &RefusalPanel::sendRequested, this, &AttachScreen::sendReview);
    m_refusal->focusTitle();
}

void AttachScreen::showDuplicate(const CompanyCheck& check)
{
    const auto other = SirenNumber::parse(check.replacedBy);
    const FailureText text =
        failureText({FailureCode::CompanyDuplicate, {}, other ? other->display() : QString()});
    showProblem(text.title, text.body, text.supportCode, false);
    if (!other) {
        return;
    }
    Button* use = m_problem->setAction(qtTrId("attach.duplicate.use").arg(other->display()));
    use->disconnect(this);
    connect(use, &QPushButton::clicked, this, [this, digits = other->digits()] {
        m_field->setText(digits);
        checkEntered();
    });
}

void AttachScreen::sendReview(const QString& reference, const QString& replyTo)
{
    const quint64 turn = m_turn;
    m_services.companies.sendReview(reference, replyTo, this,
                                    [this, turn](const Outcome<ReviewTransmission>& outcome) {
                                        if (turn == m_turn && m_refusal) {
                                            m_refusal->showSending(outcome);
                                        }
                                    });
}

void AttachScreen::checkEntered()
{
    if (const auto siren = m_field->siren()) {
        check(*siren);
    }
}

void AttachScreen::showProblem(const QString& title, const QString& body, const QString& code, bool mayRetry)
{
    m_problem->setTone(Banner::Tone::Warning);
    m_problem->setText(title, body, code);
    if (mayRetry) {
        Button* retry = m_problem->setAction(qtTrId("common.retry"), QStringLiteral("refresh"));
        retry->disconnect(this);
        connect(retry, &QPushButton::clicked, this, &AttachScreen::checkEntered);
    } else {
        m_problem->hideAction();
    }
    m_problem->show();
}

void AttachScreen::attach()
{
    if (alreadyAttached(m_check.siren)) {
        Q_EMIT attached(m_check.siren);
        return;
    }
    const auto siren = SirenNumber::parse(m_check.siren);
    if (!siren || m_submit->busy()) {
        return;
    }
    m_submit->setBusy(true);
    m_problem->hide();
    const quint64 turn = m_turn;
    m_services.companies.attach(*siren, this, [this, turn](const Outcome<Company>& outcome) {
        if (turn != m_turn) {
            return;
        }
        m_submit->setBusy(false);
        if (outcome) {
            Q_EMIT attached(outcome.value().siren);
            return;
        }
        const FailureText text = attachFailureText(outcome.failure());
        showProblem(qtTrId("attach.failed"), text.sentence(), text.supportCode, false);
    });
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/departure/DonePanel.h"

#include "ui/departure/ReceiptCard.h"
#include "ui/text/NamedText.h"
#include "ui/text/PlainToolTip.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QFrame>

namespace proconnect::ui {
namespace {

constexpr int iconSize = 32;

QFrame* makeCard(const Theme& theme)
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(6));
    return card;
}

} // namespace

DonePanel::DonePanel(const Theme& theme, QWidget* parent)
    : DeparturePanel(theme, Over, parent),
      m_icon(new IconLabel(theme, QStringLiteral("success"), ColorRole::SuccessText, iconSize)),
      m_title(new TextLabel({}, TextStyle::H2)),
      m_person(new TextLabel({}, TextStyle::Body, TextLabel::Ink::Muted)), m_sums(new QHBoxLayout),
      m_closed(makeSum("success", static_cast<int>(ColorRole::SuccessText), qtTrId("dep.done.closed"),
                       qtTrId("dep.done.steps"))),
      m_underWay(makeSum("deadline", static_cast<int>(ColorRole::InfoText), qtTrId("dep.done.running"),
                         qtTrId("dep.done.steps"))),
      m_toDo(makeSum("letter", static_cast<int>(ColorRole::WarningText), qtTrId("dep.done.todo"),
                     qtTrId("dep.done.letters"))),
      m_restored(makeSum("undo", static_cast<int>(ColorRole::TextMuted), qtTrId("dep.done.restored"),
                         qtTrId("dep.done.steps"))),
      m_contact(new Banner(theme, Banner::Tone::Info, {})), m_receipt(new ReceiptCard(theme))
{
    body()->addWidget(makeHead());
    m_sums->setSpacing(theme.px(16));
    for (const Sum* sum : {&m_closed, &m_underWay, &m_toDo, &m_restored}) {
        m_sums->addWidget(sum->card, 1);
    }
    body()->addLayout(m_sums);
    connect(m_contact->setAction(qtTrId("home.watch.email.act")), &Button::clicked, this,
            &DonePanel::contactEmailClicked);
    body()->addWidget(m_contact);
    connect(m_receipt, &ReceiptCard::clicked, this, &DonePanel::receiptClicked);
    body()->addWidget(m_receipt);
    body()->addStretch(1);

    auto* another = new Button(theme, qtTrId("dep.again"), Button::Kind::Quiet);
    connect(another, &Button::clicked, this, &DonePanel::anotherClicked);
    addToEnd(another);
    auto* finish = new Button(theme, qtTrId("common.finish"), Button::Kind::Primary);
    connect(finish, &Button::clicked, this, &DonePanel::finishClicked);
    addToEnd(finish);
}

QWidget* DonePanel::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(16));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().px(2));
    words->addWidget(m_title->wrapped());
    words->addWidget(m_person->wrapped());
    row->addLayout(words, 1);
    return head;
}

DonePanel::Sum DonePanel::makeSum(const char* icon, int ink, const QString& title, const QString& action)
{
    Sum sum;
    QFrame* card = makeCard(theme());
    auto* column = qobject_cast<QVBoxLayout*>(card->layout());
    auto* top = new QHBoxLayout;
    top->setSpacing(theme().px(10));
    top->addWidget(new IconLabel(theme(), QString::fromLatin1(icon), static_cast<ColorRole>(ink)));
    sum.number = new TextLabel({}, TextStyle::H2);
    top->addWidget(sum.number);
    top->addStretch();
    column->addLayout(top);
    column->addWidget((new TextLabel(title, TextStyle::BodyStrong))->wrapped());
    sum.portals = (new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))->wrapped();
    column->addWidget(sum.portals);
    column->addStretch();
    if (!action.isEmpty()) {
        sum.steps = new Button(theme(), action, Button::Kind::Neutral, Button::Size::Small);
        connect(sum.steps, &Button::clicked, this, &DonePanel::stepsClicked);
        column->addWidget(sum.steps, 0, Qt::AlignLeft);
    }
    sum.card = card;
    return sum;
}

void DonePanel::setStacked(bool stacked)
{
    m_sums->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DonePanel::setSaving(bool saving)
{
    m_receipt->setSaving(saving);
}

void DonePanel::fill(const Sum& sum, const QStringList& portals)
{
    sum.number->setText(QString::number(portals.size()));
    // The number is that of accounts: a portal says when it has several of them.
    QStringList names;
    for (const QString& portal : portals) {
        const auto accounts = static_cast<int>(portals.count(portal));
        names += accounts > 1 ? qtTrId("dep.done.several", accounts).arg(portal) : portal;
    }
    names.removeDuplicates();
    sum.portals->setText(names.join(QStringLiteral(", ")));
    sum.portals->setVisible(!names.isEmpty());
    sum.card->setVisible(!portals.isEmpty());
}

void DonePanel::showTitle(const Departure& departure)
{
    const DepartureTally tally = tallyOf(departure);
    const bool cancelled = departure.state == DepartureState::Cancelled || tally.all == 0;
    const bool none = !cancelled && tally.restored == tally.all;
    const bool all = tally.closed + tally.restored == tally.all;
    m_icon->setIcon(cancelled || none ? QStringLiteral("info") : QStringLiteral("success"),
                    cancelled || none ? ColorRole::InfoText : ColorRole::SuccessText);
    m_title->setText(cancelled ? qtTrId("dep.done.cancelled")
                     : none    ? qtTrId("dep.done.none")
                     : all     ? qtTrId("dep.done.all", tally.closed)
                               : qtTrId("dep.done.part").arg(tally.closed).arg(tally.all));
    m_person->setText(shortened(departure.person));
    m_person->setToolTip(m_person->text() == departure.person ? QString() : plainToolTip(departure.person));
}

void DonePanel::show(const DepartureText& text, const Departure& departure, bool contactEmail)
{
    QStringList closed;
    QStringList underWay;
    QStringList toDo;
    QStringList restored;
    for (const DepartureStep& step : departure.steps) {
        const QString portal = text.accounts().company().portalName(step.portal);
        switch (step.state) {
        case DepartureStepState::Confirmed:
        case DepartureStepState::DeclaredDone:
            (step.restoredAt ? restored : closed) += portal;
            break;
        case DepartureStepState::ToDo:
        case DepartureStepState::ReplacementNeeded:
        case DepartureStepState::Requested:
            underWay += portal;
            break;
        case DepartureStepState::Manual:
        case DepartureStepState::Failed:
            toDo += portal;
            break;
        case DepartureStepState::NotNeeded:
            break;
        }
    }
    fill(m_closed, closed);
    fill(m_underWay, underWay);
    fill(m_toDo, toDo);
    fill(m_restored, restored);
    showTitle(departure);
    m_contact->setVisible(contactEmail);
    m_contact->setText(withNames(qtTrId("dep.done.mail"), {shortened(departure.person)}),
                       qtTrId("dep.done.mail.body"));
    m_receipt->show(departure);
}

} // namespace proconnect::ui

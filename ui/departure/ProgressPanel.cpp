// SPDX-License-Identifier: MIT
#include "ui/departure/ProgressPanel.h"

#include "ui/departure/AccountsApart.h"
#include "ui/departure/ReceiptCard.h"
#include "ui/text/NamedText.h"
#include "ui/text/PlainToolTip.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QProgressBar>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int roomForTitle = 300;

QList<StepRow::Act> actsOf(const DepartureStep& step, bool announced, bool restorable)
{
    if (announced) {
        return {};
    }
    switch (step.state) {
    case DepartureStepState::Failed:
        return {StepRow::Act::Retry, StepRow::Act::Letter, StepRow::Act::Declare};
    case DepartureStepState::Manual:
        return {StepRow::Act::Letter, StepRow::Act::Declare};
    case DepartureStepState::Confirmed:
        return restorable ? QList{StepRow::Act::Restore} : QList<StepRow::Act>();
    default:
        return {};
    }
}

} // namespace

ProgressPanel::ProgressPanel(const Theme& theme, QWidget* parent)
    : DeparturePanel(theme, Close, parent), m_title(new TextLabel({}, TextStyle::H2)),
      m_sentence(new TextLabel({}, TextStyle::Body, TextLabel::Ink::Muted)),
      m_count(new TextLabel({}, TextStyle::H2)), m_bar(new QProgressBar),
      m_putOff(new Banner(theme, Banner::Tone::Warning, {})),
      m_trouble(new Banner(theme, Banner::Tone::Error, {})),
      m_receipt(new ReceiptCard(theme, ReceiptCard::Look::Line)),
      m_why(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_stop(new Button(theme, qtTrId("dep.stop"), Button::Kind::Neutral))
{
    body()->addWidget(makeHead());
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(8));
    body()->addWidget(m_bar);
    m_putOff->hide();
    m_trouble->hide();
    body()->addWidget(m_putOff);
    body()->addWidget(m_trouble);
    m_receipt->hide();
    connect(m_receipt, &ReceiptCard::clicked, this, &ProgressPanel::receiptClicked);
    body()->addWidget(m_receipt);
    body()->addStretch(1);

    setStart(m_why->wrapped());
    connect(m_stop, &Button::clicked, this, &ProgressPanel::stopClicked);
    addToEnd(m_stop);
    auto* background = new Button(theme, qtTrId("dep.bg"), Button::Kind::Secondary);
    connect(background, &Button::clicked, this, &ProgressPanel::backgroundClicked);
    addToEnd(background);
}

QWidget* ProgressPanel::makeHead()
{
    auto* head = new QWidget;
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().px(2));
    words->addWidget(m_title->wrapped());
    words->addWidget(m_sentence->wrapped());
    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme().px(roomForTitle), theme().px(16), theme().px(8));
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    parts->addLayout(words);
    parts->addWidget(m_count);
    column->addLayout(parts);
    return head;
}

void ProgressPanel::setSaving(bool saving)
{
    m_receipt->setSaving(saving);
}

void ProgressPanel::setStacked(bool stacked)
{
    m_built = m_built && stacked == m_stacked;
    m_stacked = stacked;
}

StepRow::Content ProgressPanel::rowOf(const DepartureText& text, const Content& content,
                                      const DepartureStep& step, const QString& which) const
{
    StepRow::Content row;
    row.step = step;
    row.portal = text.accounts().company().portalName(step.portal);
    row.which = which;
    row.words = text.step(content.departure, step, content.undoable);
    row.acts = actsOf(step, content.announced, content.restorable.contains(step.account));
    if (!row.acts.isEmpty()) {
        row.hindrance = content.hindered.value(step.account, content.hindrance);
    }
    return row;
}

void ProgressPanel::show(const DepartureText& text, const Content& content)
{
    const CompanySnapshot& company = text.accounts().company().snapshot();
    const Departure& departure = content.departure;
    Departure named = departure;
    named.person = shortened(departure.person);
    m_title->setText(text.title(named));
    m_title->setToolTip(named.person == departure.person ? QString() : plainToolTip(departure.person));
    const PortalsHeard portals = portalsHeard(company, departure);
    m_sentence->setText(content.undoable    ? qtTrId("dep.run.announced")
                        : content.announced ? qtTrId("dep.step.pending")
                        : departure.putOff  ? qtTrId("dep.run.putoff")
                        : departure.state == DepartureState::Scheduled
                            ? qtTrId("dep.run.scheduled")
                            : qtTrId("dep.run.sub", portals.heard).arg(portals.all));
    m_count->setText(qtTrId("dep.run.count").arg(portals.heard).arg(portals.all));
    m_bar->setRange(0, std::max(1, portals.all));
    m_bar->setValue(portals.heard);
    m_bar->setAccessibleName(m_sentence->text());

    const DepartureTally tally = tallyOf(departure);
    m_putOff->setVisible(departure.putOff.has_value());
    if (departure.putOff) {
        m_putOff->setText(qtTrId("dep.putoff"), DepartureText::putOff(departure));
    }
    m_trouble->setVisible(tally.failed > 0);
    if (tally.failed > 0) {
        m_trouble->setText(qtTrId("dep.failed", tally.failed), qtTrId("dep.failed.body"));
    }
    QList<StepRow::Content> rows;
    const QList<DepartureStep> steps = stepsInOrder(company, departure);
    const QStringList which = accountsApart(text.accounts(), steps);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        rows += rowOf(text, content, steps.at(i), which.at(i));
    }
    const bool same = m_built && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                            [](const auto& a, const auto& b) { return a.sameAs(b); });
    if (!same) {
        m_rows = rows;
        build();
    }
    m_receipt->show(departure);
    const bool stoppable = tally.waiting > 0 && !content.announced;
    m_stop->setVisible(stoppable);
    m_stop->setEnabled(content.hindrance.isEmpty() && !content.stopping);
    m_why->setText(stoppable && !content.hindrance.isEmpty() ? content.hindrance
                   : content.stopping                        ? qtTrId("dep.stopping")
                                                             : qtTrId("dep.log"));
    if (m_said != m_sentence->text() && isVisible()) {
        QAccessibleEvent event(m_sentence, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    m_said = m_sentence->text();
}

void ProgressPanel::build()
{
    // What has the focus comes back where it was, in the new rows.
    const QWidget* focused = QApplication::focusWidget();
    const QString name =
        focused && m_list && m_list->isAncestorOf(focused) ? focused->objectName() : QString();
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const StepRow::Content& content : std::as_const(m_rows)) {
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        auto* row = new StepRow(theme(), content, m_stacked);
        connect(row, &StepRow::asked, this,
                [this, account = content.step.account](StepRow::Act act) { Q_EMIT asked(account, act); });
        column->addWidget(row);
    }
    body()->insertWidget(4, m_list);
    m_built = true;
    chainFocus();
    if (auto* again = name.isEmpty() ? nullptr : m_list->findChild<QWidget*>(name)) {
        again->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace proconnect::ui

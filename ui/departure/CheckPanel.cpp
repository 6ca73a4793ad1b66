// SPDX-License-Identifier: MIT
#include "ui/departure/CheckPanel.h"

#include "ui/departure/AccountsApart.h"
#include "ui/departure/DepartureWhen.h"
#include "ui/text/NamedText.h"
#include "ui/text/PlainToolTip.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int avatarSize = 48;
constexpr int undoSeconds = 10;

/// The consequence's first sentence is what must be read.
std::pair<QString, QString> firstSentence(const QString& text)
{
    const qsizetype end = text.indexOf(QStringLiteral(". "));
    return end < 0 ? std::pair(text, QString()) : std::pair(text.left(end + 1), text.mid(end + 2));
}

} // namespace

CheckPanel::CheckPanel(const Theme& theme, const DateText& dates, QWidget* parent)
    : DeparturePanel(theme, Check, parent), m_when(new DepartureWhen(theme, dates)),
      m_avatar(new Avatar(theme, {}, avatarSize)), m_title(new TextLabel({}, TextStyle::H2)),
      m_who(new TextLabel({}, TextStyle::Body, TextLabel::Ink::Muted)),
      m_firm(new Banner(theme, Banner::Tone::Info, qtTrId("dep.firm.closes"))),
      m_leftOut(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Warning)),
      m_consequence(new Banner(theme, Banner::Tone::Warning, {})),
      m_hindrance(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Warning)),
      m_undo(new TextLabel(qtTrId("req.refuse.undo", undoSeconds), TextStyle::Small, TextLabel::Ink::Muted)),
      m_go(new Button(theme, {}, Button::Kind::Danger))
{
    m_consequence->setIconName(QStringLiteral("warning"));
    body()->addWidget(makeHead());
    body()->addWidget(m_firm);
    body()->addWidget(m_leftOut->wrapped());
    body()->addWidget(m_when);
    body()->addWidget(m_consequence);
    body()->addStretch(1);
    connect(m_when, &DepartureWhen::changed, this, [this] {
        m_choices.at = m_when->at();
        m_choices.reason = m_when->reason();
        Q_EMIT chosen();
    });

    auto* back = new Button(theme, qtTrId("common.back"), Button::Kind::Quiet);
    back->setIconName(QStringLiteral("arrow-left"));
    connect(back, &Button::clicked, this, &CheckPanel::backClicked);
    setStart(back);
    addToEnd(m_hindrance->flowing());
    addToEnd(m_undo->flowing());
    // Enter in a field must never close accounts by itself.
    m_go->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, &CheckPanel::goClicked);
    addToEnd(m_go);
}

QWidget* CheckPanel::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(16));
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().px(2));
    words->addWidget(m_title->wrapped());
    words->addWidget(m_who->wrapped());
    row->addLayout(words, 1);
    return head;
}

void CheckPanel::setChoices(const DepartureChoices& choices)
{
    m_choices = choices;
    m_when->set(choices.at, choices.reason);
}

void CheckPanel::setStacked(bool stacked)
{
    m_built = m_built && stacked == m_stacked;
    m_stacked = stacked;
}

void CheckPanel::show(const DepartureText& text, const DeparturePlan& plan, const QString& hindrance)
{
    m_when->setNow(text.accounts().dates());
    m_plan = plan;
    const QStringList which = accountsApart(text.accounts(), plan.closings);
    QList<CheckRow::Content> contents;
    for (qsizetype i = 0; i < plan.closings.size(); ++i) {
        contents += CheckRow::contentOf(text, plan.closings.at(i), which.at(i));
    }
    if (!m_built || contents != m_contents) {
        m_contents = contents;
        build();
    }
    const CompanySnapshot& company = text.accounts().company().snapshot();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->showChoices(company, plan.closings.at(i), m_choices);
    }
    showSums(text);
    const QString objection = m_when->objection(text.accounts().dates().now());
    const bool decidable = termsOf(company, plan, m_choices).has_value();
    const QString why = !hindrance.isEmpty()   ? hindrance
                        : !objection.isEmpty() ? objection
                        : decidable            ? QString()
                                    : qtTrId(chosenCount(plan, m_choices) > 0 ? "dep.missing.successor"
                                                                              : "dep.missing.account");
    m_hindrance->setText(why);
    m_hindrance->setVisible(!why.isEmpty());
    m_undo->setVisible(why.isEmpty());
    m_go->setEnabled(why.isEmpty());
}

void CheckPanel::build()
{
    // What has the focus comes back where it was, in the new rows.
    const QWidget* focused = QApplication::focusWidget();
    const QString name =
        focused && m_table && m_table->isAncestorOf(focused) ? focused->objectName() : QString();
    delete m_table;
    m_rows.clear();
    m_table = makeTable();
    body()->insertWidget(2, m_table);
    m_built = true;
    chainFocus();
    if (auto* again = name.isEmpty() ? nullptr : m_table->findChild<QWidget*>(name)) {
        again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget* CheckPanel::makeTable()
{
    auto* table = new QFrame;
    table->setProperty("card", true);
    auto* column = new QVBoxLayout(table);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    if (!m_stacked) {
        column->addWidget(CheckRow::makeHeading(theme()));
    }
    for (const CheckRow::Content& content : std::as_const(m_contents)) {
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        auto* row = new CheckRow(theme(), content, m_stacked);
        connectRow(*row);
        m_rows += row;
        column->addWidget(row);
    }
    return table;
}

void CheckPanel::connectRow(CheckRow& row)
{
    const QString account = row.account();
    connect(&row, &CheckRow::closedToggled, this, [this, account](bool closed) {
        if (closed) {
            m_choices.kept.remove(account);
        } else {
            m_choices.kept.insert(account);
        }
        Q_EMIT chosen();
    });
    connect(&row, &CheckRow::successorChosen, this, [this, account](const QString& successor) {
        m_choices.successors.insert(account, successor);
        Q_EMIT chosen();
    });
    connect(&row, &CheckRow::successorWanted, this, [this, account] {
        m_choices.withoutSuccessor.remove(account);
        Q_EMIT chosen();
    });
    connect(&row, &CheckRow::withoutSuccessorAsked, this,
            [this, account] { Q_EMIT withoutSuccessorAsked(account); });
}

void CheckPanel::closeWithoutSuccessor(const QString& account, const SpelledOut& read)
{
    m_choices.withoutSuccessor.insert(account, read);
    Q_EMIT chosen();
}

void CheckPanel::showSums(const DepartureText& text)
{
    const Leaver& leaver = m_plan.leaver;
    const QString name = DepartureText::name(leaver);
    const int number = chosenCount(m_plan, m_choices);
    const DateText& dates = text.accounts().dates();
    m_avatar->setName(leaver.name);
    m_avatar->setIconName(leaver.kind == Leaver::Kind::Person ? QString() : QStringLiteral("accountant"));
    m_title->setText(withNames(qtTrId("dep.title", number), {shortened(name)}));
    m_title->setAccessibleName(withNames(qtTrId("dep.title", number), {name}));
    m_title->setToolTip(name == shortened(name) ? QString() : plainToolTip(name));
    QStringList who{leaver.address};
    if (leaver.lastDay) {
        who += qtTrId(leaver.left ? "dep.left.on" : "dep.leaving.on").arg(dates.longDate(*leaver.lastDay));
    }
    who.removeAll(QString());
    m_who->setText(who.join(QString::fromUtf8(" · ")));
    m_who->setVisible(!who.isEmpty());
    m_firm->setVisible(leaver.kind != Leaver::Kind::Person);
    m_leftOut->setVisible(m_plan.leftOut > 0);
    m_leftOut->setText(qtTrId("dep.leftout", static_cast<int>(m_plan.leftOut)).arg(mostClosings));
    const auto [first, rest] = firstSentence(DepartureText::consequence(shortened(name)));
    m_consequence->setText(first, rest);
    m_go->setText(qtTrId(m_choices.at ? "dep.go.later" : "dep.go", number));
    m_go->setAccessibleDescription(DepartureText::consequence(name));
}

} // namespace proconnect::ui

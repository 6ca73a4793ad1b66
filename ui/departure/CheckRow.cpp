// SPDX-License-Identifier: MIT
#include "ui/departure/CheckRow.h"

#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/PortalTile.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace proconnect::ui {
namespace {

constexpr int tile = 24;
constexpr int delayWidth = 150;
constexpr int shortestName = 12; ///< characters of the combo box
constexpr int portalShare = 3;
constexpr int rightsShare = 3;
constexpr int happensShare = 5;

/// Exactly its share of the row, so that columns stand under one another.
TextLabel* columnOf(const QString& words, TextStyle style, TextLabel::Ink ink)
{
    auto* label = (new TextLabel(words, style, ink))->wrapped();
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

} // namespace

CheckRow::CheckRow(const Theme& theme, const DepartureText& text, const PlannedClosing& closing, bool stacked,
                   QWidget* parent)
    : QWidget(parent), m_theme(theme), m_closing(closing),
      m_portal(text.accounts().company().portalName(closing.portal)), m_closed(new QCheckBox)
{
    const PortalAccount& account = text.accounts().company().snapshot().accounts.at(closing.position);
    const bool decidable = closing.way != PlannedClosing::Way::UnderWay;
    m_closed->setObjectName(QStringLiteral("tick:") + closing.account);
    m_closed->setAccessibleName(withNames(qtTrId("a11y.dep.tick"), {m_portal, AccountText::holder(account)}));
    m_closed->setAccessibleDescription(DepartureText::happens(closing) + QStringLiteral(", ") +
                                       DepartureText::delay(closing).text);
    m_closed->setEnabled(decidable);
    connect(m_closed, &QCheckBox::clicked, this, &CheckRow::closedToggled);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    row->setSpacing(theme.px(12));
    row->addWidget(m_closed, 0, stacked ? Qt::AlignTop : Qt::AlignVCenter);
    row->addWidget(new PortalTile(theme, closing.portal, PortalTile::Subject::Portal, tile), 0,
                   stacked ? Qt::AlignTop : Qt::AlignVCenter);
    const QString rights = text.accounts().possibleInBrief(account);
    auto* badge = new Badge(theme, DepartureText::delay(closing));
    if (stacked) {
        auto* words = new QVBoxLayout;
        words->setSpacing(theme.px(4));
        words->addWidget(columnOf(m_portal, TextStyle::Body, TextLabel::Ink::Title));
        words->addWidget(columnOf(rights, TextStyle::Small, TextLabel::Ink::Muted));
        words->addWidget(makeHappens(text));
        words->addWidget(badge, 0, Qt::AlignLeft);
        row->addLayout(words, 1);
        return;
    }
    row->addWidget(columnOf(m_portal, TextStyle::Table, TextLabel::Ink::Title), portalShare,
                   Qt::AlignVCenter);
    row->addWidget(columnOf(rights, TextStyle::Table, TextLabel::Ink::Default), rightsShare,
                   Qt::AlignVCenter);
    row->addWidget(makeHappens(text), happensShare, Qt::AlignVCenter);
    auto* delay = new QWidget;
    delay->setFixedWidth(theme.px(delayWidth));
    auto* delayRow = new QHBoxLayout(delay);
    delayRow->setContentsMargins(0, 0, 0, 0);
    delayRow->addWidget(badge);
    delayRow->addStretch();
    row->addWidget(delay);
}

QWidget* CheckRow::makeHeading(const Theme& theme)
{
    auto* heading = new QFrame;
    heading->setProperty("surface", QStringLiteral("subtle"));
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(12));
    row->addSpacing(QCheckBox().sizeHint().width() + theme.px(12 + tile + 12));
    const auto name = [](const QString& words) {
        auto* label = (new TextLabel(words, TextStyle::Caption))->elided();
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        return label;
    };
    row->addWidget(name(qtTrId("acc.group.portal")), portalShare);
    row->addWidget(name(qtTrId("dep.col.rights")), rightsShare);
    row->addWidget(name(qtTrId("dep.col.happens")), happensShare);
    auto* delay = new TextLabel(qtTrId("dep.col.delay"), TextStyle::Caption);
    delay->setFixedWidth(theme.px(delayWidth));
    row->addWidget(delay);
    heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return heading;
}

QWidget* CheckRow::makeHappens(const DepartureText& text)
{
    auto* place = new QWidget;
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    place->setSizePolicy(policy);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(4));
    m_happens = (new TextLabel(DepartureText::happens(m_closing), TextStyle::Table))->wrapped();
    column->addWidget(m_happens);
    if (m_closing.lastHand) {
        addSuccessor(text, place);
    }
    if (const QString near = text.deadlines(m_closing); !near.isEmpty()) {
        column->addWidget((new TextLabel(near, TextStyle::Small, TextLabel::Ink::Warning))->wrapped());
    }
    return place;
}

void CheckRow::addSuccessor(const DepartureText& text, QWidget* place)
{
    const CompanySnapshot& company = text.accounts().company().snapshot();
    auto* column = place->layout();
    m_nobody = (new TextLabel({}, TextStyle::Small, TextLabel::Ink::Warning))->wrapped();
    if (!m_closing.successors.isEmpty()) {
        m_successor = new ComboBox(m_theme);
        m_successor->setObjectName(QStringLiteral("successor:") + m_closing.account);
        m_successor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_successor->setMinimumContentsLength(shortestName);
        m_successor->addItem(qtTrId("dep.successor.choose"), QString());
        for (const qsizetype i : m_closing.successors) {
            const PortalAccount& one = company.accounts.at(i);
            const QString name = shortened(AccountText::holder(one));
            m_successor->addItem(one.administratorRole ? name : qtTrId("dep.successor.new").arg(name),
                                 one.id);
        }
        m_field = new FieldRow(m_theme, qtTrId("dep.successor"), m_successor);
        m_successor->setAccessibleName(withNames(qtTrId("a11y.dep.successor"), {m_portal}));
        connect(m_successor, &QComboBox::activated, this,
                [this](int index) { Q_EMIT successorChosen(m_successor->itemData(index).toString()); });
        column->addWidget(m_field);
    }
    column->addWidget(m_nobody);
    m_without = new LinkButton({}, LinkButton::Size::Small);
    m_without->setObjectName(QStringLiteral("without:") + m_closing.account);
    column->addWidget(m_without);
    column->setAlignment(m_without, Qt::AlignLeft);
}

void CheckRow::showChoices(const CompanySnapshot& company, const DepartureChoices& choices)
{
    const bool chosen = isChosen(m_closing, choices);
    m_closed->setChecked(chosen);
    m_happens->setText(chosen || m_closing.way == PlannedClosing::Way::UnderWay
                           ? DepartureText::happens(m_closing)
                           : qtTrId("dep.kept"));
    if (!m_closing.lastHand) {
        return;
    }
    const bool without = choices.withoutSuccessor.contains(m_closing.account);
    const PortalAccount* successor = successorOf(company, m_closing, choices);
    if (m_field) {
        m_successor->setCurrentIndex(successor ? m_successor->findData(successor->id) : 0);
        m_field->setVisible(chosen && !without);
        m_field->setError(lacksSuccessor(company, m_closing, choices) ? qtTrId("err.E22").arg(m_portal)
                                                                      : QString());
        m_field->setHint(
            successor && !successor->administratorRole
                ? qtTrId("dep.successor.waits").arg(m_portal, shortened(AccountText::holder(*successor)))
                : QString());
    }
    m_nobody->setVisible(chosen && (without || !m_field));
    m_nobody->setText(without ? qtTrId("dep.without") : qtTrId("dep.successor.none").arg(m_portal));
    m_without->setVisible(chosen);
    m_without->setText(!without  ? qtTrId("dep.without.act")
                       : m_field ? qtTrId("dep.without.back")
                                 : qtTrId("common.cancel"));
    m_without->setAccessibleName(m_without->text() + QStringLiteral(", ") + m_portal);
    m_without->disconnect(this);
    connect(m_without, &LinkButton::clicked, this,
            without ? &CheckRow::successorWanted : &CheckRow::withoutSuccessorAsked);
}

} // namespace proconnect::ui

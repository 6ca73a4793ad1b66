// SPDX-License-Identifier: MIT
#include "ui/departure/CheckRow.h"

#include "ui/sheets/SuccessorSearch.h"
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
/// More people than this are searched, not listed.
constexpr qsizetype mostListed = 12;
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

CheckRow::Content CheckRow::contentOf(const DepartureText& text, const PlannedClosing& closing,
                                      const QString& which)
{
    const CompanyText& company = text.accounts().company();
    const PortalAccount& account = company.snapshot().accounts.at(closing.position);
    Content content{closing,
                    company.portalName(closing.portal),
                    which,
                    AccountText::holder(account),
                    text.accounts().possibleInBrief(account),
                    text.deadlines(closing),
                    {}};
    if (closing.lastHand) {
        content.successors = SuccessorList(text.accounts(), closing.successors);
    }
    content.closing.position = 0;
    content.closing.successors.clear();
    return content;
}

CheckRow::CheckRow(const Theme& theme, const Content& content, bool stacked, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_content(content), m_closed(new QCheckBox)
{
    const PlannedClosing& closing = m_content.closing;
    const bool decidable = closing.way != PlannedClosing::Way::UnderWay;
    m_closed->setObjectName(QStringLiteral("tick:") + closing.account);
    m_closed->setAccessibleName(withNames(qtTrId("a11y.dep.tick"), {spoken(), content.holder}));
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
    auto* badge = new Badge(theme, DepartureText::delay(closing));
    if (stacked) {
        auto* words = new QVBoxLayout;
        words->setSpacing(theme.px(4));
        words->addWidget(makeName(stacked));
        words->addWidget(columnOf(content.rights, TextStyle::Small, TextLabel::Ink::Muted));
        words->addWidget(makeHappens());
        words->addWidget(badge, 0, Qt::AlignLeft);
        row->addLayout(words, 1);
        return;
    }
    row->addWidget(makeName(stacked), portalShare, Qt::AlignVCenter);
    row->addWidget(columnOf(content.rights, TextStyle::Table, TextLabel::Ink::Default), rightsShare,
                   Qt::AlignVCenter);
    row->addWidget(makeHappens(), happensShare, Qt::AlignVCenter);
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

QString CheckRow::spoken() const
{
    return m_content.which.isEmpty() ? m_content.portal
                                     : m_content.portal + QStringLiteral(", ") + m_content.which;
}

QWidget* CheckRow::makeName(bool stacked)
{
    TextLabel* portal =
        columnOf(m_content.portal, stacked ? TextStyle::Body : TextStyle::Table, TextLabel::Ink::Title);
    if (m_content.which.isEmpty()) {
        return portal;
    }
    auto* place = new QWidget;
    place->setSizePolicy(portal->sizePolicy());
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(2));
    column->addWidget(portal);
    column->addWidget(columnOf(m_content.which, TextStyle::Small, TextLabel::Ink::Muted));
    return place;
}

QWidget* CheckRow::makeHappens()
{
    auto* place = new QWidget;
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    place->setSizePolicy(policy);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(4));
    m_happens = (new TextLabel(DepartureText::happens(m_content.closing), TextStyle::Table))->wrapped();
    column->addWidget(m_happens);
    if (m_content.closing.lastHand) {
        addSuccessor(place);
    }
    if (!m_content.deadlines.isEmpty()) {
        column->addWidget(
            (new TextLabel(m_content.deadlines, TextStyle::Small, TextLabel::Ink::Warning))->wrapped());
    }
    return place;
}

void CheckRow::addSuccessor(QWidget* place)
{
    auto* column = place->layout();
    const QString& account = m_content.closing.account;
    m_nobody = (new TextLabel({}, TextStyle::Small, TextLabel::Ink::Warning))->wrapped();
    if (m_content.successors.size() > 0) {
        QWidget* control = m_content.successors.size() > mostListed ? makeSearch() : makeList();
        control->setObjectName(QStringLiteral("successor:") + account);
        m_field = new FieldRow(m_theme, qtTrId("dep.successor"), control);
        control->setAccessibleName(withNames(qtTrId("a11y.dep.successor"), {spoken()}));
        column->addWidget(m_field);
    }
    column->addWidget(m_nobody);
    m_without = new LinkButton({}, LinkButton::Size::Small);
    m_without->setObjectName(QStringLiteral("without:") + account);
    column->addWidget(m_without);
    column->setAlignment(m_without, Qt::AlignLeft);
}

QWidget* CheckRow::makeList()
{
    m_list = new ComboBox(m_theme);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(shortestName);
    m_list->addItem(qtTrId("dep.successor.choose"), QString());
    for (qsizetype i = 0; i < m_content.successors.size(); ++i) {
        m_list->addItem(m_content.successors.label(i), m_content.successors.account(i));
    }
    connect(m_list, &QComboBox::activated, this,
            [this](int index) { Q_EMIT successorChosen(m_list->itemData(index).toString()); });
    return m_list;
}

QWidget* CheckRow::makeSearch()
{
    m_search = new SuccessorSearch(m_content.successors);
    connect(m_search, &SuccessorSearch::chosen, this, &CheckRow::successorChosen);
    return m_search;
}

void CheckRow::showSuccessor(const QString& account)
{
    if (m_search) {
        m_search->setChosen(account);
    } else {
        m_list->setCurrentIndex(account.isEmpty() ? 0 : m_list->findData(account));
    }
}

QString CheckRow::hint(const PortalAccount& successor) const
{
    const qsizetype place = m_content.successors.placeOf(successor.id);
    const QString plain = shortened(AccountText::holder(successor));
    const QString name = place < 0 ? plain : m_content.successors.name(place);
    if (!successor.administratorRole) {
        return qtTrId("dep.successor.waits").arg(m_content.portal, name);
    }
    // The field may be too narrow for what tells namesakes apart.
    return name == plain ? QString() : name;
}

void CheckRow::showChoices(const CompanySnapshot& company, const PlannedClosing& closing,
                           const DepartureChoices& choices)
{
    const bool chosen = isChosen(closing, choices);
    m_closed->setChecked(chosen);
    m_happens->setText(chosen || closing.way == PlannedClosing::Way::UnderWay
                           ? DepartureText::happens(closing)
                           : qtTrId("dep.kept"));
    if (!closing.lastHand) {
        return;
    }
    const bool without = isWithoutSuccessor(closing, choices);
    const PortalAccount* successor = successorOf(company, closing, choices);
    if (m_field) {
        showSuccessor(successor ? successor->id : QString());
        m_field->setVisible(chosen && !without);
        m_field->setError(lacksSuccessor(company, closing, choices) ? qtTrId("err.E22").arg(m_content.portal)
                                                                    : QString());
        m_field->setHint(successor ? hint(*successor) : QString());
    }
    m_nobody->setVisible(chosen && (without || !m_field));
    m_nobody->setText(without ? qtTrId("dep.without") : qtTrId("dep.successor.none").arg(m_content.portal));
    m_without->setVisible(chosen);
    m_without->setText(!without  ? qtTrId("dep.without.act")
                       : m_field ? qtTrId("dep.without.back")
                                 : qtTrId("common.cancel"));
    m_without->setAccessibleName(m_without->text() + QStringLiteral(", ") + spoken());
    m_without->disconnect(this);
    connect(m_without, &LinkButton::clicked, this,
            without ? &CheckRow::successorWanted : &CheckRow::withoutSuccessorAsked);
}

} // namespace proconnect::ui

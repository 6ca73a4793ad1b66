// SPDX-License-Identifier: MIT
#include "ui/accounts/TakeOverDialog.h"

#include "ui/sheets/SuccessorSearch.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ComboBox.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

enum Who { Myself, SomebodyElse };

/// Characters that a list shows of an account, however long it is.
constexpr int shortestName = 24;

} // namespace

TakeOverDialog::TakeOverDialog(const Theme& theme, const SubstitutionText& text, const PortalAccount& orphan,
                               QWidget* parent)
    : Dialog(theme, qtTrId("take.title").arg(text.accounts().company().portalName(orphan.portal)),
             QStringLiteral("V-33"), parent)
{
    const CompanySnapshot& company = text.accounts().company().snapshot();
    QList<qsizetype> own;
    QList<qsizetype> others;
    for (const qsizetype i : substitutesFor(company, orphan.id, text.accounts().dates().today())) {
        const PortalAccount& one = company.accounts.at(i);
        m_choices.insert(one.id, {AccountText::holder(one), text.consequence(orphan, one)});
        (one.mine ? own : others) += i;
    }
    // Under the director's name there may be somebody else's: theirs for sure come first.
    std::stable_partition(own.begin(), own.end(), [&company](qsizetype i) {
        return company.accounts.at(i).certification == AccountCertification::Certified;
    });
    for (const qsizetype i : std::as_const(own)) {
        m_own += company.accounts.at(i).id;
        m_ownLabels += text.which(company.accounts.at(i));
    }
    m_others = SuccessorList(text.accounts(), others);
    const bool named = !orphan.holderName.isEmpty();
    body()->addWidget((new TextLabel(withNames(qtTrId(named ? "take.lead" : "take.lead.unnamed"),
                                               {AccountText::holder(orphan)})))
                          ->wrapped());
    addChoice(text.accounts().company().portalName(orphan.portal));
    addButtons();
    showChoice();
}

void TakeOverDialog::addChoice(const QString& portal)
{
    if (m_own.isEmpty()) {
        body()->addWidget(
            (new TextLabel(qtTrId("take.self.none").arg(portal), TextStyle::Small, TextLabel::Ink::Muted))
                ->wrapped());
    }
    if (!m_own.isEmpty() && m_others.size() > 0) {
        m_who = new SegmentedControl(theme(), qtTrId("take.who"),
                                     {qtTrId("take.who.self"), qtTrId("take.who.other")});
        connect(m_who, &SegmentedControl::chosen, this, &TakeOverDialog::showChoice);
        body()->addWidget(m_who, 0, Qt::AlignLeft);
    }
    if (m_own.size() > 1) {
        m_mine = new ComboBox(theme());
        m_mine->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_mine->setMinimumContentsLength(shortestName);
        m_mine->addItems(m_ownLabels);
        connect(m_mine, &QComboBox::currentIndexChanged, this, &TakeOverDialog::showChoice);
        m_mineRow = new FieldRow(theme(), qtTrId("take.own"), m_mine);
        body()->addWidget(m_mineRow);
    }
    if (m_others.size() > 0) {
        m_search = new SuccessorSearch(m_others);
        connect(m_search, &SuccessorSearch::chosen, this, &TakeOverDialog::choose);
        m_searchRow = new FieldRow(theme(), qtTrId("take.who"), m_search);
        body()->addWidget(m_searchRow);
    } else if (m_own.isEmpty()) {
        body()->addWidget((new TextLabel(qtTrId("take.nobody").arg(portal)))->wrapped());
    }
    m_effect = new Banner(theme(), Banner::Tone::Neutral, {});
    body()->addWidget(m_effect);
}

void TakeOverDialog::addButtons()
{
    auto* cancel = new Button(theme(), qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    m_go = new Button(theme(), qtTrId("take.go.self"), Button::Kind::Primary);
    // Enter in the search must never decide by itself.
    m_go->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, [this] {
        Q_EMIT confirmed(chosen());
        accept();
    });
    addButton(m_go);
}

void TakeOverDialog::choose(const QString& account)
{
    m_other = account;
    showChoice();
}

bool TakeOverDialog::isMyself() const
{
    return !m_own.isEmpty() && (m_who == nullptr || m_who->current() == Myself);
}

const QString& TakeOverDialog::chosen() const
{
    return isMyself() ? m_own.at(m_mine ? m_mine->currentIndex() : 0) : m_other;
}

void TakeOverDialog::showChoice()
{
    const bool self = isMyself();
    if (m_searchRow) {
        m_searchRow->setVisible(!self);
    }
    if (m_mineRow) {
        m_mineRow->setVisible(self);
    }
    const auto choice = m_choices.constFind(chosen());
    const bool any = choice != m_choices.cend();
    m_effect->setVisible(any);
    if (any) {
        m_effect->setText(choice->name, choice->consequence);
        m_go->setAccessibleDescription(choice->consequence);
    }
    m_go->setText(self ? qtTrId("take.go.self") : qtTrId("take.go.other"));
    m_go->setEnabled(any);
}

} // namespace proconnect::ui

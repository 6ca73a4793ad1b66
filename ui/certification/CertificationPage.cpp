// SPDX-License-Identifier: MIT
#include "ui/certification/CertificationPage.h"

#include "ui/certification/CertificationRowWidget.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int sideWidth = 296;

QLayout* ticked(const Theme& theme, const QString& words)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    row->addWidget(new IconLabel(theme, QStringLiteral("check"), ColorRole::SuccessText, 16), 0,
                   Qt::AlignTop);
    row->addWidget((new TextLabel(words, TextStyle::Table))->wrapped(), 1);
    return row;
}

} // namespace

CertificationPage::CertificationPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.certified"), QStringLiteral("M-50"), parent), m_columns(new QHBoxLayout),
      m_card(new Card(services.theme, qtTrId("cert.list"), false)),
      m_found(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)), m_side(makeWhyColumn())
{
    header().setSubtitle(qtTrId("cert.sub"));
    m_card->addToHeader(m_found);
    m_columns->setSpacing(services.theme.px(20));
    m_columns->addWidget(m_card, 1, Qt::AlignTop);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    content()->addLayout(m_columns);
    content()->addStretch();
    CertificationPage::setWidthClass(WidthClass::Normal);
}

QWidget* CertificationPage::makeWhyColumn()
{
    const Theme& look = theme();
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look.px(20));

    auto* why = new Card(look);
    why->body()->addWidget(new IconLabel(look, QStringLiteral("certify"), ColorRole::PrimaryBase, 24), 0,
                           Qt::AlignLeft);
    why->body()->addWidget((new TextLabel(qtTrId("cert.why"), TextStyle::H2))->wrapped());
    why->body()->addWidget((new TextLabel(qtTrId("cert.why.body"), TextStyle::Table))->wrapped());
    why->body()->addLayout(ticked(look, qtTrId("cert.why.1")));
    why->body()->addLayout(ticked(look, qtTrId("cert.why.2")));
    why->body()->addLayout(ticked(look, qtTrId("cert.why.3")));
    why->body()->addSpacing(look.px(8));
    why->addRule();
    why->body()->addSpacing(look.px(8));
    why->body()->addWidget((new TextLabel(qtTrId("cert.gets"), TextStyle::BodyStrong))->wrapped());
    why->body()->addWidget(
        (new TextLabel(qtTrId("cert.gets.body"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    column->addWidget(why);

    auto* leave = new Card(look);
    leave->body()->addWidget((new TextLabel(qtTrId("cert.leave.title"), TextStyle::BodyStrong))->wrapped());
    leave->body()->addWidget(
        (new TextLabel(qtTrId("cert.leave"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    column->addWidget(leave);
    return side;
}

void CertificationPage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    const bool twoColumns = width == WidthClass::Normal || width == WidthClass::Wide;
    m_columns->setDirection(twoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(twoColumns ? theme().px(sideWidth) : 0);
    m_side->setMaximumWidth(twoColumns ? theme().px(sideWidth) : QWIDGETSIZE_MAX);
    const bool stacked = width == WidthClass::Rail;
    if (stacked != m_stacked) {
        m_stacked = stacked;
        build();
    }
}

void CertificationPage::showData(const CompanySnapshot& /*snapshot*/)
{
    const QList<CertificationRow> rows = certificationRows(accountText(), tracker().all());
    const auto found = static_cast<int>(
        std::count_if(rows.cbegin(), rows.cend(), [](const auto& row) { return !row.accountId.isEmpty(); }));
    m_found->setText(found > 0 ? qtTrId("cert.found", found) : qtTrId("cert.found.none"));
    if (!m_list || rows != m_rows || canDecide() != m_enabled) {
        m_rows = rows;
        m_enabled = canDecide();
        build();
    }
}

void CertificationPage::build()
{
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    bool certifiable = false;
    for (const CertificationRow& row : std::as_const(m_rows)) {
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        auto* widget = new CertificationRowWidget(theme(), row, m_enabled, m_stacked);
        connect(widget, &CertificationRowWidget::certifyClicked, this,
                [this, id = row.accountId] { certify(id); });
        column->addWidget(widget);
        certifiable |= row.certifiable;
    }
    if (certifiable && !m_enabled) {
        auto* reason = new TextLabel(offlineReason(), TextStyle::Small, TextLabel::Ink::Warning);
        reason->setContentsMargins(theme().px(24), 0, theme().px(24), theme().px(14));
        column->addWidget(reason->wrapped());
    }
    m_card->body()->addWidget(m_list);
}

void CertificationPage::certify(const QString& accountId)
{
    const CompanySnapshot* shown = snapshot();
    if (!shown || !canDecide() || tracker().progress(accountId)) {
        return;
    }
    const auto account = std::find_if(shown->accounts.cbegin(), shown->accounts.cend(),
                                      [&accountId](const auto& one) { return one.id == accountId; });
    if (account == shown->accounts.cend()) {
        return;
    }
    const QString portal = accountText().company().portalName(account->portal);
    if (submit(draftCertification(shown->company.siren, *account, qtTrId("cert.shown").arg(portal)),
               AccountText::holder(*account), portal)) {
        refresh();
    }
}

} // namespace proconnect::ui

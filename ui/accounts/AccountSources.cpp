// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountSources.h"

#include "ui/sheets/FactSheet.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

AccountSources::AccountSources(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_all(new TextLabel({}, TextStyle::Caption, TextLabel::Ink::Muted)),
      m_link(new LinkButton(qtTrId("acc.sources.link"), LinkButton::Size::Small))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_all->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    column->addWidget(m_all->wrapped());
    column->addWidget(m_link, 0, Qt::AlignHCenter);
    m_link->hide();
    connect(m_link, &LinkButton::clicked, this, &AccountSources::open);
}

void AccountSources::show(const AccountText& text)
{
    m_portals.clear();
    QStringList lines;
    for (const Portal& portal : text.company().snapshot().portals) {
        m_portals += {portal.name, text.source(portal.id)};
        lines += qtTrId("acc.sources.one").arg(portal.name, m_portals.last().second);
    }
    m_all->setText(qtTrId("acc.sources").arg(lines.join(QString::fromUtf8(" · "))));
}

void AccountSources::setRoomy(bool roomy)
{
    m_all->setVisible(roomy);
    m_link->setVisible(!roomy);
}

void AccountSources::warn(Banner& banner, const AccountText& text)
{
    QStringList troubles;
    int unreachable = 0;
    for (const Portal& portal : text.company().snapshot().portals) {
        // Data that are only old say so in their lines; a portal that cannot be heard needs a word.
        const PortalSource::State state = text.company().source(portal.id).state;
        if (state == PortalSource::State::Unreachable || state == PortalSource::State::Never) {
            troubles += text.sourceTrouble(portal.id);
            unreachable += state == PortalSource::State::Unreachable ? 1 : 0;
        }
    }
    banner.setVisible(!troubles.isEmpty());
    banner.setTone(unreachable > 0 ? Banner::Tone::Warning : Banner::Tone::Info);
    banner.setText(unreachable > 0 ? qtTrId("acc.trouble.down", unreachable)
                                   : qtTrId("acc.trouble.title", static_cast<int>(troubles.size())),
                   troubles.join(u'\n'));
}

void AccountSources::open()
{
    QList<Fact> facts;
    for (const auto& [name, source] : std::as_const(m_portals)) {
        facts += Fact{name, source};
    }
    auto* dialog = new Dialog(m_theme, qtTrId("acc.sources.link"), QStringLiteral("V-30"), this);
    dialog->body()->addWidget(new FactSheet(m_theme, facts));
    auto* close = new Button(m_theme, qtTrId("common.close"), Button::Kind::Secondary);
    connect(close, &Button::clicked, dialog, &QDialog::accept);
    dialog->addButton(close);
    dialog->open();
}

} // namespace proconnect::ui

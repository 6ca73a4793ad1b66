// SPDX-License-Identifier: MIT
#include "ui/accounts/NewcomerRow.h"

#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace proconnect::ui {
namespace {

constexpr int avatarSize = 28;

QStringList ticked(const QList<std::pair<QCheckBox*, QString>>& boxes)
{
    QStringList found;
    for (const auto& [box, value] : boxes) {
        if (box->isChecked()) {
            found += value;
        }
    }
    return found;
}

/// A portal gives an administrator all rights of that role, whatever it is told.
bool choosesRights(const PortalAccount& shared)
{
    return shared.rights.size() > 1 && !shared.administratorRole;
}

} // namespace

NewcomerRow::NewcomerRow(const Theme& theme, const WayOutText& text, const PortalAccount& shared,
                         Newcomer newcomer, QWidget* parent)
    : QWidget(parent), m_newcomer(std::move(newcomer)),
      m_fault(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Error))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme.px(6), 0, theme.px(6));
    row->setSpacing(theme.px(12));
    row->addWidget(new Avatar(theme, m_newcomer.name, avatarSize), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.px(2));
    column->addWidget(makeWords(theme, text.gets(shared, m_newcomer)));
    column->addWidget(m_fault->wrapped());
    m_fault->hide();
    auto* links = new FlowLayout(theme.px(16), theme.px(4));
    auto* remove = new LinkButton(qtTrId("shared.who.remove"), LinkButton::Size::Small);
    remove->setAccessibleName(withNames(qtTrId("shared.who.remove.of"), {m_newcomer.name}));
    remove->setAutoDefault(false);
    connect(remove, &LinkButton::clicked, this, &NewcomerRow::removeAsked);
    const auto& known = text.accounts().company().snapshot().accounts;
    const bool something = choosesRights(shared) || shared.sirets.size() > 1;
    if (something && !ownAccountOf(known, shared, m_newcomer)) {
        QWidget* scope = makeScope(theme, text, shared);
        auto* rights = new LinkButton(qtTrId("shared.who.rights"), LinkButton::Size::Small);
        rights->setAccessibleName(withNames(qtTrId("shared.who.rights.of"), {m_newcomer.name}));
        rights->setAutoDefault(false);
        connect(rights, &LinkButton::clicked, scope, [scope] { scope->setVisible(scope->isHidden()); });
        links->addWidget(rights);
        links->addWidget(remove);
        column->addLayout(links);
        column->addWidget(scope);
    } else {
        links->addWidget(remove);
        column->addLayout(links);
    }
    row->addLayout(column, 1);
}

QWidget* NewcomerRow::makeWords(const Theme& theme, const QString& gets)
{
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(2));
    column->addWidget((new TextLabel(m_newcomer.name, TextStyle::Body, TextLabel::Ink::Title))->wrapped());
    column->addWidget((new TextLabel(m_newcomer.email, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    column->addWidget((new TextLabel(gets, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    return words;
}

QWidget* NewcomerRow::makeScope(const Theme& theme, const WayOutText& text, const PortalAccount& shared)
{
    auto* scope = new QWidget;
    auto* column = new QVBoxLayout(scope);
    column->setContentsMargins(0, theme.px(4), 0, 0);
    column->setSpacing(theme.px(4));
    const auto add = [&, this](const QString& name, const QString& value, bool on) {
        auto* box = new QCheckBox(shortened(name));
        box->setChecked(on);
        box->setAccessibleDescription(m_newcomer.name);
        connect(box, &QCheckBox::toggled, this, &NewcomerRow::takeScope);
        column->addWidget(box);
        return std::pair(box, value);
    };
    const auto addHeading = [column](const QString& words) {
        column->addWidget(new TextLabel(words, TextStyle::Small, TextLabel::Ink::Title));
    };
    const auto rights = choosesRights(shared) ? shared.rights : QList<PortalRight>();
    if (!rights.isEmpty()) {
        addHeading(qtTrId("shared.who.rights.only"));
    }
    for (const PortalRight& right : rights) {
        m_rights += add(right.label.isEmpty() ? right.code : right.label, right.code,
                        m_newcomer.rights.contains(right.code));
    }
    if (!shared.sirets.isEmpty()) {
        addHeading(qtTrId("shared.who.places"));
    }
    for (const QString& siret : shared.sirets) {
        m_places +=
            add(text.accounts().company().establishments({siret}), siret, m_newcomer.sirets.contains(siret));
    }
    scope->hide();
    return scope;
}

void NewcomerRow::takeScope()
{
    // Where there is nothing to choose from, what was filled in stays.
    m_newcomer.rights = m_rights.isEmpty() ? m_newcomer.rights : ticked(m_rights);
    m_newcomer.sirets = m_places.isEmpty() ? m_newcomer.sirets : ticked(m_places);
    Q_EMIT changed();
}

void NewcomerRow::setFault(const QString& why)
{
    m_fault->setText(why);
    m_fault->setVisible(!why.isEmpty());
}

} // namespace proconnect::ui

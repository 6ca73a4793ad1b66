// SPDX-License-Identifier: MIT
#include "ui/widgets/Banner.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QStyle>
#include <QVariant>

namespace proconnect::ui {
namespace {

/// With less than this beside it, the button goes under the words.
constexpr int wordsBesideAction = 240;

struct Look
{
    const char* name;
    const char* icon;
    ColorRole ink;
};

Look lookOf(Banner::Tone tone)
{
    switch (tone) {
    case Banner::Tone::Info:
        return {"info", "info", ColorRole::InfoText};
    case Banner::Tone::Success:
        return {"success", "success", ColorRole::SuccessText};
    case Banner::Tone::Warning:
        return {"warning", "warning", ColorRole::WarningText};
    case Banner::Tone::Error:
        return {"error", "error", ColorRole::ErrorText};
    case Banner::Tone::Neutral:
        return {"neutral", "info", ColorRole::NeutralText};
    }
    return {"neutral", "info", ColorRole::NeutralText};
}

} // namespace

Banner::Banner(const Theme& theme, Tone tone, const QString& title, const QString& body, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_tone(tone),
      m_words(new BesideLayout(BesideLayout::Grows::First, theme.px(wordsBesideAction), theme.px(12),
                               theme.px(8))),
      m_icon(new IconLabel(theme, QString::fromLatin1(lookOf(tone).icon), lookOf(tone).ink, 20)),
      m_title(new TextLabel({}, TextStyle::BodyStrong)), m_body(new TextLabel),
      m_code(new TextLabel({}, TextStyle::Caption, TextLabel::Ink::Muted))
{
    setProperty("tone", QString::fromLatin1(lookOf(tone).name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    row->setSpacing(theme.px(12));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    for (TextLabel* label : {m_title, m_body, m_code}) {
        words->addWidget(label->wrapped());
    }
    m_words->addLayout(words);
    row->addLayout(m_words, 1);
    setText(title, body);
}

void Banner::setTone(Tone tone)
{
    if (tone == m_tone) {
        return;
    }
    m_tone = tone;
    setProperty("tone", QString::fromLatin1(lookOf(tone).name));
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setIcon(QString::fromLatin1(lookOf(tone).icon), lookOf(tone).ink);
}

void Banner::setText(const QString& title, const QString& body, const QString& supportCode)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_body->setText(body);
    m_body->setVisible(!body.isEmpty());
    m_code->setText(supportCode);
    m_code->setVisible(!supportCode.isEmpty());
    setAccessibleName(QStringList{title, body}.join(u' ').trimmed());
    if (isVisible()) {
        announce();
    }
}

void Banner::setIconName(const QString& name)
{
    m_icon->setIcon(name, lookOf(m_tone).ink);
}

Button* Banner::setAction(const QString& text, const QString& iconName)
{
    if (!m_action) {
        m_action = new Button(m_theme, text, Button::Kind::Neutral, Button::Size::Small, this);
        m_words->addWidget(m_action);
    }
    m_action->setText(text);
    if (!iconName.isEmpty()) {
        m_action->setIconName(iconName);
    }
    m_action->show();
    return m_action;
}

void Banner::hideAction()
{
    if (m_action) {
        m_action->hide();
    }
}

void Banner::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    announce();
}

void Banner::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/shell/NoticeArea.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"

#include <QBoxLayout>

#include <algorithm>

namespace proconnect::ui {

NoticeArea::NoticeArea(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    // The area hides with its last notice: a hidden widget takes no room, the margins of a layout would.
    m_column->setContentsMargins(theme.px(24), theme.px(12), theme.px(24), 0);
    m_column->setSpacing(theme.px(8));
    hide();
}

void NoticeArea::tell(Topic topic, Banner::Tone tone, const FailureText& text)
{
    Banner*& banner = m_banners[topic];
    if (!banner) {
        banner = new Banner(m_theme, tone, {});
        banner->hide();
        m_column->addWidget(banner);
        connect(banner->setAction(qtTrId("common.understood")), &QPushButton::clicked, this,
                [this, topic] { retract(topic); });
    }
    banner->setTone(tone);
    banner->setText(text.title, text.body, text.supportCode);
    banner->show();
    follow();
}

void NoticeArea::retract(Topic topic)
{
    if (Banner* banner = m_banners.value(topic)) {
        banner->hide();
        follow();
    }
}

void NoticeArea::follow()
{
    setVisible(std::any_of(m_banners.cbegin(), m_banners.cend(),
                           [](const Banner* banner) { return !banner->isHidden(); }));
}

} // namespace proconnect::ui

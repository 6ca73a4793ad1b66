// SPDX-License-Identifier: MIT
#include "ui/sign_in/ScreenHeader.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Brand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QVariant>

namespace proconnect::ui {

ScreenHeader::ScreenHeader(const Theme& theme, const QString& person, const QString& code, QWidget* parent)
    : QFrame(parent), m_code(new ScreenCode(theme, code))
{
    setProperty("surface", QStringLiteral("header"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(32), theme.px(18), theme.px(32), theme.px(18));
    row->setSpacing(theme.px(8));
    row->addWidget(new Brand(theme), 1);
    row->addWidget(new Avatar(theme, person, 28));
    row->addWidget(new TextLabel(person, TextStyle::Table, TextLabel::Ink::Title));
    row->addSpacing(theme.px(6));
    auto* out = new Button(theme, qtTrId("nav.signout"), Button::Kind::Quiet, Button::Size::Small);
    connect(out, &QPushButton::clicked, this, &ScreenHeader::signOutRequested);
    row->addWidget(out);
    row->addSpacing(theme.px(6));
    row->addWidget(m_code);
}

void ScreenHeader::setCode(const QString& code)
{
    m_code->setCode(code);
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/sign_in/ScreenHeader.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Brand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QVariant>

namespace proconnect::ui {
namespace {

/// For the person, the sign-out and the code, beside the mark.
constexpr int roomForPerson = 440;

} // namespace

ScreenHeader::ScreenHeader(const Theme& theme, const QString& person, const QString& code, QWidget* parent)
    : QFrame(parent), m_code(new ScreenCode(theme, code))
{
    setProperty("surface", QStringLiteral("header"));
    auto* brand = new Brand(theme);
    // One line, or two where a large text or a narrow window makes it too short for a name.
    auto* parts =
        new BesideLayout(BesideLayout::Grows::Second, theme.px(roomForPerson), theme.px(8), theme.px(8));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(theme.px(32), theme.px(18), theme.px(32), theme.px(18));
    all->addLayout(parts);
    parts->addWidget(brand);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addStretch(1);
    row->addWidget(new Avatar(theme, person, 28));
    auto* name = new TextLabel(person, TextStyle::Table, TextLabel::Ink::Title);
    row->addWidget(name->elided());
    row->addSpacing(theme.px(6));
    auto* out = new Button(theme, qtTrId("nav.signout"), Button::Kind::Quiet, Button::Size::Small);
    connect(out, &QPushButton::clicked, this, &ScreenHeader::signOutRequested);
    row->addWidget(out);
    row->addSpacing(theme.px(6));
    row->addWidget(m_code);
    parts->addLayout(row);
}

void ScreenHeader::setCode(const QString& code)
{
    m_code->setCode(code);
}

} // namespace proconnect::ui

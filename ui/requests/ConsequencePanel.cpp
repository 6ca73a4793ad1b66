// SPDX-License-Identifier: MIT
#include "ui/requests/ConsequencePanel.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QVariant>

namespace proconnect::ui {
namespace {

QLayout* consequence(const Theme& theme, const char* icon, ColorRole ink, const QString& title,
                     const QString& body)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    row->addWidget(new IconLabel(theme, QString::fromLatin1(icon), ink), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(3));
    words->addWidget((new TextLabel(title, TextStyle::BodyStrong))->wrapped());
    words->addWidget((new TextLabel(body, TextStyle::Small))->wrapped());
    words->addStretch();
    row->addLayout(words, 1);
    return row;
}

} // namespace

ConsequencePanel::ConsequencePanel(const Theme& theme, bool unknownOffered, QWidget* parent) : QFrame(parent)
{
    setProperty("tone", QStringLiteral("neutral"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(14));
    auto* two = new QHBoxLayout;
    two->setSpacing(theme.px(20));
    two->addLayout(consequence(theme, "check", ColorRole::SuccessText, qtTrId("req.if.accept"),
                               qtTrId("req.if.accept.body")),
                   1);
    two->addWidget(new Rule(nullptr, Qt::Vertical));
    two->addLayout(consequence(theme, "close", ColorRole::ErrorText, qtTrId("req.if.refuse"),
                               qtTrId("req.if.refuse.body")),
                   1);
    column->addLayout(two);
    if (unknownOffered) {
        column->addWidget(new Rule);
        column->addLayout(consequence(theme, "warning", ColorRole::ErrorText, qtTrId("req.unknown"),
                                      qtTrId("req.unknown.body")));
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/shell/CompanyPopup.h"

#include "ui/shell/CompanyRow.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QVariant>

namespace proconnect::ui {
namespace {

constexpr int popupWidth = 380;
constexpr int mostRowsShown = 8;

} // namespace

CompanyPopup::CompanyPopup(const Theme& theme, const QList<Company>& companies, const QString& selectedSiren,
                           QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("surface", QStringLiteral("popover"));
    setAccessibleName(qtTrId("switch.title"));
    setFixedWidth(theme.px(popupWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(10));
    column->setSpacing(theme.px(2));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(6));
    top->addWidget(new TextLabel(qtTrId("switch.title"), TextStyle::Small, TextLabel::Ink::Muted), 1);
    top->addWidget(new ScreenCode(theme, QStringLiteral("C-26")));
    column->addLayout(top);

    auto* rows = new QWidget;
    auto* list = new QVBoxLayout(rows);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(2));
    for (const Company& company : companies) {
        auto* row = new CompanyRow(theme, company, company.siren == selectedSiren);
        const QString siren = company.siren;
        connect(row, &QAbstractButton::clicked, this, [this, siren] {
            Q_EMIT companyChosen(siren);
            close();
        });
        list->addWidget(row);
    }
    if (companies.size() > mostRowsShown) {
        auto* area = new ScrollArea;
        area->setWidget(rows);
        rows->setAutoFillBackground(false);
        area->setFixedHeight(qMin(theme.px(54) * mostRowsShown, parent->window()->height() / 2));
        column->addWidget(area);
    } else {
        column->addWidget(rows);
    }
    column->addSpacing(theme.px(6));
    column->addWidget(new Rule);
    column->addSpacing(theme.px(4));
    auto* add = new Button(theme, qtTrId("switch.add"), Button::Kind::Quiet);
    add->setIconName(QStringLiteral("add"));
    connect(add, &QPushButton::clicked, this, [this] {
        Q_EMIT addRequested();
        close();
    });
    column->addWidget(add, 0, Qt::AlignLeft);
    auto* out = new Button(theme, qtTrId("nav.signout"), Button::Kind::Quiet);
    out->setIconName(QStringLiteral("logout"));
    connect(out, &QPushButton::clicked, this, [this] {
        Q_EMIT signOutRequested();
        close();
    });
    column->addWidget(out, 0, Qt::AlignLeft);
    new FocusRing(theme, this);
}

void CompanyPopup::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace proconnect::ui

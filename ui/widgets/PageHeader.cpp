// SPDX-License-Identifier: MIT
#include "ui/widgets/PageHeader.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

PageHeader::PageHeader(const Theme& theme, const QString& title, const QString& code, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(title, TextStyle::H1)),
      m_subtitle(new TextLabel({}, TextStyle::Body, TextLabel::Ink::Muted)),
      m_code(new ScreenCode(theme, code))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    row->addWidget(m_title->wrapped(), 1);
    row->addWidget(m_code, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_subtitle->wrapped());
    m_title->setHeading();
    m_subtitle->hide();
    describe();
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    describe();
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::setSubtitle(const QString& sentence)
{
    m_subtitle->setText(sentence);
    m_subtitle->setVisible(!sentence.isEmpty());
    describe();
}

void PageHeader::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

bool PageHeader::titleHasFocus() const
{
    return m_title->hasFocus();
}

void PageHeader::describe()
{
    m_title->setAccessibleName(m_title->text());
    m_title->setAccessibleDescription(
        QStringList{m_subtitle->text(), qtTrId("common.screen"), m_code->code()}.join(u' ').trimmed());
}

} // namespace proconnect::ui

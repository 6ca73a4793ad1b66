// SPDX-License-Identifier: MIT
#include "ui/requests/AcceptUntilDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QDateEdit>

namespace proconnect::ui {
namespace {

constexpr int longestMonths = 12;
constexpr int proposedMonths = 3;

} // namespace

AcceptUntilDialog::AcceptUntilDialog(const Theme& theme, const DateText& dates, const QString& person,
                                     const QString& portal, QWidget* parent)
    : Dialog(theme, qtTrId("req.until.title"), QStringLiteral("D-06"), parent), m_dates(dates),
      m_day(new QDateEdit(dates.today().addMonths(proposedMonths))),
      m_accept(new Button(theme, {}, Button::Kind::Primary))
{
    body()->addWidget((new TextLabel(qtTrId("req.until.body")))->wrapped());
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("d MMMM yyyy"));
    m_day->setDateRange(dates.today().addDays(1), dates.today().addMonths(longestMonths));
    body()->addWidget(new FieldRow(theme, qtTrId("req.until.field"), m_day));

    const auto name = [this] {
        m_accept->setText(qtTrId("req.until.go").arg(m_dates.longDate(m_day->date())));
    };
    connect(m_day, &QDateEdit::dateChanged, this, name);
    name();
    m_accept->setAccessibleDescription(withNames(qtTrId("a11y.accept"), {person, portal}));
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_accept, &Button::clicked, this, [this] {
        Q_EMIT chosen(m_day->date());
        accept();
    });
    addButton(cancel);
    addButton(m_accept);
}

} // namespace proconnect::ui

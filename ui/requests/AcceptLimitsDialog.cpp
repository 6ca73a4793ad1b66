// SPDX-License-Identifier: MIT
#include "ui/requests/AcceptLimitsDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrappedChoice.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int longestMonths = 12;
constexpr int proposedMonths = 3;

} // namespace

AcceptLimitsDialog::AcceptLimitsDialog(const Theme& theme, const DateText& dates,
                                       const AccessRequest& request, const QString& portal, Limit limit,
                                       QWidget* parent)
    : Dialog(theme, limit == Limit::Day ? qtTrId("req.until.title") : qtTrId("req.limits.title"),
             QStringLiteral("D-06"), parent),
      m_dates(dates), m_limit(new QWidget),
      m_day(new CalendarField<QDateEdit>(theme, QStringLiteral("d MMMM yyyy"))),
      m_missing(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_accept(new Button(theme, {}, Button::Kind::Primary))
{
    if (limit == Limit::Rights) {
        addRights(request);
    }
    addDay(request);
    body()->addWidget(m_missing->wrapped());

    m_accept->setAccessibleDescription(withNames(qtTrId("a11y.accept"), {request.displayName(), portal}));
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_accept, &Button::clicked, this, [this] {
        Q_EMIT chosen(lastDay(), withheld());
        accept();
    });
    addButton(cancel);
    addButton(m_accept);
    showChoice();
}

void AcceptLimitsDialog::addRights(const AccessRequest& request)
{
    body()->addWidget((new TextLabel(qtTrId("req.limits.rights"), TextStyle::BodyStrong))->wrapped());
    for (const PortalRight& right : request.rights) {
        const QString label = right.label.isEmpty() ? right.code : right.label;
        auto* box = new QCheckBox;
        box->setObjectName(right.code);
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &AcceptLimitsDialog::showChoice);
        body()->addWidget(new WrappedChoice(theme(), label, box));
        m_rights.append(box);
    }
}

void AcceptLimitsDialog::addDay(const AccessRequest& request)
{
    const QDate tomorrow = m_dates.today().addDays(1);
    QDate latest = m_dates.today().addMonths(longestMonths);
    if (request.until) {
        latest = std::max(tomorrow, std::min(latest, *request.until));
    }
    m_day->setDateRange(tomorrow, latest);
    m_day->setDate(std::min(latest, m_dates.today().addMonths(proposedMonths)));
    connect(m_day, &QDateEdit::dateChanged, this, &AcceptLimitsDialog::showChoice);
    if (!m_rights.isEmpty()) {
        m_limited = new QCheckBox;
        connect(m_limited, &QCheckBox::toggled, this, &AcceptLimitsDialog::showChoice);
        body()->addWidget(new WrappedChoice(theme(), qtTrId("req.limits.day"), m_limited));
    }
    auto* column = new QVBoxLayout(m_limit);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget((new TextLabel(qtTrId("req.until.body")))->wrapped());
    column->addWidget(new FieldRow(theme(), qtTrId("req.until.field"), m_day));
    body()->addWidget(m_limit);
    m_day->findChild<QLineEdit*>()->setAccessibleName(qtTrId("req.until.field"));
}

QStringList AcceptLimitsDialog::withheld() const
{
    QStringList codes;
    for (const QCheckBox* box : m_rights) {
        if (!box->isChecked()) {
            codes.append(box->objectName());
        }
    }
    return codes;
}

QDate AcceptLimitsDialog::lastDay() const
{
    return m_limited && !m_limited->isChecked() ? QDate() : m_day->date();
}

void AcceptLimitsDialog::showChoice()
{
    const QStringList without = withheld();
    const bool none = !m_rights.isEmpty() && without.size() == m_rights.size();
    const bool everything = without.isEmpty() && !lastDay().isValid();
    m_limit->setVisible(lastDay().isValid());
    m_accept->setText(lastDay().isValid() ? qtTrId("req.until.go").arg(m_dates.longDate(lastDay()))
                                          : qtTrId("req.limits.go"));
    m_accept->setEnabled(!none && !everything);
    m_missing->setText(none ? qtTrId("req.limits.none") : qtTrId("req.limits.all"));
    m_missing->setVisible(none || everything);
}

} // namespace proconnect::ui

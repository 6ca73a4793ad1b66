// SPDX-License-Identifier: MIT
#include "ui/accounts/WayOutForm.h"

#include "core/model/WrittenName.h"
#include "ui/accounts/NewcomerRow.h"
#include "ui/sheets/SuccessorSearch.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CalendarField.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLineEdit>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int longestName = 200;
constexpr int longestEmail = 254;
/// The service takes 366 days; one is left for hours that differ.
constexpr int longestDays = 365;

} // namespace

WayOutForm::WayOutForm(const Theme& theme, const WayOutText& text, const PortalAccount& shared,
                       QWidget* parent)
    : QWidget(parent), m_theme(theme), m_company(text.accounts().company().snapshot()),
      m_text(AccountText(CompanyText(m_company), text.accounts().dates())), m_shared(shared),
      m_plan(planWayOut(m_company, m_shared, m_text.accounts().dates().today())), m_rows(new QVBoxLayout),
      m_unnamed(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_missing(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))
{
    QList<qsizetype> offered;
    for (const PossibleUser& one : m_plan.people) {
        offered += one.known;
        m_there.insert(m_company.accounts.at(one.known).id, one.there);
    }
    m_people = SuccessorList(m_text.accounts(), offered, SuccessorList::Roles::Untold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(12));
    auto* heading = new TextLabel(qtTrId("shared.who"), TextStyle::BodyStrong);
    heading->setHeading();
    column->addWidget(heading->wrapped());
    column->addWidget(
        (new TextLabel(qtTrId("shared.who.lead"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_unnamed->wrapped());
    if (m_people.size() > 0) {
        column->addWidget(makeSearch());
    }
    column->addWidget(makeOther());
    column->addWidget(makeDay());
    m_effect = new Banner(theme, Banner::Tone::Neutral, {});
    column->addWidget(m_effect);
    column->addWidget(m_missing->wrapped());
    showState();
}

QWidget* WayOutForm::makeSearch()
{
    m_search = new SuccessorSearch(m_people);
    connect(m_search, &SuccessorSearch::chosen, this, &WayOutForm::addKnown);
    return new FieldRow(m_theme, qtTrId("shared.who.known"), m_search);
}

QWidget* WayOutForm::makeOther()
{
    auto* other = new QWidget;
    auto* column = new QVBoxLayout(other);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(8));
    column->addWidget(
        (new TextLabel(qtTrId("shared.who.other"), TextStyle::Table, TextLabel::Ink::Title))->wrapped());
    m_name = new QLineEdit;
    m_name->setMaxLength(longestName);
    m_email = new QLineEdit;
    m_email->setMaxLength(longestEmail);
    m_nameRow = new FieldRow(m_theme, qtTrId("shared.who.name"), m_name);
    m_emailRow = new FieldRow(m_theme, qtTrId("shared.who.email"), m_email);
    column->addWidget(m_nameRow);
    column->addWidget(m_emailRow);
    auto* go = new Button(m_theme, qtTrId("shared.who.add"), Button::Kind::Neutral, Button::Size::Small);
    go->setAccessibleDescription(qtTrId("shared.who.other"));
    go->setAutoDefault(false);
    connect(go, &Button::clicked, this, &WayOutForm::addOther);
    for (const QLineEdit* field : {m_name, m_email}) {
        connect(field, &QLineEdit::returnPressed, this, &WayOutForm::addOther);
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_nameRow->setError({});
            m_emailRow->setError({});
        });
    }
    column->addWidget(go, 0, Qt::AlignLeft);
    return other;
}

QWidget* WayOutForm::makeDay()
{
    const QDate today = m_text.accounts().dates().today();
    m_day = new CalendarField<QDateEdit>(m_theme, QStringLiteral("d MMMM yyyy"));
    m_day->setDateRange(today.addDays(1), today.addDays(longestDays));
    m_day->setDate(m_plan.closingDay);
    auto* row = new FieldRow(m_theme, qtTrId("shared.day"), m_day);
    row->setHint(m_text.proposal(m_plan));
    m_day->findChild<QLineEdit*>()->setAccessibleName(qtTrId("shared.day"));
    connect(m_day, &QDateEdit::dateChanged, this, &WayOutForm::showState);
    return row;
}

QList<Newcomer> WayOutForm::newcomers() const
{
    QList<Newcomer> found;
    for (const NewcomerRow* row : m_chosen) {
        found += row->newcomer();
    }
    return found;
}

QDate WayOutForm::day() const
{
    return m_day->date();
}

int WayOutForm::invited() const
{
    const QList<Newcomer> all = newcomers();
    return static_cast<int>(std::count_if(
        all.cbegin(), all.cend(), [this](const Newcomer& one) { return m_text.invites(m_shared, one); }));
}

void WayOutForm::resume(const QList<Newcomer>& newcomers, QDate day)
{
    for (const Newcomer& one : newcomers) {
        add(one);
    }
    if (day >= m_day->minimumDate() && day <= m_day->maximumDate()) {
        m_day->setDate(day);
    }
}

void WayOutForm::addKnown(const QString& account)
{
    const auto found = std::find_if(m_company.accounts.cbegin(), m_company.accounts.cend(),
                                    [&account](const PortalAccount& one) { return one.id == account; });
    if (found == m_company.accounts.cend()) {
        return;
    }
    const qsizetype place = m_there.value(account, -1);
    const PortalAccount* there = place < 0 ? nullptr : &m_company.accounts.at(place);
    m_search->setChosen({});
    m_search->clear();
    add(prefilled(m_shared, found->holderName.left(longestName), there ? there->email : found->email, there));
    m_search->setFocus(Qt::OtherFocusReason);
}

void WayOutForm::addOther()
{
    const Newcomer bare = prefilled(m_shared, m_name->text().trimmed(), m_email->text().trimmed());
    const PortalAccount* there = ownAccountOf(m_company.accounts, m_shared, bare);
    const Newcomer one = there ? prefilled(m_shared, bare.name, bare.email, there) : bare;
    const QList<Newcomer> all = newcomers() + QList<Newcomer>{one};
    const QString why = m_text.fault(m_shared, all, all.size() - 1);
    const bool nameless = !isWrittenName(one.name);
    m_nameRow->setError(nameless ? why : QString());
    m_emailRow->setError(nameless ? QString() : why);
    if (!why.isEmpty() || m_chosen.size() >= mostNewcomers) {
        (nameless ? m_name : m_email)->setFocus(Qt::OtherFocusReason);
        return; // what was typed stays
    }
    m_name->clear();
    m_email->clear();
    add(one);
    m_name->setFocus(Qt::OtherFocusReason);
}

void WayOutForm::add(const Newcomer& newcomer)
{
    const auto same = [&newcomer](const NewcomerRow* row) {
        return row->newcomer().email.compare(newcomer.email, Qt::CaseInsensitive) == 0;
    };
    if (m_chosen.size() >= mostNewcomers || std::any_of(m_chosen.cbegin(), m_chosen.cend(), same)) {
        return;
    }
    auto* row = new NewcomerRow(m_theme, m_text, m_shared, newcomer);
    connect(row, &NewcomerRow::changed, this, &WayOutForm::showState);
    connect(row, &NewcomerRow::removeAsked, this, [this, row] { remove(row); });
    m_chosen += row;
    m_rows->addWidget(row);
    showState();
}

void WayOutForm::remove(NewcomerRow* row)
{
    m_chosen.removeOne(row);
    row->hide();
    row->deleteLater();
    (m_search ? static_cast<QWidget*>(m_search) : m_name)->setFocus(Qt::OtherFocusReason);
    showState();
}

void WayOutForm::showState()
{
    const QList<Newcomer> all = newcomers();
    bool faultless = true;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString why = m_text.fault(m_shared, all, i);
        m_chosen.at(i)->setFault(why);
        faultless = faultless && why.isEmpty();
    }
    const auto unnamed = m_shared.originCount - static_cast<int>(all.size());
    m_unnamed->setVisible(unnamed > 0 && m_shared.originCount > 1);
    m_unnamed->setText(unnamed > 0 ? qtTrId("shared.who.unnamed", unnamed) : QString());
    const bool tooLong = m_text.shown(m_shared, all, day()).size() > WayOutText::longestShown;
    m_complete = faultless && !all.isEmpty() && !tooLong;
    const bool full = all.size() >= mostNewcomers;
    m_missing->setVisible(all.isEmpty() || full || tooLong);
    m_missing->setText(tooLong ? qtTrId("shared.who.long")
                       : full  ? qtTrId("shared.who.full", static_cast<int>(mostNewcomers))
                               : qtTrId("shared.missing"));
    const QString warning = m_text.warning(m_plan, day());
    m_effect->setTone(warning.isEmpty() ? Banner::Tone::Neutral : Banner::Tone::Warning);
    m_effect->setText(warning, warning.isEmpty()
                                   ? m_text.effect(day())
                                   : qtTrId("shared.day.before.act") + u' ' + m_text.effect(day()));
    Q_EMIT changed();
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#include "ui/departure/LeaverListModel.h"

#include "ui/text/NamedText.h"
#include "ui/text/PlainToolTip.h"
#include "ui/text/TellingApart.h"
#include "ui/text/Wording.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <utility>
#include <vector>

namespace proconnect::ui {
namespace {

QString headingOf(LeaverListModel::Part part)
{
    switch (part) {
    case LeaverListModel::Part::Unfinished:
        return qtTrId("dep.unfinished");
    case LeaverListModel::Part::Suggested:
        return qtTrId("dep.suggest");
    case LeaverListModel::Part::Everybody:
        return qtTrId("dep.all");
    case LeaverListModel::Part::Firms:
        return qtTrId("dep.firms");
    case LeaverListModel::Part::Over:
        break;
    }
    return qtTrId("dep.over");
}

BadgeContent stateOf(const Departure& departure, bool announced)
{
    if (announced) {
        return {BadgeKind::Neutral, qtTrId("dep.st.wait"), QStringLiteral("deadline")};
    }
    if (departure.putOff) {
        return {BadgeKind::Warning, qtTrId("dep.st.putoff"), QStringLiteral("deadline")};
    }
    switch (departure.state) {
    case DepartureState::Scheduled:
        return {BadgeKind::Neutral, qtTrId("dep.st.scheduled"), QStringLiteral("calendar")};
    case DepartureState::Running:
        return tallyOf(departure).failed > 0
                   ? BadgeContent{BadgeKind::Error, qtTrId("dep.st.fail"), QStringLiteral("error")}
                   : BadgeContent{BadgeKind::Info, qtTrId("dep.st.running"), QStringLiteral("sync")};
    case DepartureState::Closed:
        return {BadgeKind::Ok, qtTrId("dep.st.over"), QStringLiteral("check")};
    case DepartureState::Cancelled:
        break;
    }
    return {BadgeKind::Outline, qtTrId("dep.st.cancelled"), {}};
}

LeaverListModel::Part partOf(const Leaver& leaver)
{
    return leaver.suggested()                    ? LeaverListModel::Part::Suggested
           : leaver.kind == Leaver::Kind::Person ? LeaverListModel::Part::Everybody
                                                 : LeaverListModel::Part::Firms;
}

/// The addresses of those who bear one name, in the order of `people`.
QStringList namesakesApart(const QList<Leaver>& people)
{
    QStringList names;
    QList<QStringList> addresses;
    names.reserve(people.size());
    addresses.reserve(people.size());
    for (const Leaver& one : people) {
        names += one.name;
        addresses += {one.address};
    }
    return tellingApart(names, addresses);
}

} // namespace

void LeaverListModel::setContent(const DepartureText& text, const QList<Leaver>& people,
                                 const QList<Departure>& announced)
{
    const QList<Row> before = std::exchange(m_all, {});
    for (const Departure& one : announced) {
        addDeparture(text, one, true);
    }
    for (const Departure& one : text.accounts().company().snapshot().departures) {
        addDeparture(text, one, false);
    }
    addPeople(text, people);
    std::stable_sort(m_all.begin(), m_all.end(), [](const Row& a, const Row& b) { return a.part < b.part; });
    if (m_all != before) {
        show();
    }
}

void LeaverListModel::addDeparture(const DepartureText& text, const Departure& departure, bool announced)
{
    Row row;
    row.part = announced || isUnfinished(departure) ? Part::Unfinished : Part::Over;
    row.name = departure.person;
    row.detail = departure.state == DepartureState::Scheduled ? text.title(departure)
                                                              : DepartureText::summary(departure);
    row.count = qtTrId("acc.sub.count", static_cast<int>(departure.steps.size()));
    row.badges = {stateOf(departure, announced)};
    row.target = departureTarget(departure.id);
    row.searched = foldedForSearch(departure.person);
    m_all += row;
}

void LeaverListModel::addPeople(const DepartureText& text, const QList<Leaver>& people)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, const Leaver*>> sorted;
    sorted.reserve(static_cast<std::size_t>(people.size()));
    for (const Leaver& one : people) {
        sorted.emplace_back(collator.sortKey(one.name), &one);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first.compare(b.first) < 0; });
    m_all.reserve(m_all.size() + people.size());
    const QStringList apart = namesakesApart(people);
    for (const auto& [key, leaver] : sorted) {
        Row row;
        row.part = partOf(*leaver);
        row.name = DepartureText::name(*leaver);
        QStringList details{leaver->kind == Leaver::Kind::Firm ? qtTrId("dep.firm.body") : leaver->job,
                            apart.at(leaver - people.constData())};
        details.removeAll(QString());
        row.detail = details.join(QString::fromUtf8(" · "));
        row.count = qtTrId("acc.sub.count", leaver->closable);
        row.badges = text.badges(*leaver);
        row.icon = leaver->kind == Leaver::Kind::Person ? QString() : QStringLiteral("accountant");
        row.target = personTarget(leaver->key);
        row.searched = foldedForSearch(row.name + u' ' + leaver->address + u' ' + row.detail);
        m_all += row;
    }
}

void LeaverListModel::setSearch(const QString& words)
{
    const QStringList folded = foldedForSearch(words).split(u' ', Qt::SkipEmptyParts);
    if (folded != m_words) {
        m_words = folded;
        show();
    }
}

QList<LeaverListModel::Row> LeaverListModel::filtered() const
{
    QList<Row> rows;
    for (const Row& row : m_all) {
        const bool wanted = std::all_of(m_words.cbegin(), m_words.cend(),
                                        [&row](const QString& word) { return row.searched.contains(word); });
        if (!wanted) {
            continue;
        }
        if (rows.isEmpty() || rows.constLast().part != row.part) {
            Row heading;
            heading.part = row.part;
            heading.heading = true;
            heading.name = headingOf(row.part);
            rows += heading;
        }
        rows += row;
    }
    return rows;
}

void LeaverListModel::show()
{
    beginResetModel();
    m_rows = filtered();
    m_found = static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return !row.heading; }));
    endResetModel();
}

int LeaverListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LeaverListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::AccessibleTextRole: {
        QStringList words{row.name, row.detail, row.count};
        for (const BadgeContent& badge : row.badges) {
            words += badge.text;
        }
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole:
        return plainToolTip(row.name);
    case Qt::DisplayRole: // what typing a letter looks for
    case NameRole:
        return row.name;
    case DetailRole:
        return row.detail;
    case CountRole:
        return row.count;
    case BadgesRole:
        return QVariant::fromValue(row.badges);
    case IconRole:
        return row.icon;
    case TargetRole:
        return row.target;
    case HeadingRole:
        return row.heading;
    default:
        return {};
    }
}

Qt::ItemFlags LeaverListModel::flags(const QModelIndex& index) const
{
    const bool heading = index.data(HeadingRole).toBool();
    return heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace proconnect::ui

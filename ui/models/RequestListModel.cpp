// SPDX-License-Identifier: MIT
#include "ui/models/RequestListModel.h"

#include "ui/text/PlainToolTip.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

bool before(const AccessRequest* a, const AccessRequest* b, const RequestText& text)
{
    const bool urgentA = text.urgent(*a);
    const bool urgentB = text.urgent(*b);
    if (urgentA != urgentB) {
        return urgentA;
    }
    // A declaration that is due comes before what only waits.
    if (a->deadline.has_value() != b->deadline.has_value()) {
        return a->deadline.has_value();
    }
    if (a->deadline && a->deadline->date != b->deadline->date) {
        return a->deadline->date < b->deadline->date;
    }
    return a->receivedAt < b->receivedAt;
}

QDateTime answeredAt(const AccessRequest& request, const DecisionTracker::ByTarget& decisions)
{
    const auto decision = decisions.constFind(request.id);
    if (decision != decisions.cend()) {
        return decision->decision.decidedAt;
    }
    return request.decidedAt.value_or(request.receivedAt);
}

} // namespace

BadgeContent decisionBadge(const DecisionTracker::Progress& progress)
{
    switch (progress.stage) {
    case DecisionTracker::Stage::Undoable:
        return {BadgeKind::Neutral, qtTrId("dec.undoable"), QStringLiteral("deadline")};
    case DecisionTracker::Stage::Sending:
        return {BadgeKind::Info, qtTrId("dec.sending"), QStringLiteral("sync")};
    case DecisionTracker::Stage::AwaitingSignIn:
        return {BadgeKind::Warning, qtTrId("dec.signin"), QStringLiteral("key")};
    case DecisionTracker::Stage::AwaitingNetwork:
        return {BadgeKind::Warning, qtTrId("dec.network"), QStringLiteral("offline")};
    case DecisionTracker::Stage::Held:
        return {BadgeKind::Warning, qtTrId("dec.held"), QStringLiteral("warning")};
    case DecisionTracker::Stage::Taken:
        break;
    }
    return {BadgeKind::Info, qtTrId("dec.taken"), QStringLiteral("check")};
}

RequestListModel::RequestListModel(Section section, QObject* parent)
    : QAbstractListModel(parent), m_section(section)
{}

QList<RequestListModel::Row> RequestListModel::rowsOf(const RequestText& text,
                                                      const DecisionTracker::ByTarget& decisions) const
{
    const bool toAnswer = m_section == Section::ToAnswer;
    QList<const AccessRequest*> chosen;
    for (const AccessRequest& request : text.company().snapshot().requests) {
        const bool waiting = request.open() && !decisions.contains(request.id);
        if (waiting == toAnswer) {
            chosen += &request;
        }
    }
    std::stable_sort(chosen.begin(), chosen.end(), [&](const AccessRequest* a, const AccessRequest* b) {
        return toAnswer ? before(a, b, text) : answeredAt(*a, decisions) > answeredAt(*b, decisions);
    });
    QList<Row> rows;
    rows.reserve(chosen.size());
    for (const AccessRequest* request : std::as_const(chosen)) {
        Row row{request->id,
                request->displayName(),
                text.summary(*request),
                text.received(*request),
                text.accessible(*request),
                foldedForSearch(request->displayName() + u' ' + text.summary(*request)),
                {},
                text.urgent(*request)};
        const auto decision = decisions.constFind(request->id);
        if (decision != decisions.cend()) {
            row.badges = {decisionBadge(*decision)};
            row.accessible += u' ' + row.badges.first().text;
        } else {
            row.badges = toAnswer ? text.badges(*request) : QList<BadgeContent>{text.outcomeBadge(*request)};
        }
        rows += row;
    }
    return rows;
}

void RequestListModel::setContent(const RequestText& text, const DecisionTracker::ByTarget& decisions)
{
    replaceBy(rowsOf(text, decisions));
}

void RequestListModel::clear()
{
    replaceBy({});
}

void RequestListModel::replaceBy(const QList<Row>& rows)
{
    if (m_rows.isEmpty() && !rows.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
        return;
    }
    QSet<QString> kept;
    for (const Row& row : rows) {
        kept.insert(row.id);
    }
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (!kept.contains(m_rows.at(i).id)) {
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < rows.size(); ++i) {
        const int current = rowOf(rows.at(i).id);
        if (current < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (current != i) {
            beginMoveRows({}, current, current, {}, i);
            m_rows.move(current, i);
            endMoveRows();
        }
        if (m_rows.at(i) != rows.at(i)) {
            m_rows[i] = rows.at(i);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

void RequestListModel::markRead(const QString& id)
{
    const int row = rowOf(id);
    if (row >= 0 && !m_read.contains(id)) {
        m_read.insert(id);
        Q_EMIT dataChanged(index(row), index(row), {UnreadRole});
    }
}

int RequestListModel::rowOf(const QString& id) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const Row& row) { return row.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int RequestListModel::urgentCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row& row) { return row.urgent; }));
}

int RequestListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RequestListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case Qt::ToolTipRole: // the list cuts both where room lacks
        return plainToolTip(row.name + u'\n' + row.summary);
    case Qt::AccessibleTextRole:
        return row.accessible;
    case IdRole:
        return row.id;
    case SummaryRole:
        return row.summary;
    case WhenRole:
        return row.when;
    case BadgesRole:
        return QVariant::fromValue(row.badges);
    case UnreadRole:
        return m_section == Section::ToAnswer && !m_read.contains(row.id);
    case UrgentRole:
        return row.urgent;
    case SearchRole:
        return row.search;
    default:
        return {};
    }
}

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/DecisionTracker.h"
#include "ui/text/BadgeContent.h"
#include "ui/text/RequestText.h"

#include <QAbstractListModel>
#include <QSet>

namespace proconnect::ui {

/// The requests of a company that wait for an answer, urgent first, then by what is due
/// and by age; or those answered, latest
/// first. A decision moves its request to the other list at once, before it is sent.
class RequestListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Section { ToAnswer, Answered };

    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,    ///< the person
        SummaryRole, ///< portal and right
        WhenRole,    ///< "Reçue à 09:12"
        BadgesRole,  ///< QList<BadgeContent>
        UnreadRole,  ///< never shown in the detail since the start
        UrgentRole,
        SearchRole, ///< folded text to search in
    };

    explicit RequestListModel(Section section, QObject* parent = nullptr);

    /// Shows the requests of `text`'s company. Rows keep their identity: only differences are signalled.
    void setContent(const RequestText& text, const DecisionTracker::ByTarget& decisions);
    void clear();
    void markRead(const QString& id);

    [[nodiscard]] int rowOf(const QString& id) const;
    [[nodiscard]] int urgentCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString id;
        QString name;
        QString summary;
        QString when;
        QString accessible;
        QString search;
        QList<BadgeContent> badges;
        bool urgent = false;

        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] QList<Row> rowsOf(const RequestText& text,
                                    const DecisionTracker::ByTarget& decisions) const;
    void replaceBy(const QList<Row>& rows);

    Section m_section;
    QList<Row> m_rows;
    QSet<QString> m_read;
};

/// The badge of a decision that the service has not taken yet, or has just taken.
[[nodiscard]] BadgeContent decisionBadge(const DecisionTracker::Progress& progress);

} // namespace proconnect::ui

Q_DECLARE_METATYPE(QList<proconnect::ui::BadgeContent>)

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/DepartureText.h"

#include <QAbstractListModel>
#include <QStringList>

namespace proconnect::ui {

/// departures that are not over, who is likely to leave, everybody, firms, departures that are
/// over; with the names of these parts between them. A search keeps the rows that hold every word.
class LeaverListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Part { Unfinished, Suggested, Everybody, Firms, Over };
    enum Role {
        NameRole = Qt::UserRole,
        DetailRole,
        CountRole, ///< "6 comptes"
        BadgesRole,
        IconRole,   ///< in place of initials; may be empty
        TargetRole, ///< what DeparturePage::showTarget() opens
        HeadingRole ///< true for the name of a part
    };

    using QAbstractListModel::QAbstractListModel;

    /// `announced`: departures that the service does not have yet.
    void setContent(const DepartureText& text, const QList<Leaver>& people,
                    const QList<Departure>& announced);
    void setSearch(const QString& words);
    /// Rows that are no headings.
    [[nodiscard]] int foundCount() const { return m_found; }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] static QString personTarget(const QString& key) { return QStringLiteral("person:") + key; }
    [[nodiscard]] static QString departureTarget(const QString& id)
    {
        return QStringLiteral("departure:") + id;
    }

private:
    struct Row
    {
        Part part = Part::Everybody;
        bool heading = false;
        QString name;
        QString detail;
        QString count;
        QList<BadgeContent> badges;
        QString icon;
        QString target;
        QString searched; ///< folded

        friend bool operator==(const Row&, const Row&) = default;
    };

    void addDeparture(const DepartureText& text, const Departure& departure, bool announced);
    void addPeople(const DepartureText& text, const QList<Leaver>& people);
    [[nodiscard]] QList<Row> filtered() const;
    void show();

    QList<Row> m_all; ///< without headings
    QList<Row> m_rows;
    QStringList m_words;
    int m_found = 0;
};

} // namespace proconnect::ui

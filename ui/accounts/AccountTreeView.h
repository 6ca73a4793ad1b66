// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QTreeView>

class QMenu;

namespace proconnect::ui {

class AccountTreeModel;
class Theme;

/// The table of accounts: groups over the whole width, lines in columns, one menu per line.
/// Which groups are open, the current line and the scroll position survive new data.
class AccountTreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit AccountTreeView(const Theme& theme, AccountTreeModel& model, QWidget* parent = nullptr);

    /// Opens the group of `key` (an account's id or a group's key) and makes it the current line.
    void reveal(const QString& key);
    /// Hides what a narrow table has no room for; the sheet of the account shows it.
    void setColumnsFor(int hiddenColumns);
    /// What the titles of the columns do for the mouse.
    void addSorting(QMenu& menu);

Q_SIGNALS:
    /// Enter, or a click on the name of a line.
    void opened(const QString& account);
    void closeAsked(const QString& account);
    /// Of the group of this account: others bear the name under another address.
    void samePersonAsked(const QString& account);
    void menuAsked(const QString& account, const QPoint& global);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void remember();
    void restore();
    /// Whether groups are closed until somebody opens them.
    [[nodiscard]] bool startsShort() const;
    void openNew(const QModelIndex& parent, int first, int last);
    void layOutColumns();
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] bool overMenu(const QPoint& position) const;
    [[nodiscard]] static QString accountAt(const QModelIndex& index);

    const Theme& m_theme;
    AccountTreeModel& m_model;
    QSet<QString> m_closed; ///< groups that the user closed
    QSet<QString> m_open;   ///< groups that the user opened, where all start closed
    QString m_currentKey;
    int m_scroll = 0;
    bool m_restoring = false;
    int m_hiddenColumns = 0;
};

} // namespace proconnect::ui

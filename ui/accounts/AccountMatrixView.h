// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace proconnect::ui {

class AccountMatrixModel;
class Theme;

/// V-31: people down, portals across, one chip a cell. The names stay where they are while portals scroll.
/// Arrows move cell by cell, Enter opens.
class AccountMatrixView final : public QTableView
{
    Q_OBJECT

public:
    AccountMatrixView(const Theme& theme, AccountMatrixModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The only account of a cell, or the one that was chosen among several.
    void opened(const QString& account);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void open(const QModelIndex& cell);
    void layOut();
    void remember();
    void restore();

    const Theme& m_theme;
    const AccountMatrixModel& m_model;
    // Where the reader was, whatever other people come and go.
    QString m_currentPerson;
    QString m_currentPortal;
    QString m_topPerson; ///< empty: the first line was in sight
    int m_topOffset = 0; ///< how much of that line is out of sight
    int m_down = 0;
    int m_across = 0;
};

} // namespace proconnect::ui

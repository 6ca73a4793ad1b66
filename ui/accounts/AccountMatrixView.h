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

    const Theme& m_theme;
};

} // namespace proconnect::ui

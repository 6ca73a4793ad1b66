// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace proconnect::ui {

class Theme;

/// The list of requests: arrows and pointer choose, A and R answer while it has the focus.
class RequestListView final : public QListView
{
    Q_OBJECT

public:
    explicit RequestListView(const Theme& theme, QWidget* parent = nullptr);

    /// WCAG 2.1.4: letters can be switched off.
    void setLetterShortcuts(bool on) { m_letters = on; }

Q_SIGNALS:
    void acceptPressed();
    void refusePressed();
    void currentRowChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    bool m_letters = true;
};

} // namespace proconnect::ui

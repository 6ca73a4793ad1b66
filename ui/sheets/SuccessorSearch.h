// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sheets/SuccessorList.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace proconnect::ui {

/// Chooses who takes over among many people: some letters of a name, an address or a role, then one of those
/// who are found. A few are offered before anything is typed.
class SuccessorSearch final : public QLineEdit
{
    Q_OBJECT

public:
    /// The most people that are offered at once.
    static constexpr int mostOffered = 20;

    explicit SuccessorSearch(const SuccessorList& people, QWidget* parent = nullptr);

    /// Shows who was chosen; empty: nobody.
    void setChosen(const QString& account);

Q_SIGNALS:
    /// PortalAccount::id; empty: nobody.
    void chosen(const QString& account);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void offer(const QString& words);
    void openOffer();
    void choose(int row);
    void chooseTheOnlyOne();
    void leave();
    void showChosen();
    void tell(const QString& account);

    const SuccessorList m_people;
    QStandardItemModel* m_offered;
    QCompleter* m_completer;
    QString m_chosen;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/DataPage.h"
#include "ui/models/DelegationRows.h"

namespace proconnect::ui {

class Card;
class EmptyState;
class Skeleton;
class TextLabel;

/// L-60: those who may act in the director's place, and what became of each delegation; after a change of
/// director, what the successor has to confirm or to let lapse.
class AdministratorsPage final : public DataPage
{
    Q_OBJECT

public:
    explicit AdministratorsPage(const Services& services, QWidget* parent = nullptr);

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    void read();
    void build();
    [[nodiscard]] QWidget* makeList(bool over);
    void ask(const DelegationRow& row, DelegationOrder order);
    void act(const DelegationRow& row, DelegationOrder order);
    void tell(const QString& company, const Delegation& before, DelegationOrder order,
              const Outcome<Delegation>& after);
    void take(const Delegation& after);

    Banner* m_waiting;
    Banner* m_unread;
    Card* m_card;
    TextLabel* m_count;
    Skeleton* m_loading;
    EmptyState* m_none;
    QWidget* m_list = nullptr;
    Card* m_overCard;
    QWidget* m_overList = nullptr;

    QString m_siren;
    QString m_company;    ///< its name
    qint64 m_cursor = -1; ///< of the company, when the list was asked for
    quint64 m_turn = 0;   ///< of the latest question; answers to others are late
    bool m_known = false;
    DelegationList m_delegations;
    QList<DelegationRow> m_rows;
    QString m_acting;      ///< the delegation that an act is under way for
    quint64 m_actTurn = 0; ///< of the latest act, or company: an act of before holds up nothing any more
    bool m_unseen = false; ///< an outcome came while another page was on screen
    bool m_enabled = true;
};

} // namespace proconnect::ui

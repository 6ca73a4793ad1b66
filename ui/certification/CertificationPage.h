// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/DataPage.h"
#include "ui/models/CertificationRows.h"

class QBoxLayout;

namespace proconnect::ui {

class Card;
class TextLabel;

/// M-50: the director's own accounts, portal by portal, and asking a portal to recognise one.
class CertificationPage final : public DataPage
{
    Q_OBJECT

public:
    explicit CertificationPage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    [[nodiscard]] QWidget* makeWhyColumn();
    void build();
    void certify(const QString& accountId);

    QBoxLayout* m_columns;
    Card* m_card;
    TextLabel* m_found;
    QWidget* m_list = nullptr;
    QWidget* m_side;
    QList<CertificationRow> m_rows;
    bool m_enabled = true;
    bool m_stacked = false;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "ui/Services.h"

#include <QWidget>

namespace proconnect::ui {

class ReceiptsCard;
class ScreenCode;
class TextLabel;

/// E14, in place of the pages of a company whose register no longer names the person: what happened, whom to
/// call, and the person's own receipts. Nothing else of the company is here.
class FormerDirectorView final : public QWidget
{
    Q_OBJECT

public:
    explicit FormerDirectorView(const Services& services, QWidget* parent = nullptr);

    /// Shows the company and asks for its receipts; again and again the same company changes nothing.
    void showCompany(const Company& company);
    void focusTitle();
    [[nodiscard]] bool titleHasFocus() const;
    /// What follows the title takes the focus.
    void focusBody();

private:
    const Services& m_services;
    TextLabel* m_title;
    ScreenCode* m_code;
    TextLabel* m_body;
    TextLabel* m_help;
    ReceiptsCard* m_receipts;
};

} // namespace proconnect::ui

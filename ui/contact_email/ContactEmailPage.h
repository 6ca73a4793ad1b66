// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/DataPage.h"

class QBoxLayout;

namespace proconnect::ui {

class Badge;
class ContactEmailForm;
class IconLabel;
class TextLabel;

/// E-55 and E-56: the address that administrations write to, and changing it.
class ContactEmailPage final : public DataPage
{
    Q_OBJECT

public:
    explicit ContactEmailPage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;
    [[nodiscard]] QVariant draft() const override;
    void restoreDraft(const QVariant& draft) override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    [[nodiscard]] QWidget* makeMain();
    [[nodiscard]] QWidget* makeSide();
    void showCurrent(const ContactEmail& email);
    void showPending(const ContactEmail& email);

    QBoxLayout* m_columns;
    QWidget* m_side;
    IconLabel* m_icon;
    TextLabel* m_label;
    TextLabel* m_address;
    Badge* m_state;
    TextLabel* m_since;
    Banner* m_pending;
    ContactEmailForm* m_form;
    QString m_siren;      ///< of the company shown
    bool m_first = false; ///< there was no address before the one just verified
    QString m_verified;   ///< address whose code was just accepted, until the data show what became of it
};

} // namespace proconnect::ui

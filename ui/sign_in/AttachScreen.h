// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"
#include "ui/Services.h"
#include "ui/text/DateText.h"

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace proconnect::ui {

class Banner;
class Button;
class CompanyFound;
class FieldRow;
class RefusalPanel;
class ScreenHeader;
class SirenField;
class TextLabel;

/// C-22: which company do you run? The registers are asked at the ninth digit. C-24 when they say no.
class AttachScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit AttachScreen(const Services& services, QWidget* parent = nullptr);

    /// Starts with an empty field that has the focus.
    void begin();

Q_SIGNALS:
    /// The company is attached, or was already and the person wants to see it.
    void attached(const QString& siren);
    /// Only offered to who leads another company already.
    void cancelled();
    void signOutRequested();

private:
    /// That nothing is kept over the end of the application, where no key store answers.
    void addMemoryOnlyNotice(QVBoxLayout& column);
    QWidget* makeForm();
    /// For who does not lead the company, but was named by who does.
    void askForCode();
    void check(const SirenNumber& siren);
    void attach();
    void showCheck(const CompanyCheck& check);
    void showRefusal(const CompanyCheck& check);
    void showDuplicate(const CompanyCheck& check);
    void sendReview(const QString& reference, const QString& replyTo);
    void checkEntered();
    void showProblem(const QString& title, const QString& body, const QString& code, bool mayRetry);
    void clearAnswer();
    void setChecking(bool checking);
    [[nodiscard]] bool alreadyAttached(const QString& siren) const;

    const Services& m_services;
    DateText m_dates;
    ScreenHeader* m_header;
    QVBoxLayout* m_card = nullptr;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_answer = nullptr;
    SirenField* m_field = nullptr;
    QAction* m_valid = nullptr;
    FieldRow* m_row = nullptr;
    Button* m_submit = nullptr;
    Button* m_notMine = nullptr;
    Banner* m_problem = nullptr;
    CompanyFound* m_found = nullptr;
    RefusalPanel* m_refusal = nullptr;
    TextLabel* m_below = nullptr;
    CompanyCheck m_check;
    quint64 m_turn = 0; ///< answers of older questions are ignored
};

} // namespace proconnect::ui

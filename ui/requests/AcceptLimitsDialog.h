// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QCheckBox;
class QDateEdit;

namespace proconnect::ui {

class TextLabel;

/// D-06: an acceptance within limits: until a last day, tomorrow to twelve months from now, or with fewer of
/// the rights that were asked for, and then until a day too if one likes.
class AcceptLimitsDialog final : public Dialog
{
    Q_OBJECT

public:
    enum class Limit { Day, Rights };

    AcceptLimitsDialog(const Theme& theme, const DateText& dates, const AccessRequest& request,
                       const QString& portal, Limit limit, QWidget* parent);

Q_SIGNALS:
    /// `lastDay` is invalid when only rights are withheld.
    void chosen(const QDate& lastDay, const QStringList& withheldRights);

private:
    void addRights(const AccessRequest& request);
    void addDay(const AccessRequest& request);
    [[nodiscard]] QStringList withheld() const;
    [[nodiscard]] QDate lastDay() const;
    void showChoice();

    DateText m_dates;
    QList<QCheckBox*> m_rights; ///< named by their codes; empty: there is nothing to choose from
    QCheckBox* m_limited = nullptr;
    QWidget* m_limit; ///< the last day, with what it means
    QDateEdit* m_day;
    TextLabel* m_missing;
    Button* m_accept;
};

} // namespace proconnect::ui

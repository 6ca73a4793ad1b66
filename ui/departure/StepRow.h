// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "ui/text/DepartureText.h"

#include <QWidget>

namespace proconnect::ui {

class Button;
class Theme;

/// One account in R-42: how far its closing is, and what can be done about it.
class StepRow final : public QWidget
{
    Q_OBJECT

public:
    /// What a row offers.
    enum class Act { Retry, Letter, Declare, Restore };

    struct Content
    {
        DepartureStep step;
        QString portal;
        QString which; ///< whose account it is, or which of two; may be empty
        DepartureText::Step words;
        QString hindrance; ///< why nothing can be decided of it now; empty when it can
        QList<Act> acts;

        /// The portal's name, and which of its accounts where that is needed.
        [[nodiscard]] QString spoken() const;
        [[nodiscard]] bool sameAs(const Content& other) const;
    };

    StepRow(const Theme& theme, const Content& content, bool stacked, QWidget* parent = nullptr);

    /// While its paper is on its way.
    void setBusy(bool busy);

Q_SIGNALS:
    void asked(proconnect::ui::StepRow::Act act);

private:
    Button* addAct(const Theme& theme, Act act, const Content& content);

    Button* m_letter = nullptr;
};

} // namespace proconnect::ui

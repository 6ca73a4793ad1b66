// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QHash>
#include <QLabel>

namespace proconnect::ui {

/// Plain text in a style of the design; never markup, whatever the text holds. Paragraphs wrap.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Ink { Default, Title, Muted, Success, Warning, Error, Info, Toast };

    explicit TextLabel(const QString& text = {}, TextStyle style = TextStyle::Body, Ink ink = Ink::Default,
                       QWidget* parent = nullptr);

    void setStyle(TextStyle style);
    void setInk(Ink ink);
    /// Lets the text break into lines; returns itself, to be written in one line.
    TextLabel* wrapped();
    /// Lets Tab or a page change give it the focus, so that a screen reader speaks it.
    void setHeading();

    /// QLabel shapes its text anew at each question, and layouts ask several times with the same widths.
    [[nodiscard]] int heightForWidth(int width) const override;

private:
    struct Measured
    {
        QString text;
        QFont font;
        QHash<int, int> heights; ///< by width
    };
    mutable Measured m_measured;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

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
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/TokenValues.h"

#include <QHash>
#include <QLabel>

class QTextLayout;

namespace proconnect::ui {

/// Plain text in a style of the design; never markup, whatever the text holds. Paragraphs wrap, and break a
/// word that is longer than the line, such as an address.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Ink { Default, Title, Muted, Success, Warning, Error, Info, Toast };

    explicit TextLabel(const QString& text = {}, TextStyle style = TextStyle::Body, Ink ink = Ink::Default,
                       QWidget* parent = nullptr);

    void setText(const QString& text);
    void setStyle(TextStyle style);
    void setInk(Ink ink);
    /// Lets the text break into lines; returns itself, to be written in one line.
    TextLabel* wrapped();
    /// Wrapped, but on one line where there is room for it: for a flow.
    TextLabel* flowing();
    /// One line that ends with an ellipsis where room lacks; the whole then stands in the tooltip. For names.
    TextLabel* elided();
    [[nodiscard]] bool elides() const { return m_elides; }
    /// Lets Tab or a page change give it the focus, so that a screen reader speaks it.
    void setHeading();

    /// QLabel shapes its text anew at each question, and layouts ask several times with the same widths.
    [[nodiscard]] int heightForWidth(int width) const override;
    /// Narrower than the longest word.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool breaksWords(int width) const;
    [[nodiscard]] bool cut() const;
    /// Answers the height.
    qreal layOut(QTextLayout& layout, int width) const;

    struct Measured
    {
        QString text;
        QFont font;
        QHash<int, int> heights; ///< by width
    };
    mutable Measured m_measured;
    bool m_isHeading = false;
    bool m_elides = false;
    bool m_flows = false;
};

} // namespace proconnect::ui

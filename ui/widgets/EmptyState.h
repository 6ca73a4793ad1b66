// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class Button;
class FlowLayout;
class TextLabel;
class Theme;

/// What stands where there is nothing: an icon on a disc, a title, a sentence, one or two buttons.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme& theme, const QString& iconName, const QString& title,
               const QString& sentence = {}, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& sentence);
    Button* addAction(const QString& text);
    /// The title takes the focus after the last item of a list went.
    void focusTitle();

private:
    const Theme& m_theme;
    TextLabel* m_title;
    TextLabel* m_sentence;
    FlowLayout* m_actions;
};

} // namespace proconnect::ui

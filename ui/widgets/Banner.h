// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace proconnect::ui {

class BesideLayout;
class Button;
class IconLabel;
class TextLabel;
class Theme;

/// A message in the page: a bold sentence, what follows from it, and perhaps one button.
/// It is announced to screen readers when it appears or changes.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Success, Warning, Error, Neutral };

    Banner(const Theme& theme, Tone tone, const QString& title, const QString& body = {},
           QWidget* parent = nullptr);

    void setTone(Tone tone);
    /// `supportCode` is shown small after the text: what a caller reads to an adviser.
    void setText(const QString& title, const QString& body = {}, const QString& supportCode = {});
    void setIconName(const QString& name);
    /// One button at the right end; made once, renamed by later calls.
    Button* setAction(const QString& text, const QString& iconName = {});
    void hideAction();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void announce();

    const Theme& m_theme;
    Tone m_tone;
    BesideLayout* m_words;
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_body;
    TextLabel* m_code;
    Button* m_action = nullptr;
};

} // namespace proconnect::ui

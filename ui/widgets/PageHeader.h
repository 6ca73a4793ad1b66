// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class ScreenCode;
class TextLabel;
class Theme;

/// Top of a page: title, a sentence under it, the screen code at the right end.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    PageHeader(const Theme& theme, const QString& title, const QString& code, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// An empty sentence takes no room.
    void setSubtitle(const QString& sentence);
    [[nodiscard]] ScreenCode& screenCode() { return *m_code; }
    /// A screen reader then speaks the title and the code.
    void focusTitle();
    [[nodiscard]] bool titleHasFocus() const;

private:
    void describe();

    TextLabel* m_title;
    TextLabel* m_subtitle;
    ScreenCode* m_code;
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace proconnect::ui {

class ScreenCode;
class Theme;

/// Top of a screen without menu: mark, who is signed in, sign-out, screen code.
class ScreenHeader final : public QFrame
{
    Q_OBJECT

public:
    ScreenHeader(const Theme& theme, const QString& person, const QString& code, QWidget* parent = nullptr);

    void setCode(const QString& code);

Q_SIGNALS:
    void signOutRequested();

private:
    ScreenCode* m_code;
};

} // namespace proconnect::ui

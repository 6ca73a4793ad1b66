// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/Theme.h"

#include <QByteArray>
#include <QString>

namespace proconnect::ui {

/// What the windows remember between two starts. Nothing in it is personal.
class UiSettings
{
public:
    virtual ~UiSettings() = default;

    /// "fr" or "en".
    [[nodiscard]] virtual QString language() const = 0;
    virtual void setLanguage(const QString& code) = 0;
    [[nodiscard]] virtual Theme::Mode themeMode() const = 0;
    virtual void setThemeMode(Theme::Mode mode) = 0;
    /// 1.0 to 2.0.
    [[nodiscard]] virtual double textScale() const = 0;
    virtual void setTextScale(double scale) = 0;
    [[nodiscard]] virtual bool reducedMotion() const = 0;
    virtual void setReducedMotion(bool reduced) = 0;
    /// A and R answer in the list of requests.
    [[nodiscard]] virtual bool letterShortcuts() const = 0;
    virtual void setLetterShortcuts(bool on) = 0;
    /// Minutes without activity after which only a sign-in shows the data again: as chosen, or as imposed
    /// where that is stricter; 0: never.
    [[nodiscard]] virtual int lockMinutes() const = 0;
    virtual void setLockMinutes(int minutes) = 0;
    /// The most minutes that this computer's administrator allows; 0: any, and never.
    [[nodiscard]] virtual int imposedLockMinutes() const = 0;
    /// Whether the application was left locked, so that its next start is too.
    [[nodiscard]] virtual bool leftLocked() const = 0;
    virtual void setLeftLocked(bool locked) = 0;
    /// Geometry of the main window and of splitters, by name.
    [[nodiscard]] virtual QByteArray geometry(const QString& name) const = 0;
    virtual void setGeometry(const QString& name, const QByteArray& geometry) = 0;
};

} // namespace proconnect::ui

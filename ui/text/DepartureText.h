// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DepartureChoices.h"
#include "core/departure/DepartureProgress.h"
#include "ui/text/AccountText.h"

namespace proconnect::ui {

/// What the screens say of a departure: before it, of each of its steps, and of all of it.
class DepartureText
{
public:
    /// What a step says.
    struct Step
    {
        BadgeContent state;
        QString sentence;
    };

    explicit DepartureText(AccountText text) : m_text(std::move(text)) {}

    /// A person, or "Cabinet sous le mandat MT2".
    [[nodiscard]] static QString name(const Leaver& leaver);
    /// "départ le 2 octobre", "6 mois sans utilisation", "cabinet"
    [[nodiscard]] QList<BadgeContent> badges(const Leaver& leaver) const;

    /// "Immédiat", "2 jours ouvrés", "Par courrier"
    [[nodiscard]] static BadgeContent delay(const PlannedClosing& closing);
    /// "Le compte est fermé"
    [[nodiscard]] static QString happens(const PlannedClosing& closing);
    /// "Déclaration de TVA : avant le 24 nov."; empty when none is near.
    [[nodiscard]] QString deadlines(const PlannedClosing& closing) const;
    /// What nobody could do any more, one a line.
    [[nodiscard]] QStringList lost(const PlannedClosing& closing) const;
    /// What stands beside the button.
    [[nodiscard]] static QString consequence(const QString& person);

    /// The whole of what was decided, as it is signed.
    [[nodiscard]] QString shown(const DeparturePlan& plan, const DepartureChoices& choices) const;

    /// How far one step is. `undoable`: the decision can still be undone.
    [[nodiscard]] Step step(const Departure& departure, const DepartureStep& step, bool undoable) const;
    /// "3 comptes sur 6 fermés, 1 lettre à signer"; for lists and the home screen.
    [[nodiscard]] static QString summary(const Departure& departure);
    /// Why nothing has left although the hour has come; empty when nothing is put off.
    [[nodiscard]] static QString putOff(const Departure& departure);
    /// "Départ de Thomas Giraud prévu le 2 octobre à 18:00"
    [[nodiscard]] QString title(const Departure& departure) const;

    [[nodiscard]] const AccountText& accounts() const { return m_text; }

private:
    [[nodiscard]] Step waiting(const Departure& departure, bool undoable) const;
    [[nodiscard]] Step confirmed(const DepartureStep& step) const;
    [[nodiscard]] Step requested(const DepartureStep& step) const;
    [[nodiscard]] QString when(const std::optional<QDateTime>& at) const;

    AccountText m_text;
};

} // namespace proconnect::ui

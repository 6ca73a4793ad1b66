// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace proconnect::ui {

/// Dates and hours as the current language writes them. Instants are UTC inside, Europe/Paris on screen.

/// `instant` in Paris.
[[nodiscard]] QDateTime inParis(const QDateTime& instant);
/// "09:42"
[[nodiscard]] QString formatTime(const QDateTime& instant);
/// "24 novembre 2026"
[[nodiscard]] QString formatDate(const QDate& date);
/// "24 nov."
[[nodiscard]] QString formatShortDate(const QDate& date);
/// "mardi 24 novembre 2026"
[[nodiscard]] QString formatWeekday(const QDate& date);
/// "09:42" for an instant of today, "hier" for yesterday, else "20 nov.". `now` is the present instant.
[[nodiscard]] QString formatRecent(const QDateTime& instant, const QDateTime& now);
/// "aujourd’hui à 09:12", "hier à 16:40", "le 20 nov. à 08:00".
[[nodiscard]] QString formatMoment(const QDateTime& instant, const QDateTime& now);
/// "Présidente": first letter in upper case, for a text that begins a line.
[[nodiscard]] QString capitalized(const QString& text);

} // namespace proconnect::ui

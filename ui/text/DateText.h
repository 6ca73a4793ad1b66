// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace proconnect::ui {

/// Dates and hours as the reader says them: Europe/Paris, the language of the interface, no-break spaces.
/// "Today" and "yesterday" are those of the instant given, so that a text never depends on the computer's
/// clock.
class DateText
{
public:
    explicit DateText(const QDateTime& now, QLocale locale = QLocale());

    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] const QDateTime& now() const { return m_now; }

    /// The calendar day of `instant` in Paris.
    [[nodiscard]] static QDate dayOf(const QDateTime& instant);
    /// The wall clock of `instant` in Paris.
    [[nodiscard]] static QTime timeOf(const QDateTime& instant);

    /// "24 novembre 2026"
    [[nodiscard]] QString longDate(QDate day) const;
    /// "24 nov." this year, "24 nov. 2025" otherwise
    [[nodiscard]] QString shortDate(QDate day) const;
    /// "Mardi 24 novembre 2026"
    [[nodiscard]] QString weekday(QDate day) const;
    /// "09:42"
    [[nodiscard]] QString clock(const QDateTime& instant) const;
    /// "23 h 59", "18 h"; in English "11:59 pm", "6 pm"
    [[nodiscard]] QString spokenHour(QTime time) const;
    /// "aujourd’hui à 09:12", "hier à 16:40", "le 21 nov. à 18:47"
    [[nodiscard]] QString when(const QDateTime& instant) const;
    /// "à 09:12", "hier à 16:40", "le 21 nov.": the short form for lists
    [[nodiscard]] QString whenShort(const QDateTime& instant) const;
    /// "09:15", "hier à 16:40", "le 21 nov.": what follows "since"
    [[nodiscard]] QString since(const QDateTime& instant) const;
    /// "aujourd’hui", "demain", "le 15 déc."
    [[nodiscard]] QString day(QDate day) const;
    /// "ce matin", "hier", "le 15 nov.", "il y a 3 mois", "il y a 2 ans"
    [[nodiscard]] QString ago(const QDateTime& instant) const;

private:
    [[nodiscard]] QString formatted(QDate day, const QString& pattern) const;

    QDateTime m_now;
    QDate m_today;
    QLocale m_locale;
};

} // namespace proconnect::ui

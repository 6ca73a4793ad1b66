// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>

#include <initializer_list>
#include <optional>

namespace proconnect::service {

/// A register's answer as one strict JSON object of at most 4 MiB; nothing otherwise.
[[nodiscard]] std::optional<QJsonObject> parseRegistryJson(const QByteArray& body);

/// The text of a member, trimmed; empty when absent, null, not text or longer than 1000 characters.
[[nodiscard]] QString textOf(const QJsonObject& object, QLatin1String member);

/// A code that registers write as text or as a number; empty when absent or neither.
[[nodiscard]] QString codeOf(const QJsonObject& object, QLatin1String member);

/// codeOf() for what is looked up in a table, or is a day: what is written in a way that nobody can read
/// (another type, far too long) is a character that no table knows, and never the same as nothing.
[[nodiscard]] QString entryOf(const QJsonObject& object, QLatin1String member);

/// entryOf() for a commune's code: as a number, or where it was one, those of Ain to Ariège lost their zero.
[[nodiscard]] QString communeOf(const QJsonObject& object, QLatin1String member);

/// Whether anything stands there, of any type: neither absent, nor null, nor an empty text.
[[nodiscard]] bool isWritten(const QJsonObject& object, QLatin1String member);

/// A day without the time that may follow it; anything else as it stands.
[[nodiscard]] QString dayOf(const QString& written);
inline constexpr qsizetype dayLength = 10;

/// Programs write a day long ago where they have none; no office or company of today ended before this year.
inline constexpr int oldestOfficeYear = 1950;

/// Names without those that are empty.
[[nodiscard]] QStringList writtenNames(QStringList names);

/// A yes or no that registers write as a boolean, a number or a word; nothing when absent or unreadable.
[[nodiscard]] std::optional<bool> flagOf(const QJsonObject& object, QLatin1String member);

/// 1 or M, 2 or F; Unknown when absent, empty, 0, 9 or I; Unreadable when it is anything else.
[[nodiscard]] certification::RegisteredGender genderOf(const QJsonObject& object, QLatin1String member);

/// The object under a path of members; empty as soon as one is not an object.
[[nodiscard]] QJsonObject objectAt(const QJsonObject& object, std::initializer_list<QLatin1String> path);

/// The words that are not empty, with one space between.
[[nodiscard]] QString joinedWords(std::initializer_list<QString> words);

/// "Lyon (siège)": the town, or the sign when there is no town.
[[nodiscard]] QString establishmentLabel(const QString& town, const QString& sign, bool headOffice);

} // namespace proconnect::service

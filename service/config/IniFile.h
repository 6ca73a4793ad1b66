// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <utility>
#include <variant>

namespace proconnect::service {

struct IniSection
{
    QString name;
    QList<std::pair<QString, QString>> entries;
};

/// Sections "[name]" of lines "key = value"; a line that starts with '#' or ';' is a comment. Values are
/// taken as they stand, without escapes, quotes or lists, unlike QSettings, which would rewrite '%', '\' and
/// ','. Gives the sections, or a sentence that names the line at fault.
[[nodiscard]] std::variant<QList<IniSection>, QString> parseIni(const QString& text);

} // namespace proconnect::service

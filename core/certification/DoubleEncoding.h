// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace proconnect::certification {

/// Whether letters of a text were encoded twice: UTF-8 that was read as Windows-1252 or Latin-1, "HÃ©lÃ¨ne".
[[nodiscard]] bool isEncodedTwice(QStringView text);

/// The text with such letters decoded again, "Hélène", be they encoded three times.
[[nodiscard]] QString decodedAgain(QString text);

} // namespace proconnect::certification

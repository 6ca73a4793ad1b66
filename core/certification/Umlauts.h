// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace proconnect::certification {

/// A name with Ä, Ö, Ü, Ø and Å written as passports may write them (ICAO 9303: AE, OE, UE, OE, AA); empty
/// when it has none.
[[nodiscard]] QString spelledOut(QStringView name);

} // namespace proconnect::certification

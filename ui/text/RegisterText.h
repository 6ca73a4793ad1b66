// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

/// A position as a register writes it ("PRESIDENT DU DIRECTOIRE"), in the official words of the language; the
/// register's own words, in lower case if they are all capitals, when they are not known.
[[nodiscard]] QString officeText(const QString& function);
/// An address as a register writes it ("12 BIS AV DE LA GARE 69009 LYON"), as on a letter: "12 bis avenue de
/// la Gare, 69009 Lyon". What is not all capitals is left as it is.
[[nodiscard]] QString addressText(const QString& address);
/// The names of a commune as geographers' tables fold them ("FORT DE FRANCE|..."): "Fort de France / ...".
[[nodiscard]] QString townText(const QString& names);
/// The company's activity; empty when the register gives only the code of a nomenclature ("16.23Z"), which
/// nobody reads.
[[nodiscard]] QString activityText(const QString& activity);

} // namespace proconnect::ui

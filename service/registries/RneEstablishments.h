// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QJsonObject>
#include <QList>

namespace proconnect::service {

/// An "adresse" of the RNE on one line.
[[nodiscard]] QString rneAddressLine(const QJsonObject& address);

/// The establishments of one branch of a formality's content, without those whose SIRET is wrong.
[[nodiscard]] QList<Establishment> rneEstablishmentsOf(const QJsonObject& branch);

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/sessions/PathSiren.h"

namespace proconnect::service {

Outcome<SirenNumber> sirenOfPath(const HttpRequest& request)
{
    const QString written = request.parameters.value(QStringLiteral("siren"));
    const auto siren = SirenNumber::parse(written);
    if (!siren || siren->digits() != written) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren of the path"), {}};
    }
    return *siren;
}

} // namespace proconnect::service

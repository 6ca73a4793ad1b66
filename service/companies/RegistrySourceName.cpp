// SPDX-License-Identifier: MIT
#include "service/companies/RegistrySourceName.h"

#include "core/protocol/ModelJson.h"

namespace proconnect::service {

RegistrySource registrySourceFrom(const QString& text)
{
    for (const RegistrySource source : {RegistrySource::Sirene, RegistrySource::Rne}) {
        if (text == wireName(source)) {
            return source;
        }
    }
    return RegistrySource::Rcs;
}

} // namespace proconnect::service

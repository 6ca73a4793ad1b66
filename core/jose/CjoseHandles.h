// SPDX-License-Identifier: MIT
#pragma once

#include <cjose/cjose.h>
#include <memory>

namespace proconnect {

struct CjoseDeleter
{
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};

using CjoseKey = std::unique_ptr<cjose_jwk_t, CjoseDeleter>;
using CjoseJws = std::unique_ptr<cjose_jws_t, CjoseDeleter>;
using CjoseHeader = std::unique_ptr<cjose_header_t, CjoseDeleter>;

/// A key as cjose computes with it. Nothing changes it once it is made: threads may share it.
struct ImportedKey
{
    CjoseKey key;
};

} // namespace proconnect

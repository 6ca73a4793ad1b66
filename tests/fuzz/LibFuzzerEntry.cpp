// SPDX-License-Identifier: MIT
#include "tests/fuzz/ParserFuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return proconnect::fuzz::FUZZ_TARGET(data, size);
}

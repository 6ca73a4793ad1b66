// SPDX-License-Identifier: MIT
#include "core/certification/LegalForms.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

constexpr int soleTrader = 1000;
constexpr int foreignWithoutTradeRegister = 3220;

// The 147 legal forms that the national register covers, and the one-person forms 5498 (SARL unipersonnelle)
// and 5720 (SASU), which are in it like the others.
constexpr std::array covered{
    3110, 3120, 3220, 4110, 4120, 4140, 4150, 5191, 5192, 5193, 5194, 5195, 5196, 5202, 5203, 5306, 5307,
    5308, 5309, 5310, 5370, 5385, 5410, 5415, 5422, 5426, 5430, 5431, 5432, 5442, 5443, 5451, 5453, 5454,
    5455, 5458, 5459, 5460, 5470, 5485, 5498, 5499, 5505, 5510, 5515, 5520, 5522, 5525, 5530, 5531, 5532,
    5542, 5543, 5546, 5547, 5548, 5551, 5552, 5553, 5554, 5555, 5558, 5559, 5560, 5570, 5585, 5599, 5605,
    5610, 5615, 5620, 5622, 5625, 5630, 5631, 5632, 5642, 5643, 5646, 5647, 5648, 5651, 5652, 5653, 5654,
    5655, 5658, 5659, 5660, 5670, 5685, 5699, 5710, 5720, 5770, 5785, 5800, 6100, 6210, 6220, 6316, 6317,
    6318, 6411, 6511, 6521, 6532, 6533, 6534, 6535, 6536, 6537, 6538, 6539, 6540, 6541, 6542, 6543, 6544,
    6551, 6554, 6558, 6560, 6561, 6562, 6563, 6564, 6565, 6566, 6567, 6568, 6569, 6571, 6572, 6573, 6574,
    6575, 6576, 6577, 6578, 6585, 6589, 6595, 6596, 6597, 6598, 6599, 6901, 8250,
};
static_assert(std::is_sorted(covered.begin(), covered.end()));

} // namespace

Coverage coverageOf(const QString& legalForm)
{
    bool isNumber = false;
    const int code = legalForm.toInt(&isNumber);
    if (!isNumber || legalForm.size() != 4) {
        return Coverage::NotCovered;
    }
    if (code == soleTrader) {
        return Coverage::Sirene;
    }
    if (!std::binary_search(covered.begin(), covered.end(), code)) {
        return Coverage::NotCovered;
    }
    return code == foreignWithoutTradeRegister ? Coverage::RneOnly : Coverage::RneThenRcs;
}

} // namespace proconnect::certification

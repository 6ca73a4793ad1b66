// SPDX-License-Identifier: MIT
#include "ui/shell/ActingRole.h"

#include "core/model/ActingRole.h"
#include "core/session/SessionController.h"
#include "core/sync/Workspace.h"
#include "ui/PageEntry.h"

#include <algorithm>

namespace proconnect::ui {

bool actsAsDelegate(const Services& services)
{
    const Workspace& workspace = services.workspace;
    const auto trouble = workspace.trouble();
    if (trouble && trouble->code == FailureCode::MandateEnded) {
        return false;
    }
    const QString siren = workspace.selectedSiren();
    const QList<Company>& companies = services.session.profile().companies;
    const auto known = std::find_if(companies.cbegin(), companies.cend(),
                                    [&siren](const Company& company) { return company.siren == siren; });
    if (known != companies.cend() && known->mandateEnded) {
        return false;
    }
    // The snapshot is the newer word.
    const CompanySnapshot* snapshot = workspace.snapshot();
    if (snapshot && snapshot->company.siren == siren) {
        return isDelegated(snapshot->company);
    }
    return known != companies.cend() && isDelegated(*known);
}

bool offered(const PageEntry& entry, const Services& services)
{
    return !entry.directorsOnly || !actsAsDelegate(services);
}

} // namespace proconnect::ui

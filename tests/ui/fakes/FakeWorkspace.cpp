// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeWorkspace.h"

namespace proconnect::tests {

void FakeWorkspace::show(const CompanySnapshot& snapshot)
{
    m_snapshot = snapshot;
    Q_EMIT snapshotChanged();
}

void FakeWorkspace::setLoading(bool loading)
{
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void FakeWorkspace::setConnection(Connection connection)
{
    m_connection = connection;
    Q_EMIT connectionChanged();
}

void FakeWorkspace::setTrouble(const std::optional<Failure>& trouble)
{
    m_trouble = trouble;
    Q_EMIT connectionChanged();
}

} // namespace proconnect::tests

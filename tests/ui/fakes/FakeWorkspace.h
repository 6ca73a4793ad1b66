// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/Workspace.h"

namespace proconnect::tests {

/// A workspace that shows what the test gives it.
class FakeWorkspace final : public Workspace
{
    Q_OBJECT

public:
    using Workspace::Workspace;

    void show(const CompanySnapshot& snapshot);
    void setLoading(bool loading);
    void setConnection(Connection connection);
    void setTrouble(const std::optional<Failure>& trouble);
    [[nodiscard]] int refreshes() const { return m_refreshes; }

    [[nodiscard]] const CompanySnapshot* snapshot() const override
    {
        return m_snapshot ? &*m_snapshot : nullptr;
    }
    [[nodiscard]] bool loading() const override { return m_loading; }
    [[nodiscard]] Connection connection() const override { return m_connection; }
    [[nodiscard]] std::optional<Failure> trouble() const override { return m_trouble; }
    [[nodiscard]] QString selectedSiren() const override
    {
        return m_snapshot ? m_snapshot->company.siren : QString();
    }
    void selectCompany(const QString& /*siren*/) override {}
    void refresh() override { ++m_refreshes; }

private:
    std::optional<CompanySnapshot> m_snapshot;
    std::optional<Failure> m_trouble;
    Connection m_connection = Connection::Online;
    bool m_loading = false;
    int m_refreshes = 0;
};

} // namespace proconnect::tests

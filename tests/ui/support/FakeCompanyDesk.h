// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/CompanyDesk.h"

#include <QPointer>

#include <utility>

namespace proconnect::tests {

/// Keeps each question until the test answers it.
class FakeCompanyDesk final : public CompanyDesk
{
public:
    void check(const SirenNumber& siren, QObject* context,
               std::function<void(Outcome<CompanyCheck>)> done) override
    {
        m_checked.append(siren.digits());
        m_context = context;
        m_check = std::move(done);
    }
    void attach(const SirenNumber& siren, QObject* context,
                std::function<void(Outcome<Company>)> done) override
    {
        m_attached.append(siren.digits());
        m_context = context;
        m_attach = std::move(done);
    }

    void answerCheck(const Outcome<CompanyCheck>& outcome)
    {
        if (m_context) {
            std::exchange(m_check, nullptr)(outcome);
        }
    }
    void answerAttach(const Outcome<Company>& outcome)
    {
        if (m_context) {
            std::exchange(m_attach, nullptr)(outcome);
        }
    }
    /// The question of the latest check, to be answered late.
    [[nodiscard]] std::function<void(Outcome<CompanyCheck>)> takeCheck()
    {
        return std::exchange(m_check, nullptr);
    }
    [[nodiscard]] const QStringList& checked() const { return m_checked; }
    [[nodiscard]] const QStringList& attached() const { return m_attached; }

private:
    QPointer<QObject> m_context;
    std::function<void(Outcome<CompanyCheck>)> m_check;
    std::function<void(Outcome<Company>)> m_attach;
    QStringList m_checked;
    QStringList m_attached;
};

} // namespace proconnect::tests

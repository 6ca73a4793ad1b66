// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DepartureDesk.h"

#include <QList>
#include <QPointer>
#include <QStringList>

#include <utility>

namespace proconnect::tests {

/// Takes each reason at once, or refuses it with `trouble`; keeps each paper until the test hands it over.
class FakeDepartureDesk final : public DepartureDesk
{
public:
    void tellReason(const QString&, const QString& departure, LeavingReason reason, QObject*,
                    std::function<void(Outcome<Done>)> done) override;
    void receipt(const QString&, const QString& departure, Form form, QObject* context,
                 std::function<void(Outcome<QByteArray>)> done) override;
    void closureLetter(const QString&, const QString& account, QObject* context,
                       std::function<void(Outcome<QByteArray>)> done) override;

    void answerPaper(const Outcome<QByteArray>& paper);
    [[nodiscard]] const QList<std::pair<QString, LeavingReason>>& reasons() const { return m_reasons; }
    /// "departure.pdf", "departure.json", or an account of which the letter was asked for.
    [[nodiscard]] const QStringList& papers() const { return m_papers; }

    std::optional<Failure> trouble;

private:
    QList<std::pair<QString, LeavingReason>> m_reasons;
    QStringList m_papers;
    QPointer<QObject> m_context;
    std::function<void(Outcome<QByteArray>)> m_done;
};

} // namespace proconnect::tests

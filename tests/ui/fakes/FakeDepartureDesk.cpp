// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeDepartureDesk.h"

namespace proconnect::tests {

void FakeDepartureDesk::tellReason(const QString&, const QString& departure, LeavingReason reason, QObject*,
                                   std::function<void(Outcome<Done>)> done)
{
    m_reasons.append({departure, reason});
    done(trouble ? Outcome<Done>(*trouble) : Outcome<Done>(Done{}));
}

void FakeDepartureDesk::receipt(const QString&, const QString& departure, Form form, QObject* context,
                                std::function<void(Outcome<QByteArray>)> done)
{
    m_papers.append(departure + (form == Form::Pdf ? QStringLiteral(".pdf") : QStringLiteral(".json")));
    m_context = context;
    m_done = std::move(done);
}

void FakeDepartureDesk::closureLetter(const QString&, const QString& account, QObject* context,
                                      std::function<void(Outcome<QByteArray>)> done)
{
    m_papers.append(account);
    m_context = context;
    m_done = std::move(done);
}

void FakeDepartureDesk::answerPaper(const Outcome<QByteArray>& paper)
{
    if (m_context && m_done) {
        std::exchange(m_done, nullptr)(paper);
    }
}

} // namespace proconnect::tests

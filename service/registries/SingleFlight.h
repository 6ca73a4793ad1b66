// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"
#include "core/result/Outcome.h"

#include <QHash>

#include <exception>
#include <future>
#include <mutex>

namespace proconnect::service {

/// Asks once for a SIREN at a time: whoever asks meanwhile gets the same answer. From any thread.
template <typename Answer>
class SingleFlight
{
public:
    template <typename Question>
    Outcome<Answer> ask(const SirenNumber& siren, const Question& question)
    {
        std::promise<Outcome<Answer>> promise;
        {
            std::unique_lock lock(m_mutex);
            if (m_running.contains(siren.digits())) {
                const auto shared = m_running.value(siren.digits());
                lock.unlock();
                return shared.get();
            }
            m_running.insert(siren.digits(), promise.get_future().share());
        }
        try {
            auto answer = question();
            land(siren);
            promise.set_value(answer);
            return answer;
        } catch (...) {
            land(siren);
            promise.set_exception(std::current_exception());
            throw;
        }
    }

private:
    void land(const SirenNumber& siren)
    {
        const std::scoped_lock lock(m_mutex);
        m_running.remove(siren.digits());
    }

    std::mutex m_mutex;
    QHash<QString, std::shared_future<Outcome<Answer>>> m_running;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <optional>

namespace proconnect {

/// Receives the answer of an asynchronous operation and proves that it comes exactly once: a second answer,
/// or an answer before the call returned, fails the running test.
template <typename T>
class AnswerProbe : public QObject
{
public:
    [[nodiscard]] std::function<void(T)> callback()
    {
        return [this](T answer) {
            ++m_count;
            m_answer.emplace(std::move(answer));
            if (m_count > 1) {
                QTest::qFail("the operation answered twice", __FILE__, __LINE__);
            }
        };
    }

    /// Waits for the answer, and one turn of the event loop longer for a second one.
    [[nodiscard]] bool arrived(int milliseconds = 15'000)
    {
        if (m_count > 0) {
            QTest::qFail("the operation answered before it returned", __FILE__, __LINE__);
        }
        const bool came = QTest::qWaitFor([this] { return m_count > 0; }, milliseconds);
        QTest::qWait(0);
        return came && m_count == 1;
    }

    [[nodiscard]] const T& answer() const { return *m_answer; }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
    std::optional<T> m_answer;
};

} // namespace proconnect

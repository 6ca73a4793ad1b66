// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

#include <QString>

#include <utility>
#include <variant>

namespace proconnect {

/// Why an operation did not give a value. `detail` is for logs and support: no secret, no personal data.
/// `argument` fills %1 of the screen text (a portal's name, a host, a date already written for the reader).
struct Failure
{
    FailureCode code = FailureCode::Internal;
    QString detail;
    QString argument;

    [[nodiscard]] bool retriable() const { return failureInfo(code).retriable; }
};

/// A value, or the reason why there is none. Never both, never neither.
template <typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Outcome(Failure failure) : m_content(std::in_place_index<1>, std::move(failure)) {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_content); }
    [[nodiscard]] T& value() & { return std::get<0>(m_content); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const Failure& failure() const { return std::get<1>(m_content); }

private:
    std::variant<T, Failure> m_content;
};

/// The value of an operation that only succeeds or fails.
struct Done
{};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace proconnect::certification {

/// A list of plain values that costs no allocation up to `Inline` of them, and nothing to begin with.
template <typename T, std::size_t Inline>
class ShortArray
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    // Values are written before they are counted, and only counted ones are read.
    ShortArray() noexcept {} // NOLINT(cppcoreguidelines-pro-type-member-init,modernize-use-equals-default)

    ShortArray(std::initializer_list<T> values) : ShortArray() { append(values); }
    ShortArray(const ShortArray& other) : ShortArray() { append(other.begin(), other.size()); }
    ShortArray& operator=(const ShortArray& other)
    {
        if (this != &other) {
            m_size = 0;
            append(other.begin(), other.size());
        }
        return *this;
    }
    ~ShortArray() = default;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] T* data() { return m_data; }
    [[nodiscard]] const T* data() const { return m_data; }
    [[nodiscard]] const T* begin() const { return data(); }
    [[nodiscard]] const T* end() const { return data() + m_size; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return data()[index]; }
    [[nodiscard]] T& last() { return data()[m_size - 1]; }

    [[nodiscard]] bool hasRoom(std::size_t more) const { return m_size + more <= m_capacity; }
    /// Makes room for `more` values beyond size(), to be written at once and then counted with setSize().
    [[nodiscard]] T* room(std::size_t more)
    {
        if (!hasRoom(more)) {
            grow(m_size + more);
        }
        return data();
    }
    void setSize(std::size_t size) { m_size = static_cast<std::uint32_t>(size); }

    void append(T value)
    {
        (void)room(1);
        appendInRoom(value);
    }
    /// Where there is room for it.
    void appendInRoom(T value)
    {
        data()[m_size] = value;
        ++m_size;
    }
    void append(std::initializer_list<T> values) { append(values.begin(), values.size()); }

private:
    void append(const T* values, std::size_t count)
    {
        std::copy_n(values, count, room(count) + m_size);
        setSize(m_size + count);
    }

    [[gnu::noinline]] void grow(std::size_t needed) // kept out of the code that rarely needs it
    {
        const std::size_t capacity = std::max(needed, std::size_t{2} * m_capacity);
        auto values = std::make_unique<T[]>(capacity);
        std::copy_n(m_data, m_size, values.get());
        m_long = std::move(values);
        m_data = m_long.get();
        m_capacity = static_cast<std::uint32_t>(capacity);
    }

    /// Leaves its values unwritten, whatever T's constructor would write.
    union Unwritten {
        Unwritten() noexcept {} // NOLINT(modernize-use-equals-default)
        std::array<T, Inline> values;
    };

    Unwritten m_short;
    std::unique_ptr<T[]> m_long; ///< all of them, once they are more than `Inline`
    T* m_data = m_short.values.data();
    std::uint32_t m_size = 0;
    std::uint32_t m_capacity = Inline;
};

} // namespace proconnect::certification

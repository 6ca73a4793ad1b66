// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace proconnect {

/// A list whose elements are shared one by one: a copy with a few changes costs a pointer for each element
/// that stays, and comparing the two costs as little. Reading never parts what is shared, not even from a
/// list that could be changed; operator[], first() and last() of such a list do.
template <typename T>
class SharedList
{
    struct Element : QSharedData
    {
        explicit Element(T given) : value(std::move(given)) {}
        T value;
    };
    using Pointer = QSharedDataPointer<Element>;

public:
    /// Reads; changes are made by position.
    class const_iterator // NOLINT(readability-identifier-naming): a name of the language
    {
        using Base = typename QList<Pointer>::const_iterator;

    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = qsizetype;
        using pointer = const T*;
        using reference = const T&;

        const_iterator() = default;
        explicit const_iterator(Base at) : m_at(at) {}

        reference operator*() const { return (*m_at)->value; }
        pointer operator->() const { return &(*m_at)->value; }
        reference operator[](difference_type offset) const { return m_at[offset]->value; }
        const_iterator& operator++() { return ++m_at, *this; }
        const_iterator operator++(int) { return const_iterator(m_at++); }
        const_iterator& operator--() { return --m_at, *this; }
        const_iterator operator--(int) { return const_iterator(m_at--); }
        const_iterator& operator+=(difference_type offset) { return m_at += offset, *this; }
        const_iterator& operator-=(difference_type offset) { return m_at -= offset, *this; }
        friend const_iterator operator+(const_iterator it, difference_type offset) { return it += offset; }
        friend const_iterator operator+(difference_type offset, const_iterator it) { return it += offset; }
        friend const_iterator operator-(const_iterator it, difference_type offset) { return it -= offset; }
        friend difference_type operator-(const_iterator a, const_iterator b) { return a.m_at - b.m_at; }
        friend bool operator==(const_iterator a, const_iterator b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const_iterator a, const_iterator b) { return (a - b) <=> 0; }

    private:
        Base m_at;
    };
    /// Goes through a list to change its elements.
    class Changing
    {
    public:
        explicit Changing(typename QList<Pointer>::iterator at) : m_at(at) {}
        T& operator*() const { return (*m_at)->value; }
        Changing& operator++() { return ++m_at, *this; }
        friend bool operator==(Changing a, Changing b) { return a.m_at == b.m_at; }

    private:
        typename QList<Pointer>::iterator m_at;
    };
    struct Changeable
    {
        QList<Pointer>& elements;

        [[nodiscard]] Changing begin() const { return Changing(elements.begin()); }
        [[nodiscard]] Changing end() const { return Changing(elements.end()); }
    };
    using iterator = const_iterator;  // NOLINT(readability-identifier-naming)
    using value_type = T;             // NOLINT(readability-identifier-naming)
    using size_type = qsizetype;      // NOLINT(readability-identifier-naming)
    using const_reference = const T&; // NOLINT(readability-identifier-naming)

    SharedList() = default;
    /// Explicit: what points into a list must not point into a copy that is gone.
    explicit SharedList(const QList<T>& values) : SharedList(values.cbegin(), values.cend()) {}
    SharedList(std::initializer_list<T> values) : SharedList(values.begin(), values.end()) {}
    template <typename Iterator>
    SharedList(Iterator first, Iterator last)
    {
        reserve(std::distance(first, last));
        std::for_each(first, last, [this](const T& value) { append(value); });
    }

    SharedList& operator=(const QList<T>& values) { return *this = SharedList(values); }

    [[nodiscard]] qsizetype size() const { return m_elements.size(); }
    [[nodiscard]] bool isEmpty() const { return m_elements.isEmpty(); }
    [[nodiscard]] const T& at(qsizetype position) const { return m_elements.at(position)->value; }
    [[nodiscard]] const T& operator[](qsizetype position) const { return at(position); }
    [[nodiscard]] const T& constFirst() const { return at(0); }
    [[nodiscard]] const T& constLast() const { return at(size() - 1); }
    [[nodiscard]] const T& first() const { return constFirst(); }
    [[nodiscard]] const T& last() const { return constLast(); }
    [[nodiscard]] T value(qsizetype position) const
    {
        return position >= 0 && position < size() ? at(position) : T();
    }

    [[nodiscard]] const_iterator begin() const { return const_iterator(m_elements.cbegin()); }
    [[nodiscard]] const_iterator end() const { return const_iterator(m_elements.cend()); }
    [[nodiscard]] const_iterator cbegin() const { return begin(); }
    [[nodiscard]] const_iterator cend() const { return end(); }

    /// Where this very element stands; -1 when it is none of these, however equal.
    [[nodiscard]] qsizetype positionOf(const T* element) const
    {
        const auto found = std::find_if(m_elements.cbegin(), m_elements.cend(),
                                        [element](const Pointer& one) { return &one->value == element; });
        return found == m_elements.cend() ? -1 : found - m_elements.cbegin();
    }
    /// Whether two elements are one: as equal as can be, and seen without looking into them.
    [[nodiscard]] bool shares(qsizetype position, const SharedList& other, qsizetype there) const
    {
        return m_elements.at(position).constData() == other.m_elements.at(there).constData();
    }

    [[nodiscard]] T& operator[](qsizetype position) { return m_elements[position]->value; }
    [[nodiscard]] T& first() { return m_elements.first()->value; }
    [[nodiscard]] T& last() { return m_elements.last()->value; }

    /// For loops that change every element.
    [[nodiscard]] Changeable changeable() { return {m_elements}; }

    void reserve(qsizetype count) { m_elements.reserve(count); }
    void append(T value) { m_elements.append(Pointer(new Element(std::move(value)))); }
    /// Appends an element and gives it to be filled.
    T& emplaceBack()
    {
        append(T());
        return last();
    }
    void prepend(T value) { insert(0, std::move(value)); }
    void insert(qsizetype position, T value)
    {
        m_elements.insert(position, Pointer(new Element(std::move(value))));
    }
    SharedList& operator+=(T value)
    {
        append(std::move(value));
        return *this;
    }
    /// Appends an element of another list, which both then share.
    void appendShared(const SharedList& other, qsizetype there)
    {
        m_elements.append(other.m_elements.at(there));
    }
    void move(qsizetype from, qsizetype to) { m_elements.move(from, to); }
    void removeAt(qsizetype position) { m_elements.removeAt(position); }
    void removeLast() { m_elements.removeLast(); }
    void clear() { m_elements.clear(); }
    template <typename Predicate>
    qsizetype removeIf(Predicate unwanted)
    {
        return m_elements.removeIf([&unwanted](const Pointer& one) { return unwanted(one->value); });
    }

    friend bool operator==(const SharedList& a, const SharedList& b)
    {
        return a.m_elements.isSharedWith(b.m_elements) ||
               std::equal(a.m_elements.cbegin(), a.m_elements.cend(), b.m_elements.cbegin(),
                          b.m_elements.cend(), [](const Pointer& one, const Pointer& other) {
                              return one.constData() == other.constData() || one->value == other->value;
                          });
    }

private:
    QList<Pointer> m_elements;
};

} // namespace proconnect

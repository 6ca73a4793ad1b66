// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "core/protocol/ModelFields.h"

// What directors say of accounts, on the wire.
namespace proconnect {

namespace limits {
inline constexpr qsizetype reason = 500;
inline constexpr qsizetype linkedAddresses = 20;
} // namespace limits

template <typename V, Is<SetAside> T>
void describe(V& v, T& one)
{
    v.key("account", one.account, limits::id * 2);
    v.choice("kind", one.kind);
    v.key("reason", one.reason, limits::reason);
    v.date("until", one.until);
    v.text("by", one.by, limits::name);
    v.instant("at", one.at);
}

template <typename V, Is<PersonLink> T>
void describe(V& v, T& link)
{
    v.texts("addresses", link.addresses, limits::linkedAddresses, limits::email);
    v.flag("same", link.same);
    v.text("by", link.by, limits::name);
    v.instant("at", link.at);
}

template <typename V, Is<SetAsideOrder> T>
void describe(V& v, T& order)
{
    v.key("account", order.account, limits::id * 2);
    v.choice("kind", order.kind);
    v.key("reason", order.reason, limits::reason);
    v.date("until", order.until);
}

template <typename V, Is<PersonLinkOrder> T>
void describe(V& v, T& order)
{
    v.texts("addresses", order.addresses, limits::linkedAddresses, limits::email);
    v.flag("same", order.same);
}

} // namespace proconnect

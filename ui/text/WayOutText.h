// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/WayOut.h"
#include "ui/text/AccountText.h"

namespace proconnect::ui {

/// What is said of a shared account, and of everybody's own in its place. No word blames anybody.
class WayOutText
{
public:
    explicit WayOutText(AccountText text) : m_text(std::move(text)) {}

    /// How it is used, as a fact: "Ce compte est utilisé depuis 3 postes. C’est courant…"
    [[nodiscard]] static QString lead(const PortalAccount& shared);
    /// "Net-entreprises · Déposer la DSN · Villeurbanne"
    [[nodiscard]] QString which(const PortalAccount& shared) const;
    /// How an account of their own comes to somebody; one sentence a line.
    [[nodiscard]] QString gets(const PortalAccount& shared, const Newcomer& newcomer) const;
    /// Why somebody cannot be invited as it is written; empty when they can.
    [[nodiscard]] QString fault(const PortalAccount& shared, const QList<Newcomer>& newcomers,
                                qsizetype position) const;
    /// Where the proposed day comes from.
    [[nodiscard]] QString proposal(const WayOutPlan& plan) const;
    /// What closing from that day on means.
    [[nodiscard]] QString effect(QDate day) const;
    /// The sentence that the decision is signed with.
    [[nodiscard]] QString shown(const PortalAccount& shared, const QList<Newcomer>& newcomers,
                                QDate day) const;

    /// What the closing waits for, or how far it is.
    [[nodiscard]] QString status(const Departure& wayOut) const;
    /// By whom and when it was decided, with its receipt.
    [[nodiscard]] QString decided(const Departure& wayOut) const;
    [[nodiscard]] BadgeContent state(const Departure& wayOut, const NewcomerProgress& one) const;
    /// What the portal said, or what to do; empty where nothing needs a word.
    [[nodiscard]] QString detail(const Departure& wayOut, const NewcomerProgress& one) const;

    /// The portal opens accounts like this one by itself.
    [[nodiscard]] bool opens(const PortalAccount& shared) const;
    /// The labels of rights that are `codes` of the shared account's.
    [[nodiscard]] static QStringList labels(const PortalAccount& shared, const QStringList& codes);

    [[nodiscard]] const AccountText& accounts() const { return m_text; }

private:
    [[nodiscard]] QString portal(const QString& id) const { return m_text.company().portalName(id); }
    /// The shared account of a way out; gone from the data: one that only has its identifiers.
    [[nodiscard]] PortalAccount sharedOf(const Departure& wayOut) const;
    [[nodiscard]] QString waiting(const Departure& wayOut) const;

    AccountText m_text;
};

} // namespace proconnect::ui

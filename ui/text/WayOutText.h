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
    /// What the service would not take of them, by name, and that nothing that was stated is lost.
    [[nodiscard]] QString refused(const PortalAccount& shared, const QList<Newcomer>& newcomers) const;
    /// They get a message: they neither have an account there nor have asked for one.
    [[nodiscard]] bool invites(const PortalAccount& shared, const Newcomer& newcomer) const;
    /// Where the proposed day comes from.
    [[nodiscard]] QString proposal(const WayOutPlan& plan) const;
    /// What closing from that day on means.
    [[nodiscard]] QString effect(QDate day) const;
    /// A deadline that is known and does not come before that day; empty: none.
    [[nodiscard]] QString warning(const WayOutPlan& plan, QDate day) const;
    /// The most characters that shown() may have to be signed.
    static constexpr qsizetype longestShown = 3900;
    /// The sentence that the decision is signed with: everybody, with what they are to do and where.
    [[nodiscard]] QString shown(const PortalAccount& shared, const QList<Newcomer>& newcomers,
                                QDate day) const;

    /// What the closing waits for, or how far it is.
    [[nodiscard]] QString status(const Departure& wayOut) const;
    /// Whose own account does not work yet.
    [[nodiscard]] QList<Newcomer> stillAwaited(const Departure& wayOut) const;
    /// By whom and when it was decided, with its receipt.
    [[nodiscard]] QString decided(const Departure& wayOut) const;
    [[nodiscard]] BadgeContent state(const Departure& wayOut, const NewcomerProgress& one) const;
    /// What the portal said, or what to do; empty where nothing needs a word.
    [[nodiscard]] QString detail(const Departure& wayOut, const NewcomerProgress& one) const;
    /// PortalAccount::id of their own, where it has something that calls for a hand; empty: it has not.
    [[nodiscard]] QString accountToSee(const Departure& wayOut, const NewcomerProgress& one) const;
    /// AccessRequest::id of their own that waits for an answer; empty: there is none.
    [[nodiscard]] QString requestToSee(const Departure& wayOut, const NewcomerProgress& one) const;

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
    [[nodiscard]] QString failed(const Departure& wayOut) const;
    /// With whose own account does not work yet.
    [[nodiscard]] QString withPeople(const QString& words, const Departure& wayOut) const;
    [[nodiscard]] QString ownDetail(const PortalAccount& shared, const PortalAccount& own,
                                    const NewcomerProgress& one) const;
    /// Their own request is the company's to answer.
    [[nodiscard]] bool asks(const PortalAccount& shared, const Newcomer& newcomer) const;

    AccountText m_text;
};

} // namespace proconnect::ui

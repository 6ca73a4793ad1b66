// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountFacts.h"
#include "ui/models/WatchItem.h"
#include "ui/text/AccountText.h"

#include <QList>
#include <QString>

namespace proconnect::ui {

/// One portal on the home screen.
struct PortalCount
{
    QString portal;
    QString name;
    int open = 0;
    int shared = 0;
    bool known = false; ///< false: the portal never answered, its count means nothing
    QString staleDate;  ///< "au 20 nov."; empty when fresh

    friend bool operator==(const PortalCount&, const PortalCount&) = default;
};

/// A line of the latest events.
struct EventLine
{
    QString when;
    QString text;

    friend bool operator==(const EventLine&, const EventLine&) = default;
};

/// What the home screen says of a company.
class CompanySummary
{
public:
    explicit CompanySummary(const AccountText& text);

    /// In the order of the service's list.
    [[nodiscard]] QList<PortalCount> portals() const;
    [[nodiscard]] int openAccounts() const;
    /// People and shared addresses with an open account.
    [[nodiscard]] int holders() const;
    /// The most harmful first, at most `limit`.
    [[nodiscard]] QList<WatchItem> watch(int limit) const;
    [[nodiscard]] QList<EventLine> events(int limit) const;

private:
    void watchDepartures(QList<WatchItem>& items) const;
    void watchContactEmail(QList<WatchItem>& items) const;
    void watchFormerDirector(QList<WatchItem>& items) const;
    void watchAccounts(QList<WatchItem>& items, FindingSet findings, const WatchItem& item,
                       const char* title) const;
    [[nodiscard]] QString eventText(const JournalLine& line) const;

    /// Whether one of these was found on the account, and nobody set it aside.
    [[nodiscard]] bool found(qsizetype account, FindingSet findings) const
    {
        return m_findings.at(account).intersects(findings);
    }

    AccountText m_text;
    AccountFacts m_facts;
    QList<FindingSet> m_findings; ///< by account
};

} // namespace proconnect::ui

// SPDX-License-Identifier: MIT
#pragma once

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

/// Something that nobody asked for, and that deserves a look.
struct WatchItem
{
    enum class Kind { Departures, ContactEmail, FormerDirector, Shared };

    Kind kind = Kind::Shared;
    QString title;
    QString body;
    QString action;
    QString search; ///< what to search in the accounts; may be empty

    friend bool operator==(const WatchItem&, const WatchItem&) = default;
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
    explicit CompanySummary(AccountText text) : m_text(std::move(text)) {}

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
    void watchShared(QList<WatchItem>& items) const;
    [[nodiscard]] QString eventText(const JournalLine& line) const;

    AccountText m_text;
};

} // namespace proconnect::ui

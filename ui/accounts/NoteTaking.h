// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"
#include "ui/text/DateText.h"

#include <QObject>

class QWidget;

namespace proconnect::ui {

struct Services;

/// Asks a director what only people know of accounts, and has the service remember it. The data are read
/// again once it does.
class NoteTaking final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand over `page`, which owns this.
    NoteTaking(const Services& services, QWidget* page);

    void askSetAside(const PortalAccount& account, FindingKind kind, const DateText& dates);
    /// From yesterday on, the finding is told again.
    void putBack(const SetAside& one, QDate today);
    void askSamePerson(const QString& name, const QStringList& addresses, const QStringList& portals,
                       const QString& hindrance);

Q_SIGNALS:
    void failed(const proconnect::Failure& failure);

private:
    void send(const SetAsideOrder& order);
    void send(const PersonLinkOrder& order);
    template <typename T>
    void taken(const Outcome<T>& outcome);

    const Services& m_services;
    QWidget* m_page;
};

} // namespace proconnect::ui

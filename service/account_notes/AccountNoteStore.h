// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "core/result/Outcome.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

class ServiceKeys;

/// What directors said of their company's accounts.
class AccountNoteStore
{
public:
    explicit AccountNoteStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Those that are kept, whether or not their day is over.
    [[nodiscard]] Outcome<QList<SetAside>> setAside(QSqlDatabase& connection, const QString& siren) const;
    /// Replaces what was said of the same finding.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const QString& siren,
                                    const SetAside& one) const;
    [[nodiscard]] Outcome<Done> putBack(QSqlDatabase& connection, const QString& siren,
                                        const QString& account, FindingKind kind) const;

    [[nodiscard]] Outcome<QList<PersonLink>> links(QSqlDatabase& connection, const QString& siren) const;
    /// Replaces what was said of the same addresses, in whatever order.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const QString& siren,
                                    const PersonLink& link) const;

private:
    [[nodiscard]] QString print(const QStringList& said) const;
    template <typename Note>
    [[nodiscard]] Outcome<QList<Note>> read(QSqlDatabase& connection, const QString& statement,
                                            const QString& siren) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

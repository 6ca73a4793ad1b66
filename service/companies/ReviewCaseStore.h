// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QStringList>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// The file of a doubt that a human must lift. It holds no identity: the person tells it to support, with the
/// reference.
struct ReviewCase
{
    QString reference; ///< "EX-2026-000123"
    QString subject;   ///< the service's pseudonym of the person
    QString siren;
    RegistrySource source = RegistrySource::Rne;
    QStringList reasons; ///< codes of the verdict (docs/certification.md)
    QString replyTo;     ///< where the person expects an answer; empty until the file is sent
    QDateTime seenAt;    ///< of the latest check
    QDateTime sentAt;    ///< invalid until the file is sent to support
};

/// The table of cases: one for each person and company.
class ReviewCaseStore
{
public:
    explicit ReviewCaseStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Writes what the latest check found; the reference of `found` is for a case that is not known yet: it
    /// stays that of the first doubt. Gives the case as it is then.
    [[nodiscard]] Outcome<ReviewCase> note(QSqlDatabase& connection, ReviewCase found) const;
    [[nodiscard]] Outcome<std::optional<ReviewCase>> find(QSqlDatabase& connection,
                                                          const QString& reference) const;
    /// Writes that the file was sent, and where the answer goes.
    [[nodiscard]] Outcome<Done> noteSent(QSqlDatabase& connection, const ReviewCase& sent) const;
    /// The doubt is lifted, or nobody asks any more.
    [[nodiscard]] static Outcome<Done> remove(QSqlDatabase& connection, const QString& subject,
                                              const QString& siren);
    [[nodiscard]] static Outcome<Done> removeSeenBefore(QSqlDatabase& connection, const QDateTime& instant);

private:
    [[nodiscard]] Outcome<std::optional<ReviewCase>>
    select(QSqlDatabase& connection, const QString& condition, const QVariantList& values) const;
    [[nodiscard]] QString sealedContent(const ReviewCase& file) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service

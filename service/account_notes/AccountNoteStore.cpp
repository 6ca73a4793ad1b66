// SPDX-License-Identifier: MIT
#include "service/account_notes/AccountNoteStore.h"

#include "core/protocol/ModelJson.h"
#include "service/keys/ServiceKeys.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("account_note");

Outcome<Done> run(QSqlDatabase& connection, const QString& statement, const QVariantList& values)
{
    const auto query = runQuery(connection, statement, values);
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace

template <typename Note>
Outcome<QList<Note>> AccountNoteStore::read(QSqlDatabase& connection, const QString& statement,
                                            const QString& siren) const
{
    auto query = runQuery(connection, statement, {siren});
    if (!query) {
        return query.failure();
    }
    QList<Note> notes;
    while (query.value().next()) {
        const auto content = openedJson(m_keys, query.value().value(0).toString(), context);
        if (!content) {
            return content.failure();
        }
        auto note = fromJson<Note>(content.value(), FailureCode::StorageUnreadable);
        if (!note) {
            return note.failure();
        }
        notes.append(std::move(note).value());
    }
    return notes;
}

Outcome<QList<SetAside>> AccountNoteStore::setAside(QSqlDatabase& connection, const QString& siren) const
{
    return read<SetAside>(
        connection, QStringLiteral("SELECT content FROM finding_set_aside WHERE siren = ? ORDER BY print"),
        siren);
}

Outcome<Done> AccountNoteStore::add(QSqlDatabase& connection, const QString& siren, const SetAside& one) const
{
    return run(
        connection,
        QStringLiteral("INSERT INTO finding_set_aside (print, siren, until_day, content) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (print) DO UPDATE SET until_day = excluded.until_day, "
                       "content = excluded.content"),
        {print({siren, one.account, wireName(one.kind)}), siren, one.until.toString(Qt::ISODate),
         sealedJson(m_keys, toJson(one), context)});
}

Outcome<Done> AccountNoteStore::putBack(QSqlDatabase& connection, const QString& siren,
                                        const QString& account, FindingKind kind) const
{
    return run(connection, QStringLiteral("DELETE FROM finding_set_aside WHERE print = ?"),
               {print({siren, account, wireName(kind)})});
}

QString AccountNoteStore::print(const QStringList& said) const
{
    return QString::fromLatin1(m_keys.fingerprint(said.join(u'\n').toUtf8(), context));
}

Outcome<QList<PersonLink>> AccountNoteStore::links(QSqlDatabase& connection, const QString& siren) const
{
    return read<PersonLink>(
        connection, QStringLiteral("SELECT content FROM person_link WHERE siren = ? ORDER BY print"), siren);
}

Outcome<Done> AccountNoteStore::add(QSqlDatabase& connection, const QString& siren,
                                    const PersonLink& link) const
{
    QStringList addresses = link.addresses;
    addresses.sort();
    return run(connection,
               QStringLiteral("INSERT INTO person_link (print, siren, content) VALUES (?, ?, ?) "
                              "ON CONFLICT (print) DO UPDATE SET content = excluded.content"),
               {print(QStringList{siren} + addresses), siren, sealedJson(m_keys, toJson(link), context)});
}

} // namespace proconnect::service

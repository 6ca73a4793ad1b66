// SPDX-License-Identifier: MIT
#include "service/keys/DatabaseKeys.h"

#include <QFile>

#include <optional>

namespace proconnect::service {
namespace {

const QByteArray checkedText = "proconnectd";
const QByteArray checkContext = "keys-check";
/// Of CompanyStore's content.
const QByteArray companyContext = "company";

using Keys = Outcome<std::shared_ptr<FileServiceKeys>>;

/// What the database remembers of its keys.
struct KeysMark
{
    QByteArray sealed;
    QByteArray fingerprint;
};

Failure refused(const QString& why)
{
    return {FailureCode::StorageUnreadable,
            QStringLiteral("keys file: %1; put the file back from its backup (docs/operations.md, Keys)")
                .arg(why),
            {}};
}

Failure otherKeys()
{
    return refused(QStringLiteral("its keys are not those that the database was sealed with"));
}

Outcome<std::optional<KeysMark>> markOf(QSqlDatabase& connection)
{
    auto row = runQuery(connection, QStringLiteral("SELECT sealed, fingerprint FROM keys_check"));
    if (!row) {
        return row.failure();
    }
    if (!row.value().next()) {
        return std::optional<KeysMark>();
    }
    return std::optional(KeysMark{QByteArray::fromBase64(row.value().value(0).toByteArray()),
                                  row.value().value(1).toByteArray()});
}

/// A database of before the mark existed is told by what it holds.
Outcome<bool> isInUse(QSqlDatabase& connection)
{
    const auto mark = markOf(connection);
    if (!mark) {
        return mark.failure();
    }
    if (mark.value()) {
        return true;
    }
    auto held = runQuery(connection, QStringLiteral("SELECT id FROM sessions UNION ALL "
                                                    "SELECT siren FROM company LIMIT 1"));
    if (!held) {
        return held.failure();
    }
    return held.value().next();
}

bool fits(const KeysMark& mark, const ServiceKeys& keys)
{
    const auto text = keys.open(mark.sealed, checkContext);
    return text && text.value() == checkedText &&
           mark.fingerprint == keys.fingerprint(checkedText, checkContext);
}

Outcome<Done> leaveMark(QSqlDatabase& connection, const ServiceKeys& keys)
{
    const auto left = runQuery(
        connection, QStringLiteral("INSERT INTO keys_check (id, sealed, fingerprint) VALUES (1, ?, ?)"),
        {QString::fromLatin1(keys.seal(checkedText, checkContext).toBase64()),
         QString::fromLatin1(keys.fingerprint(checkedText, checkContext))});
    return left ? Outcome<Done>(Done{}) : Outcome<Done>(left.failure());
}

/// Whether the keys open what a database of before the mark holds: whatever it holds of value belongs to a
/// company. The wrong keys' mark would shut out the right ones for good.
Outcome<Done> expectTheirs(QSqlDatabase& connection, const ServiceKeys& keys)
{
    auto row = runQuery(connection, QStringLiteral("SELECT content FROM company LIMIT 1"));
    if (!row) {
        return row.failure();
    }
    if (!row.value().next()) {
        return Done{};
    }
    const QByteArray content = QByteArray::fromBase64(row.value().value(0).toByteArray());
    return keys.open(content, companyContext) ? Outcome<Done>(Done{}) : Outcome<Done>(otherKeys());
}

/// Two instances may leave the mark at the same moment: the second then finds the first one's.
Outcome<Done> check(QSqlDatabase& connection, const ServiceKeys& keys, bool mayLeaveMark)
{
    const auto mark = markOf(connection);
    if (!mark) {
        return mark.failure();
    }
    if (!mark.value()) {
        const auto theirs = expectTheirs(connection, keys);
        return theirs && mayLeaveMark ? leaveMark(connection, keys) : theirs;
    }
    return fits(*mark.value(), keys) ? Outcome<Done>(Done{}) : Outcome<Done>(otherKeys());
}

} // namespace

Outcome<std::shared_ptr<FileServiceKeys>> keysToServe(const QString& path, Database& database)
{
    const auto inUse = database.read<bool>(isInUse);
    if (!inUse) {
        return inUse.failure();
    }
    if (inUse.value() && !QFile::exists(path)) {
        return refused(QStringLiteral("missing, although the database is in use"));
    }
    auto keys = inUse.value() ? FileServiceKeys::load(path) : FileServiceKeys::loadOrMake(path);
    if (!keys) {
        return keys;
    }
    const auto checked = database.write<Done>(
        [&keys](QSqlDatabase& connection) { return check(connection, *keys.value(), true); });
    return checked ? std::move(keys) : Keys(checked.failure());
}

Outcome<std::shared_ptr<FileServiceKeys>> keysToRead(const QString& path, Database& database)
{
    auto keys = FileServiceKeys::load(path);
    if (!keys) {
        return keys;
    }
    const auto checked = database.read<Done>(
        [&keys](QSqlDatabase& connection) { return check(connection, *keys.value(), false); });
    return checked ? std::move(keys) : Keys(checked.failure());
}

} // namespace proconnect::service

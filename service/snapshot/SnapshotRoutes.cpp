// SPDX-License-Identifier: MIT
#include "service/snapshot/SnapshotRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"

#include <QCryptographicHash>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int digits = 12;
/// The one instance manipulation (RFC 3229) that is offered.
constexpr auto accountsDelta = "accounts";

QByteArray digestOf(const QCryptographicHash& hash)
{
    return hash.result().toHex().first(digits);
}

/// What every ETag of the same state begins with. One for each reader: whose account is one's own depends on
/// who reads; and for each set of delegations, since time alone changes it.
QByteArray stateOf(qint64 cursor, const QString& subject, const Standing& standing)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(subject.toUtf8());
    for (const Delegated& delegated : standing.delegations) {
        hash.addData(wireName(delegated.delegation.state).toUtf8());
        hash.addData(delegated.delegation.terms.id.toUtf8());
    }
    return QByteArray::number(cursor) + '-' + digestOf(hash);
}

QByteArray etagOf(const QByteArray& state)
{
    return '"' + state + '"';
}

/// Tells which accounts were sent too: of two answers at one cursor the later may hold newer ones.
QByteArray etagOf(const QByteArray& state, const AccountPrints& prints)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Fingerprint& print : prints) {
        hash.addData({reinterpret_cast<const char*>(&print), sizeof(print)});
    }
    return '"' + state + '-' + digestOf(hash) + '"';
}

bool isOf(const QByteArray& etag, const QByteArray& state)
{
    return etag == etagOf(state) || etag.startsWith('"' + state + '-');
}

/// Whether `etag` was made for the reader of `state`, at whatever cursor.
bool hasReaderOf(const QByteArray& etag, const QByteArray& state)
{
    const qsizetype reader = etag.indexOf('-');
    return reader >= 0 && etag.sliced(reader).startsWith(state.sliced(state.indexOf('-')) + '-');
}

HttpResponse tagged(int status, const QJsonObject& content, const QByteArray& etag)
{
    HttpResponse response = HttpResponse::json(status, content);
    response.headers.emplaceBack("ETag", etag);
    return response;
}

bool acceptsDelta(const HttpRequest& request)
{
    const auto accepted = request.header("a-im").split(',');
    return std::any_of(accepted.cbegin(), accepted.cend(),
                       [](const QByteArray& one) { return one.trimmed() == accountsDelta; });
}

} // namespace

void SnapshotRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/snapshot"),
               [this](const HttpRequest& request) { return snapshot(request); });
}

HttpResponse SnapshotRoutes::snapshot(const HttpRequest& request)
{
    const QString siren = request.parameters.value(QStringLiteral("siren"));
    const auto reader = m_guard.authenticateReader(request, siren);
    if (!reader) {
        return HttpResponse::problem(reader.failure());
    }
    if (const auto named = sirenOfPath(request); !named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& subject = reader.value().person.subject;
    const auto standing = standingAt(reader.value().cursor, subject, siren);
    if (!standing) {
        return HttpResponse::problem(standing.failure());
    }
    const QByteArray known = request.header("if-none-match");
    if (isOf(known, stateOf(reader.value().cursor, subject, standing.value()))) {
        HttpResponse same = HttpResponse::empty(304);
        same.headers.emplaceBack("ETag", known);
        return same;
    }
    const auto person = m_guard.named(reader.value().person);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto snapshot = m_database.read<CompanySnapshot>([&](QSqlDatabase& connection) {
        return m_builder.build(connection, person.value(), standing.value(), siren);
    });
    if (!snapshot) {
        return HttpResponse::problem(snapshot.failure());
    }
    const QByteArray state = stateOf(snapshot.value().cursor, subject, standing.value());
    return acceptsDelta(request) && snapshot.value().accounts.size() >= SentAccounts::fewest
               ? sinceLast(known, state, snapshot.value())
               : tagged(200, toJson(snapshot.value()), etagOf(state));
}

HttpResponse SnapshotRoutes::sinceLast(const QByteArray& known, const QByteArray& state,
                                       const CompanySnapshot& snapshot)
{
    const QString siren = snapshot.company.siren;
    const AccountPrints prints = printsOf(snapshot.accounts);
    const QByteArray etag = etagOf(state, prints);
    m_sent.remember(siren, etag, prints);
    const auto before = hasReaderOf(known, state) ? m_sent.find(siren, known) : std::nullopt;
    auto delta = before ? deltaOf(*before, prints, snapshot) : std::nullopt;
    if (!delta) {
        return tagged(200, toJson(snapshot), etag);
    }
    delta->base = QString::fromLatin1(known);
    HttpResponse response = tagged(226, toJson(*delta), etag);
    response.headers.emplaceBack("IM", accountsDelta);
    response.headers.emplaceBack("Delta-Base", known);
    return response;
}

Outcome<Standing> SnapshotRoutes::standingAt(qint64 cursor, const QString& subject, const QString& siren)
{
    if (auto mandate = m_known.mandate(subject, siren, cursor, m_clock.now())) {
        return Standing{subject, std::move(mandate), {}};
    }
    auto standing = m_rights.require(subject, siren, MandateUse::Reading);
    if (standing && standing.value().mandate) {
        m_known.remember(*standing.value().mandate, cursor);
    }
    return standing;
}

} // namespace proconnect::service

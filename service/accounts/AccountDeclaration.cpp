// SPDX-License-Identifier: MIT
#include "service/accounts/AccountDeclaration.h"

#include "service/accounts/DeclarationSeries.h"

#include <QJsonArray>
#include <QSet>

namespace proconnect::service {
namespace {

constexpr qint64 skewSeconds = 300;
constexpr qsizetype longestSeries = 64;

Failure wrong(const QString& member)
{
    return {FailureCode::InvalidRequest, member, member};
}

Outcome<std::optional<AccountDeclaration::Page>> readPage(const QJsonObject& body,
                                                          AccountDeclaration::Kind kind)
{
    using Page = std::optional<AccountDeclaration::Page>;
    const QJsonValue value = body[u"page"];
    if (value.isUndefined()) {
        return Page();
    }
    const AccountDeclaration::Page page{value[u"series"].toString(), value[u"number"].toInt(),
                                        value[u"of"].toInt()};
    const bool right = kind == AccountDeclaration::Kind::Full && isPossible(page);
    return right ? Outcome<Page>(page) : Outcome<Page>(wrong(QStringLiteral("page")));
}

Outcome<QList<ScimAccount>> readAccounts(const QJsonArray& values, const QString& siren, const Portal& portal,
                                         const QDateTime& now)
{
    QSet<QString> seen;
    QList<ScimAccount> accounts;
    for (const QJsonValue value : values) {
        QJsonObject resource = value.toObject();
        if (!resource.contains(QStringLiteral("id"))) {
            resource.insert(QStringLiteral("id"), resource.value(QStringLiteral("userName")));
        }
        const auto account = readScimAccount(resource, portal, now);
        if (!account || account.value().siren != siren || seen.contains(account.value().account.id)) {
            return wrong(QStringLiteral("accounts[%1]").arg(accounts.size()));
        }
        seen.insert(account.value().account.id);
        accounts.append(account.value());
    }
    return accounts;
}

} // namespace

bool isPossible(const AccountDeclaration::Page& page)
{
    return !page.series.isEmpty() && page.series.size() <= longestSeries && page.number >= 1 &&
           page.number <= page.count && page.count <= DeclarationSeries::mostPages;
}

Outcome<AccountDeclaration> readAccountDeclaration(const QJsonObject& body, const Portal& portal,
                                                   const QDateTime& now)
{
    AccountDeclaration result;
    const auto siren = SirenNumber::parse(body[u"siren"].toString());
    if (!siren || siren->digits() != body[u"siren"].toString()) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren"), QStringLiteral("siren")};
    }
    result.siren = siren->digits();
    const QString kind = body[u"kind"].toString();
    if (kind != u"full" && kind != u"delta") {
        return wrong(QStringLiteral("kind"));
    }
    result.kind = kind == u"full" ? AccountDeclaration::Kind::Full : AccountDeclaration::Kind::Delta;
    result.asOf = QDateTime::fromString(body[u"asOf"].toString(), Qt::ISODate).toUTC();
    if (!result.asOf.isValid() || now.secsTo(result.asOf) > skewSeconds) {
        return wrong(QStringLiteral("asOf"));
    }
    const auto page = readPage(body, result.kind);
    if (!page) {
        return page.failure();
    }
    result.page = page.value();
    if (!body[u"accounts"].isArray()) {
        return wrong(QStringLiteral("accounts"));
    }
    auto accounts = readAccounts(body[u"accounts"].toArray(), result.siren, portal, now);
    if (!accounts) {
        return accounts.failure();
    }
    result.accounts = std::move(accounts).value();
    return result;
}

} // namespace proconnect::service

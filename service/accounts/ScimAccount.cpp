// SPDX-License-Identifier: MIT
#include "service/accounts/ScimAccount.h"

#include "core/model/AccountTexts.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

constexpr int mostEstablishments = 20'000;
constexpr int mostOrigins = 1'000'000;
constexpr qint64 idleDays = 365;

QString cleanText(const QJsonValue& value, qsizetype longest)
{
    return plainLine(value.toString(), longest);
}

std::optional<QDateTime> instant(const QJsonValue& value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODate);
    return at.isValid() ? std::optional{at.toUTC()} : std::nullopt;
}

QList<PortalRight> readRights(const QJsonArray& values)
{
    QList<PortalRight> rights;
    for (const QJsonValue value : values) {
        const PortalRight right{cleanText(value[u"value"], accountTexts::longestId),
                                cleanText(value[u"display"], accountTexts::longestLabel),
                                value[u"payment"].toBool()};
        if (!right.code.isEmpty() && rights.size() < accountTexts::mostRights) {
            rights.append(right);
        }
    }
    return rights;
}

QStringList readSirets(const QJsonArray& values, const QString& siren)
{
    QStringList sirets;
    for (const QJsonValue value : values) {
        const auto siret = SiretNumber::parse(value.toString());
        if (siret && siret->siren().digits() == siren && sirets.size() < mostEstablishments) {
            sirets.append(siret->digits());
        }
    }
    return sirets;
}

std::optional<AccountMandate> readMandate(const QJsonValue& value, const QString& siren)
{
    AccountMandate mandate{cleanText(value[u"reference"], accountTexts::longestId),
                           QDate::fromString(value[u"until"].toString(), Qt::ISODate),
                           readSirets(value[u"siret"].toArray(), siren)};
    return mandate.reference.isEmpty() || !mandate.lastDay.isValid() ? std::nullopt : std::optional(mandate);
}

AccountCertification readCertification(const QString& text, bool offered)
{
    if (text == u"certified") {
        return AccountCertification::Certified;
    }
    if (text == u"toWithdraw") {
        return AccountCertification::ToWithdraw;
    }
    return offered ? AccountCertification::NotCertified : AccountCertification::NotOffered;
}

void readSignals(PortalAccount& account, const QJsonArray& values, const QDateTime& now)
{
    const auto note = [&account](AccountSignal signal) {
        if (!account.signalList.contains(signal)) {
            account.signalList.append(signal);
        }
    };
    for (const QJsonValue value : values) {
        const QString code = value[u"value"].toString();
        if (code == u"genericAddress") {
            note(AccountSignal::GenericAddress);
        } else if (code == u"severalOrigins") {
            note(AccountSignal::SeveralOrigins);
            account.originCount = qBound(0, value[u"count"].toInt(), mostOrigins);
        } else if (code == u"simultaneousSessions") {
            note(AccountSignal::SimultaneousSessions);
        } else if (code == u"idle") {
            note(AccountSignal::Idle);
        }
    }
    if (account.lastUsedAt && account.lastUsedAt->daysTo(now) > idleDays) {
        note(AccountSignal::Idle);
    }
    if (account.lastUsedAt && account.holderLeftOn && account.lastUsedAt->date() > *account.holderLeftOn) {
        note(AccountSignal::UsedAfterDeparture);
    }
}

} // namespace

const QString& accountSchema()
{
    static const QString name =
        QStringLiteral("urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account");
    return name;
}

Outcome<ScimAccount> readScimAccount(const QJsonObject& resource, const Portal& portal, const QDateTime& now)
{
    const QJsonObject extension = resource[accountSchema()].toObject();
    const QString userName = resource[u"userName"].toString();
    ScimAccount result;
    result.scimId = resource[u"id"].toString();
    result.siren = extension[u"siren"].toString();
    const bool complete = !result.scimId.isEmpty() && result.scimId.size() <= accountTexts::longestId &&
                          !userName.isEmpty() && userName.size() <= accountTexts::longestId &&
                          SirenNumber::parse(result.siren);
    if (!complete) {
        return Failure{FailureCode::BadReply, QStringLiteral("account without id, userName or siren"), {}};
    }
    result.etag = resource[u"meta"][u"version"].toString().left(accountTexts::longestId);

    PortalAccount& account = result.account;
    account.id = portal.id + u':' + userName;
    account.portal = portal.id;
    account.portalAccountId = userName;
    account.holderName = cleanText(resource[u"name"][u"formatted"], accountTexts::longestName);
    account.email = cleanText(resource[u"emails"][0][u"value"], accountTexts::longestEmail);
    account.roleCode = cleanText(extension[u"role"][u"value"], accountTexts::longestId);
    account.roleLabel = cleanText(extension[u"role"][u"display"], accountTexts::longestLabel);
    account.administratorRole = extension[u"role"][u"administrator"].toBool();
    account.soleRole = extension[u"role"][u"sole"].toBool();
    account.rights = readRights(extension[u"rights"].toArray());
    account.sirets = readSirets(extension[u"siret"].toArray(), result.siren);
    if (const auto created = instant(resource[u"meta"][u"created"])) {
        account.createdOn = created->date();
    }
    account.lastUsedAt = instant(extension[u"lastLogin"]);
    if (const QDate left = QDate::fromString(extension[u"holderLeftOn"].toString(), Qt::ISODate);
        left.isValid()) {
        account.holderLeftOn = left;
    }
    account.addressUnreachable = extension[u"emailUnreachable"].toBool();
    account.mandate = readMandate(extension[u"mandate"], result.siren);
    account.state = resource[u"active"].toBool(true) ? AccountState::Active : AccountState::Closed;
    account.certification = readCertification(extension[u"certification"].toString(), portal.certifies);
    readSignals(account, extension[u"signals"].toArray(), now);
    return result;
}

} // namespace proconnect::service

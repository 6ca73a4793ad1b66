// SPDX-License-Identifier: MIT
#include "service/requests/RequestDeposit.h"

#include "service/mail/MailMessage.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace proconnect::service {
namespace {

constexpr qsizetype longestReference = 100;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestCode = 100;
constexpr qsizetype longestLabel = 200;
constexpr qsizetype longestAccount = 128;
constexpr qsizetype longestMessage = 2000;
constexpr qsizetype mostRights = 50;
constexpr qsizetype mostSirets = 1000;
constexpr int longestYears = 10;
constexpr int futureTolerance = 24 * 3600;

constexpr std::array natures{"INSCRIPTION", "SUBSTITUTION", "EXTENSION_PERIMETRE", "CHANGEMENT_DE_ROLE",
                             "RENOUVELLEMENT"};

/// Reads members one by one and remembers the first that does not fit.
class DepositReader
{
public:
    explicit DepositReader(QJsonObject body) : m_body(std::move(body)) {}

    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    void complain(const QString& member)
    {
        if (m_trouble.isEmpty()) {
            m_trouble = member;
        }
    }

    QString line(const QString& member, qsizetype longest)
    {
        return text(m_body, member, longest, true, false);
    }
    QString optionalLine(const QString& member, qsizetype longest)
    {
        return text(m_body, member, longest, false, false);
    }
    QString paragraphs(const QString& member, qsizetype longest)
    {
        return text(m_body, member, longest, false, true);
    }

    QJsonObject object(const QString& member, bool required)
    {
        const QJsonValue value = m_body.value(member);
        if (!value.isObject() && (required || !value.isUndefined())) {
            complain(member);
        }
        return value.toObject();
    }

    QJsonArray array(const QString& member, qsizetype most)
    {
        const QJsonValue value = m_body.value(member);
        if ((!value.isArray() && !value.isUndefined()) || value.toArray().size() > most) {
            complain(member);
            return {};
        }
        return value.toArray();
    }

    /// A member of `holder`, which stands at `path` in the body.
    QString inner(const QJsonObject& holder, const QString& path, const QString& member, qsizetype longest)
    {
        return text(holder, member, longest, true, false, path + u'.');
    }

    bool flag(const QJsonObject& holder, const QString& path, const QString& member)
    {
        const QJsonValue value = holder[member];
        if (!value.isBool() && !value.isUndefined()) {
            complain(path + u'.' + member);
        }
        return value.toBool();
    }

    QDate date(const QJsonValue& value, const QString& member)
    {
        const QDate result = QDate::fromString(value.toString(), Qt::ISODate);
        if (!result.isValid() || value.toString().size() != 10) {
            complain(member);
        }
        return result;
    }

    [[nodiscard]] QJsonValue operator[](const QString& member) const { return m_body[member]; }

private:
    QString text(const QJsonObject& holder, const QString& member, qsizetype longest, bool required,
                 bool lines, const QString& prefix = {})
    {
        const QJsonValue value = holder[member];
        const QString result = value.toString().trimmed();
        const auto refused = [lines](QChar c) {
            const bool lineEnd = lines && (c == u'\n' || c == u'\r' || c == u'\t');
            return c.category() == QChar::Other_Control && !lineEnd;
        };
        if ((!value.isString() && (required || !value.isUndefined())) || result.size() > longest ||
            (required && result.isEmpty()) || std::any_of(result.begin(), result.end(), refused)) {
            complain(prefix + member);
        }
        return result;
    }

    /// Constant, because asking a changeable QJsonObject for a member that is not there adds it.
    const QJsonObject m_body;
    QString m_trouble;
};

void readRole(DepositReader& reader, AccessRequest& request)
{
    const QString path = QStringLiteral("role");
    const QJsonObject role = reader.object(path, true);
    request.roleCode = reader.inner(role, path, QStringLiteral("value"), longestCode);
    request.roleLabel = reader.inner(role, path, QStringLiteral("display"), longestLabel);
    request.administratorRole = reader.flag(role, path, QStringLiteral("administrator"));
}

void readRights(DepositReader& reader, AccessRequest& request)
{
    const QString path = QStringLiteral("rights");
    const QJsonArray rights = reader.array(path, mostRights);
    for (const QJsonValue value : rights) {
        if (!value.isObject()) {
            reader.complain(path);
            return;
        }
        const QJsonObject right = value.toObject();
        request.rights.append({reader.inner(right, path, QStringLiteral("value"), longestCode),
                               reader.inner(right, path, QStringLiteral("display"), longestLabel),
                               reader.flag(right, path, QStringLiteral("payment"))});
    }
}

void readSirets(DepositReader& reader, AccessRequest& request, const QString& siren)
{
    const QString path = QStringLiteral("sirets");
    const QJsonArray values = reader.array(path, mostSirets);
    for (const QJsonValue value : values) {
        const auto siret = SiretNumber::parse(value.toString());
        if (!siret || siret->digits() != value.toString() || siret->siren().digits() != siren) {
            reader.complain(path);
            return;
        }
        if (!request.sirets.contains(siret->digits())) {
            request.sirets.append(siret->digits());
        }
    }
}

void readDates(DepositReader& reader, AccessRequest& request, const QDateTime& now)
{
    const QString until = QStringLiteral("until");
    if (!reader[until].isUndefined()) {
        const QDate date = reader.date(reader[until], until);
        if (date < now.date() || date > now.date().addYears(longestYears)) {
            reader.complain(until);
        }
        request.until = date;
    }
    const QString requestedAt = QStringLiteral("requestedAt");
    request.receivedAt = now;
    if (!reader[requestedAt].isUndefined()) {
        const QDateTime asked = QDateTime::fromString(reader[requestedAt].toString(), Qt::ISODate);
        if (!asked.isValid() || now.secsTo(asked) > futureTolerance) {
            reader.complain(requestedAt);
        } else {
            request.receivedAt = asked.toUTC();
        }
    }
    const QString path = QStringLiteral("deadline");
    const QJsonObject deadline = reader.object(path, false);
    if (!deadline.isEmpty()) {
        request.deadline =
            BusinessDeadline{reader.inner(deadline, path, QStringLiteral("label"), longestLabel),
                             reader.date(deadline[u"date"], QStringLiteral("deadline.date")),
                             {}};
    }
}

void readComplement(DepositReader& reader, AccessRequest& request, const QDateTime& now)
{
    const QString path = QStringLiteral("complement");
    const QJsonObject complement = reader.object(path, false);
    if (complement.isEmpty()) {
        return;
    }
    const QDateTime askedAt = QDateTime::fromString(complement[u"askedAt"].toString(), Qt::ISODate);
    if (!askedAt.isValid() || askedAt > now) {
        reader.complain(QStringLiteral("complement.askedAt"));
    }
    request.complement = Complement{
        reader.inner(complement, path, QStringLiteral("question"), longestMessage), askedAt.toUTC(), {}, {}};
}

} // namespace

Outcome<QString> readComplementAnswer(const QJsonObject& body)
{
    DepositReader reader(body);
    const QString member = QStringLiteral("answer");
    const QString answer = reader.paragraphs(member, longestMessage);
    if (!reader.trouble().isEmpty() || answer.isEmpty()) {
        return Failure{FailureCode::InvalidRequest, member, member};
    }
    return answer;
}

Outcome<StoredRequest> readDeposit(const QJsonObject& body, const QString& portalId, const QDateTime& now)
{
    DepositReader reader(body);
    StoredRequest result;
    AccessRequest& request = result.request;
    const auto siren = SirenNumber::parse(body[u"siren"].toString());
    if (!siren || siren->digits() != body[u"siren"].toString()) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren"), QStringLiteral("siren")};
    }
    result.siren = siren->digits();
    result.portalReference = reader.line(QStringLiteral("portalReference"), longestReference);
    result.nature = reader.line(QStringLiteral("nature"), longestCode);
    if (std::none_of(natures.begin(), natures.end(),
                     [&](const char* nature) { return result.nature == QLatin1String(nature); })) {
        reader.complain(QStringLiteral("nature"));
    }
    request.portal = portalId;
    request.givenName = reader.line(QStringLiteral("givenName"), longestName);
    request.familyName = reader.line(QStringLiteral("familyName"), longestName);
    request.email = body[u"email"].toString();
    request.jobTitle = reader.optionalLine(QStringLiteral("jobTitle"), longestName);
    request.message = reader.paragraphs(QStringLiteral("message"), longestMessage);
    request.replaces = reader.optionalLine(QStringLiteral("replacesAccountId"), longestAccount);
    result.requesterAccount = reader.optionalLine(QStringLiteral("requesterAccountId"), longestAccount);
    readRole(reader, request);
    readRights(reader, request);
    readSirets(reader, request, result.siren);
    readDates(reader, request, now);
    readComplement(reader, request, now);
    if (!reader.trouble().isEmpty()) {
        return Failure{FailureCode::InvalidRequest, reader.trouble(), reader.trouble()};
    }
    if (!isMailAddress(request.email)) {
        return Failure{FailureCode::EmailInvalid, QStringLiteral("email"), QStringLiteral("email")};
    }
    return result;
}

} // namespace proconnect::service

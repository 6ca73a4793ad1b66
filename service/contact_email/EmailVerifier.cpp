// SPDX-License-Identifier: MIT
#include "service/contact_email/EmailVerifier.h"

#include "service/keys/ServiceKeys.h"
#include "service/mail/Mailer.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

namespace proconnect::service {
namespace {

constexpr qint64 codeLifetime = 1'800;
constexpr int mostTries = 5;
constexpr int mostCodesAnHour = 5;

const QByteArray verificationContext = QByteArrayLiteral("email_verification");
const QByteArray orderContext = QByteArrayLiteral("email_order");

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Outcome<Done> run(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto query = runQuery(connection, sql, values);
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

/// Whether an address that was proven is still to be recorded.
bool onItsWay(const ContactEmail& email)
{
    return email.pendingState == EmailState::Verified || email.pendingState == EmailState::SentToSirene;
}

} // namespace

EmailVerifier::EmailVerifier(Database& database, const ServiceKeys& keys, const Clock& clock, Mailer& mailer,
                             MailTexts texts, ContactAddressRules rules, CodeSource codes)
    : m_database(database), m_keys(keys), m_clock(clock), m_mailer(mailer), m_texts(std::move(texts)),
      m_rules(std::move(rules)), m_codes(std::move(codes)), m_companies(keys), m_emails(keys)
{}

QString EmailVerifier::secureCode()
{
    return QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10, QLatin1Char('0'));
}

Outcome<EmailVerification> EmailVerifier::start(const QString& subject, const QString& siren,
                                                const QString& address)
{
    const auto accepted = m_rules.accepted(address);
    if (!accepted) {
        return accepted.failure();
    }
    const EmailVerification verification{newId(), accepted.value(), m_clock.now().addSecs(codeLifetime),
                                         mostTries};
    const QString code = m_codes();
    const auto stored = m_database.write<Done>([&](QSqlDatabase& connection) {
        const auto quota = requireQuota(connection, siren);
        return quota ? store(connection, subject, siren, verification, code) : quota;
    });
    if (!stored) {
        return stored.failure();
    }
    m_mailer.wake();
    return verification;
}

Outcome<Done> EmailVerifier::requireQuota(QSqlDatabase& connection, const QString& siren) const
{
    auto rows =
        runQuery(connection,
                 QStringLiteral("SELECT count(*) FROM email_verification WHERE siren = ? AND created_at > ?"),
                 {siren, toSql(m_clock.now().addSecs(-3600))});
    if (!rows) {
        return rows.failure();
    }
    if (rows.value().next() && rows.value().value(0).toInt() >= mostCodesAnHour) {
        return Failure{
            FailureCode::TooManyRequests, QStringLiteral("codes of this company within the hour"), {}};
    }
    return Done{};
}

Outcome<Done> EmailVerifier::store(QSqlDatabase& connection, const QString& subject, const QString& siren,
                                   const EmailVerification& verification, const QString& code)
{
    const auto company = m_companies.find(connection, siren);
    if (!company) {
        return company.failure();
    }
    if (auto replaced =
            run(connection,
                QStringLiteral(
                    "UPDATE email_verification SET state = 'replaced' WHERE siren = ? AND state = 'waiting'"),
                {siren});
        !replaced) {
        return replaced;
    }
    const QJsonObject content{{QStringLiteral("address"), verification.address}};
    if (auto inserted =
            run(connection,
                QStringLiteral(
                    "INSERT INTO email_verification (id, siren, subject, state, code_hash, tries_left, "
                    "created_at, expires_at, content) VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?)"),
                {verification.id, siren, subject, hashOf(verification.id, code), verification.triesLeft,
                 toSql(m_clock.now()), toSql(verification.expiresAt),
                 sealedJson(m_keys, content, verificationContext)});
        !inserted) {
        return inserted;
    }
    auto email = m_emails.of(connection, siren);
    if (!email) {
        return email.failure();
    }
    // What was proven goes on to SIRENE until another address is proven too, not only typed.
    if (!onItsWay(email.value())) {
        email.value().pendingAddress = verification.address;
        email.value().pendingState = EmailState::DeclaredNotVerified;
        if (auto saved = m_emails.save(connection, siren, email.value()); !saved) {
            return saved;
        }
    }
    const QString name = company.value() ? company.value()->name : siren;
    return m_mailer.enqueue(connection, m_texts.contactEmailCode(verification.address, name, code));
}

Outcome<ContactEmail> EmailVerifier::confirm(const Director& director, const QString& siren,
                                             const QString& id, const QString& code)
{
    struct Tried
    {
        std::optional<Failure> failure;
        ContactEmail email;
    };
    const auto tried = m_database.write<Tried>([&](QSqlDatabase& connection) -> Outcome<Tried> {
        const auto stored = find(connection, director.subject, siren, id);
        if (!stored) {
            return stored.failure();
        }
        auto outcome = tryCode(connection, director, siren, stored.value(), code.trimmed());
        if (!outcome) {
            return outcome.failure();
        }
        auto email = m_emails.of(connection, siren);
        return email ? Outcome<Tried>(Tried{outcome.value(), email.value()})
                     : Outcome<Tried>(email.failure());
    });
    if (!tried) {
        return tried.failure();
    }
    if (tried.value().failure) {
        return *tried.value().failure;
    }
    return tried.value().email;
}

Outcome<EmailVerifier::Stored> EmailVerifier::find(QSqlDatabase& connection, const QString& subject,
                                                   const QString& siren, const QString& id) const
{
    auto rows = runQuery(connection,
                         QStringLiteral("SELECT state, code_hash, tries_left, expires_at, content FROM "
                                        "email_verification WHERE id = ? AND siren = ? AND subject = ?"),
                         {id, siren, subject});
    if (!rows) {
        return rows.failure();
    }
    if (!rows.value().next()) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such verification"), {}};
    }
    const auto content = openedJson(m_keys, rows.value().value(4).toString(), verificationContext);
    if (!content) {
        return content.failure();
    }
    return Stored{id,
                  rows.value().value(0).toString(),
                  rows.value().value(1).toString(),
                  rows.value().value(2).toInt(),
                  instantFromSql(rows.value().value(3).toString()),
                  content.value().value(QLatin1String("address")).toString()};
}

Outcome<std::optional<Failure>> EmailVerifier::tryCode(QSqlDatabase& connection, const Director& director,
                                                       const QString& siren, const Stored& stored,
                                                       const QString& code)
{
    using Result = Outcome<std::optional<Failure>>;
    const auto refused = [](FailureCode why, const QString& argument = {}) {
        return Result(std::optional(Failure{why, QStringLiteral("contact e-mail code"), argument}));
    };
    const bool right = hashOf(stored.id, code) == stored.codeHash;
    if (stored.state == u"verified") {
        return right ? Result(std::nullopt) : refused(FailureCode::CodeExpired);
    }
    if (stored.state == u"exhausted") {
        return refused(FailureCode::CodeTriesExhausted);
    }
    if (stored.state != u"waiting" || m_clock.now() >= stored.expiresAt) {
        return refused(FailureCode::CodeExpired);
    }
    const int triesLeft = stored.triesLeft - 1;
    const QString state = right           ? QStringLiteral("verified")
                          : triesLeft > 0 ? QStringLiteral("waiting")
                                          : QStringLiteral("exhausted");
    const auto written = run(
        connection, QStringLiteral("UPDATE email_verification SET state = ?, tries_left = ? WHERE id = ?"),
        {state, triesLeft, stored.id});
    if (!written) {
        return written.failure();
    }
    if (!right) {
        return triesLeft > 0 ? refused(FailureCode::CodeWrong, QString::number(triesLeft))
                             : refused(FailureCode::CodeTriesExhausted);
    }
    const auto ordered = order(connection, director, siren, stored.address);
    return ordered ? Result(std::nullopt) : Result(ordered.failure());
}

Outcome<Done> EmailVerifier::order(QSqlDatabase& connection, const Director& director, const QString& siren,
                                   const QString& address)
{
    // Tried again after the new one was recorded, an older order would bring the older address back.
    if (auto replaced = run(connection,
                            QStringLiteral("UPDATE email_order SET state = 'replaced' WHERE siren = ? AND "
                                           "state IN ('waiting', 'taken')"),
                            {siren});
        !replaced) {
        return replaced;
    }
    auto email = m_emails.of(connection, siren);
    if (!email) {
        return email.failure();
    }
    email.value().pendingAddress = address;
    email.value().pendingState = EmailState::Verified;
    if (auto saved = m_emails.save(connection, siren, email.value()); !saved) {
        return saved;
    }
    const QString now = toSql(m_clock.now());
    const QJsonObject content{{QStringLiteral("address"), address},
                              {QStringLiteral("actor"), director.displayName}};
    return run(
        connection,
        QStringLiteral("INSERT INTO email_order (id, siren, state, attempts, created_at, next_attempt_at, "
                       "content) VALUES (?, ?, 'waiting', 0, ?, ?, ?)"),
        {newId(), siren, now, now, sealedJson(m_keys, content, orderContext)});
}

QString EmailVerifier::hashOf(const QString& id, const QString& code) const
{
    return QString::fromLatin1(m_keys.fingerprint((id + u':' + code).toUtf8(), "email-code"));
}

} // namespace proconnect::service

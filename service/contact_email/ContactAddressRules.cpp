// SPDX-License-Identifier: MIT
#include "service/contact_email/ContactAddressRules.h"

#include <QFile>
#include <QRegularExpression>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerContactEmail()
{
    Q_INIT_RESOURCE(contact_email);
}

namespace proconnect::service {
namespace {

constexpr qsizetype longestAddress = 110;
constexpr qsizetype longestLocalPart = 63;

Failure invalid()
{
    return {FailureCode::EmailInvalid, QStringLiteral("not an address"), {}};
}

} // namespace

Outcome<ContactAddressRules> ContactAddressRules::load()
{
    registerContactEmail();
    QFile file(QStringLiteral(":/proconnect/contact_email/disposable-domains.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{
            FailureCode::Internal, QStringLiteral("the list of disposable domains is missing"), {}};
    }
    ContactAddressRules rules;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (!line.startsWith(u'#')) {
            rules.m_disposable.insert(line.trimmed());
        }
    }
    return rules;
}

Outcome<QString> ContactAddressRules::accepted(const QString& text) const
{
    static const QRegularExpression shape(
        QStringLiteral("\\A(?<local>[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@"
                       "(?<domain>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                       "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59}))\\z"));
    const QString address = text.trimmed();
    if (address.size() > longestAddress) {
        return Failure{FailureCode::EmailTooLong, QStringLiteral("more than 110 characters"), {}};
    }
    const auto match = shape.match(address);
    const QString local = match.captured(QStringLiteral("local"));
    const QString domain = match.captured(QStringLiteral("domain")).toLower();
    if (!match.hasMatch() || local.size() > longestLocalPart) {
        return invalid();
    }
    for (QString parent = domain; parent.contains(u'.'); parent = parent.section(u'.', 1)) {
        if (m_disposable.contains(parent)) {
            return Failure{FailureCode::EmailDisposable, QStringLiteral("disposable domain"), {}};
        }
    }
    return QString(local + u'@' + domain);
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/config/ConfigReader.h"

#include <QHostAddress>

namespace proconnect::service {
namespace {

bool isLoopback(const QUrl& url)
{
    return QHostAddress(url.host()).isLoopback();
}

} // namespace

void ConfigReader::fail(const QString& key, const QString& why)
{
    fail(Failure{FailureCode::InvalidRequest,
                 QStringLiteral("[%1] %2: %3").arg(key.section(u'/', 0, 0), key.section(u'/', 1), why),
                 {}});
}

void ConfigReader::fail(const Failure& failure)
{
    if (!m_failure) {
        m_failure = failure;
    }
}

QString ConfigReader::oneOf(const QString& key, const QStringList& allowed)
{
    QString value = string(key);
    if (!allowed.contains(value)) {
        fail(key, QStringLiteral("must be one of: ") + allowed.join(QLatin1String(", ")));
    }
    return value;
}

int ConfigReader::count(const QString& key)
{
    bool isNumber = false;
    const QString value = m_values.value(key, QStringLiteral("0"));
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0) {
        fail(key, QStringLiteral("must be a number"));
    }
    return number;
}

QUrl ConfigReader::url(const QString& key)
{
    const QString value = string(key);
    if (value.isEmpty()) {
        return {};
    }
    QUrl result(value.endsWith(u'/') ? value.chopped(1) : value, QUrl::StrictMode);
    const bool plain = result.scheme() == QLatin1String("http") && isLoopback(result) && m_demonstration;
    if (!result.isValid() || result.host().isEmpty() || result.hasQuery() || result.hasFragment() ||
        !result.userInfo().isEmpty() || (result.scheme() != QLatin1String("https") && !plain)) {
        fail(key, QStringLiteral("must be an https address (plain http: on loopback, in a demonstration)"));
    }
    return result;
}

} // namespace proconnect::service

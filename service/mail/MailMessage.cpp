// SPDX-License-Identifier: MIT
#include "service/mail/MailMessage.h"

#include <QLocale>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qsizetype longestAddress = 254;
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestSubject = 200;
constexpr qsizetype base64LineLength = 76;
constexpr qsizetype charactersPerEncodedWord = 15;

bool isLocalCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           QStringView(u"!#$%&'*+-/=?^_`{|}~.").contains(c);
}

bool isDomainLabel(QStringView label)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-') &&
           std::all_of(label.begin(), label.end(), allowed);
}

/// RFC 2047: words of few enough characters that none passes 75 bytes, whatever the script.
QByteArray encodedHeader(const QString& text)
{
    QByteArray result;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty()) {
            result += (result.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toUtf8().toBase64() + "?=";
            word.clear();
        }
    };
    for (const QChar c : text) {
        if (word.size() >= charactersPerEncodedWord && !c.isLowSurrogate()) {
            flush();
        }
        word += c;
    }
    flush();
    return result;
}

QString oneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    return text.left(longestSubject);
}

} // namespace

bool isMailAddress(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || at > longestLocalPart || address.size() > longestAddress) {
        return false;
    }
    const QStringView local = QStringView(address).first(at);
    if (!std::all_of(local.begin(), local.end(), isLocalCharacter) || local.startsWith(u'.') ||
        local.endsWith(u'.') || local.contains(QStringView(u".."))) {
        return false;
    }
    const auto labels = QStringView(address).sliced(at + 1).split(u'.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isDomainLabel);
}

QByteArray internetMessage(const Mail& mail, const QString& from, const QString& id, const QDateTime& now)
{
    const QString domain = from.sliced(from.lastIndexOf(u'@') + 1);
    QByteArray message;
    message += "Date: " + QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss '+0000'").toLatin1();
    message += "\r\nFrom: ProConnect <" + from.toLatin1() + ">\r\nTo: <" + mail.to.toLatin1() + ">";
    message += "\r\nMessage-ID: <" + id.toLatin1() + "@" + domain.toLatin1() + ">";
    message += "\r\nSubject: " + encodedHeader(oneLine(mail.subject));
    message += "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0";
    message += "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";

    QString body = mail.body;
    body.remove(u'\r').replace(u'\n', QStringLiteral("\r\n"));
    const QByteArray encoded = body.toUtf8().toBase64();
    for (qsizetype i = 0; i < encoded.size(); i += base64LineLength) {
        message += encoded.mid(i, base64LineLength) + "\r\n";
    }
    return message;
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/mail/MailMessage.h"

#include <QLocale>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qsizetype longestSubject = 200;
constexpr qsizetype base64LineLength = 76;
constexpr qsizetype charactersPerEncodedWord = 15;

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

QString paragraphsOf(const QString& text)
{
    QString html;
    const QStringList paragraphs = text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const QString& paragraph : paragraphs) {
        html += QStringLiteral("<p>%1</p>\n")
                    .arg(paragraph.trimmed().toHtmlEscaped().replace(u'\n', QStringLiteral("<br>\n")));
    }
    return html;
}

/// The first rule parts the languages; any other is text that somebody wrote.
QString htmlOf(const Mail& mail)
{
    const QString rule = QStringLiteral("\n\n%1\n\n").arg(mailLanguageRule);
    const qsizetype end = mail.body.indexOf(rule);
    QString html =
        QStringLiteral("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>") +
        mail.subject.toHtmlEscaped() + QStringLiteral("</title></head><body>\n") +
        paragraphsOf(mail.body.left(end));
    if (end >= 0) {
        html += QStringLiteral("<hr>\n<div lang=\"en\">\n") + paragraphsOf(mail.body.mid(end + rule.size())) +
                QStringLiteral("</div>\n");
    }
    return html + QStringLiteral("</body></html>\n");
}

QByteArray part(const QByteArray& type, QString text)
{
    QByteArray result =
        "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    text.remove(u'\r').replace(u'\n', QStringLiteral("\r\n"));
    const QByteArray encoded = text.toUtf8().toBase64();
    for (qsizetype i = 0; i < encoded.size(); i += base64LineLength) {
        result += encoded.mid(i, base64LineLength) + "\r\n";
    }
    return result;
}

} // namespace

QByteArray internetMessage(const Mail& mail, const QString& from, const QString& id, const QDateTime& now)
{
    const QString domain = from.sliced(from.lastIndexOf(u'@') + 1);
    QByteArray message;
    message += "Date: " + QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss '+0000'").toLatin1();
    message += "\r\nFrom: ProConnect <" + from.toLatin1() + ">\r\nTo: <" + mail.to.toLatin1() + ">";
    message += "\r\nMessage-ID: <" + id.toLatin1() + "@" + domain.toLatin1() + ">";
    message += "\r\nSubject: " + encodedHeader(oneLine(mail.subject));
    message += "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0";
    // No line of base64 starts with a hyphen.
    const QByteArray boundary = "ProConnect-" + id.toLatin1();
    message += "\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary + "\r\n" + part("text/plain", mail.body);
    message += "--" + boundary + "\r\n" + part("text/html", htmlOf(mail));
    return message + "--" + boundary + "--\r\n";
}

} // namespace proconnect::service

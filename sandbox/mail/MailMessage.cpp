// SPDX-License-Identifier: MIT
#include "sandbox/mail/MailMessage.h"

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QString>

namespace proconnect::sandbox {

namespace {

constexpr int DeepestParts = 4;

struct Entity
{
    QByteArray head; ///< unfolded, one header field per line
    QByteArray body;
};

Entity split(const QByteArray& source)
{
    const qsizetype end = source.indexOf("\r\n\r\n");
    if (end < 0) {
        return {{}, source};
    }
    QByteArray head = source.left(end);
    head.replace("\r\n ", " ").replace("\r\n\t", " ");
    return {head, source.mid(end + 4)};
}

QByteArray field(const Entity& entity, const QByteArray& name)
{
    for (const QByteArray& line : entity.head.split('\n')) {
        if (line.size() > name.size() && line[name.size()] == ':' &&
            qstrnicmp(line, name, name.size()) == 0) {
            return line.mid(name.size() + 1).trimmed();
        }
    }
    return {};
}

QByteArray fromQuotedPrintable(const QByteArray& text)
{
    QByteArray joined = text;
    joined.replace("=\r\n", "");
    return QByteArray::fromPercentEncoding(joined, '=');
}

QByteArray toUtf8(const QByteArray& bytes, const QByteArray& charset)
{
    return charset.compare("iso-8859-1", Qt::CaseInsensitive) == 0 ? QString::fromLatin1(bytes).toUtf8()
                                                                   : bytes;
}

/// RFC 2047.
QByteArray decodeWords(const QByteArray& text)
{
    static const QRegularExpression word(
        QStringLiteral("=\\?([\\w-]+)\\?([bBqQ])\\?([^?]*)\\?=(\\s+(?==\\?))?"));
    QString rest = QString::fromUtf8(text);
    QString decoded;
    for (auto match = word.match(rest); match.hasMatch(); match = word.match(rest)) {
        QByteArray bytes = match.captured(3).toLatin1();
        bytes = match.captured(2).toUpper() == QLatin1String("B")
                    ? QByteArray::fromBase64(bytes)
                    : QByteArray::fromPercentEncoding(bytes.replace('_', ' '), '=');
        decoded +=
            rest.left(match.capturedStart()) + QString::fromUtf8(toUtf8(bytes, match.captured(1).toLatin1()));
        rest = rest.mid(match.capturedEnd());
    }
    return (decoded + rest).toUtf8();
}

QByteArray parameter(const QByteArray& value, const QString& name)
{
    const QRegularExpression wanted(name + QStringLiteral("=\"?([^\";]+)\"?"),
                                    QRegularExpression::CaseInsensitiveOption);
    return wanted.match(QString::fromUtf8(value)).captured(1).trimmed().toUtf8();
}

QByteArray firstText(const Entity& entity, int depth)
{
    const QByteArray type = field(entity, "Content-Type");
    const QByteArray boundary = parameter(type, QStringLiteral("boundary"));
    if (type.toLower().startsWith("multipart/") && !boundary.isEmpty() && depth < DeepestParts) {
        const qsizetype start = entity.body.indexOf("--" + boundary + "\r\n");
        const qsizetype partStart = start + boundary.size() + 4;
        const qsizetype end = entity.body.indexOf("\r\n--" + boundary, partStart);
        return start < 0 ? entity.body
                         : firstText(split(entity.body.mid(partStart, end - partStart)), depth + 1);
    }
    const QByteArray encoding = field(entity, "Content-Transfer-Encoding").toLower();
    const QByteArray charset = parameter(type, QStringLiteral("charset"));
    if (encoding == "base64") {
        return toUtf8(QByteArray::fromBase64(entity.body), charset);
    }
    return toUtf8(encoding == "quoted-printable" ? fromQuotedPrintable(entity.body) : entity.body, charset);
}

/// The mailbox is JSON and HTML in UTF-8: bytes that are not become replacement characters.
std::string wellFormed(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes).toStdString();
}

} // namespace

void readContent(std::string_view source, MailMessage& message)
{
    const Entity entity = split(QByteArray(source.data(), static_cast<qsizetype>(source.size())));
    message.subject = wellFormed(decodeWords(field(entity, "Subject")));
    message.from = wellFormed(decodeWords(field(entity, "From")));
    message.text = wellFormed(firstText(entity, 0));
}

} // namespace proconnect::sandbox

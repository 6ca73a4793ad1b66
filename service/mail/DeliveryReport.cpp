// SPDX-License-Identifier: MIT
#include "service/mail/DeliveryReport.h"

#include <QList>
#include <QRegularExpression>

namespace proconnect::service {
namespace {

constexpr qsizetype mostParts = 16;

struct Entity
{
    QByteArray head; ///< unfolded: one field a line
    QByteArray body;
};

Entity split(const QByteArray& source)
{
    const qsizetype end = source.indexOf("\n\n");
    Entity entity{end < 0 ? source : source.left(end), end < 0 ? QByteArray() : source.mid(end + 2)};
    entity.head.replace("\n ", " ").replace("\n\t", " ");
    return entity;
}

/// The first field of that name.
QByteArray field(const QByteArray& head, const QByteArray& name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            return line.mid(colon + 1).trimmed();
        }
    }
    return {};
}

QList<Entity> partsOf(const Entity& message)
{
    static const QRegularExpression boundary(QStringLiteral("boundary=\"?([^\";\\s]{1,70})\"?"),
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = boundary.match(QString::fromLatin1(field(message.head, "Content-Type")));
    if (!match.hasMatch()) {
        return {};
    }
    const QByteArray mark = "\n--" + match.captured(1).toLatin1();
    const QByteArray body = '\n' + message.body;
    QList<Entity> parts;
    for (qsizetype at = body.indexOf(mark); at >= 0 && parts.size() < mostParts;) {
        const qsizetype start = body.indexOf('\n', at + mark.size());
        const qsizetype next = body.indexOf(mark, at + mark.size());
        if (start < 0 || next < 0) {
            break;
        }
        // Right after the boundary's line, so that a part without fields starts with an empty line.
        parts.append(split(body.mid(start + 1, next - start - 1)));
        at = next;
    }
    return parts;
}

/// Fields of the message come first, those of each recipient after an empty line.
Bounce bounceIn(const QByteArray& status)
{
    const QList<QByteArray> lines = status.split('\n');
    QByteArray action;
    QByteArray code;
    for (const QByteArray& line : lines) {
        if (const QByteArray value = field(line, "Action"); !value.isEmpty() && action.isEmpty()) {
            action = value.toLower();
        }
        if (const QByteArray value = field(line, "Status"); !value.isEmpty() && code.isEmpty()) {
            code = value.split(' ').constFirst();
        }
    }
    return action == "failed" ? bounceOfStatus(code) : Bounce::None;
}

QString identifierIn(const QByteArray& head)
{
    static const QRegularExpression identifier(QStringLiteral("<([0-9a-f-]{36})@[^>]+>"));
    return identifier.match(QString::fromLatin1(field(head, "Message-ID"))).captured(1);
}

} // namespace

std::optional<DeliveryReport> DeliveryReport::read(QByteArray source)
{
    source.replace("\r\n", "\n");
    DeliveryReport report;
    bool reported = false;
    const QList<Entity> parts = partsOf(split(source));
    for (const Entity& part : parts) {
        const QByteArray type = field(part.head, "Content-Type").split(';').constFirst().trimmed().toLower();
        if (type == "message/delivery-status") {
            report.bounce = bounceIn(part.body);
            reported = true;
        } else if (type == "message/rfc822" || type == "text/rfc822-headers") {
            report.message = identifierIn(split(part.body).head);
        }
    }
    return reported && !report.message.isEmpty() ? std::optional{report} : std::nullopt;
}

} // namespace proconnect::service

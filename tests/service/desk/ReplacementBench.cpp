// SPDX-License-Identifier: MIT
#include "tests/service/desk/ReplacementBench.h"

namespace proconnect::service {

ReplacementBench::ReplacementBench() : reference(desk.deposited()) {}

AccessRequest ReplacementBench::request()
{
    for (const AccessRequest& each : desk.snapshot().requests) {
        if (each.id == reference) {
            return each;
        }
    }
    return {};
}

Departure ReplacementBench::replacement()
{
    const auto all = desk.snapshot().waysOut;
    return all.isEmpty() ? Departure() : all.first();
}

Decision ReplacementBench::replacing(const QString& account)
{
    Decision decision = desk.decision(DecisionKind::AcceptRequest, reference, request().version);
    decision.departure = DepartureTerms{QStringLiteral("Laurent Petit"), {item(account)}, {}, {}};
    return decision;
}

QString ReplacementBench::deposited(bool administrator, const QString& role)
{
    QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-2"));
    QJsonObject asked = body[u"role"].toObject();
    asked.insert(QStringLiteral("value"), role);
    asked.insert(QStringLiteral("administrator"), administrator);
    body.insert(QStringLiteral("role"), asked);
    body.insert(QStringLiteral("sirets"), QJsonArray{});
    return DeskBench::json(desk.deposit(body, "key-2"))[u"reference"].toString();
}

void ReplacementBench::opens(const QString& right, bool administrator, const QString& role)
{
    desk.portal.users.removeIf([](const QJsonObject& each) { return each[u"userName"].toString() == u"KH"; });
    QJsonObject made = user(QStringLiteral("KH"), QStringLiteral("Karim Haddad"), administrator);
    made.insert(QStringLiteral("emails"),
                QJsonArray{QJsonObject{{QStringLiteral("value"), request().email}}});
    QJsonObject extension = made[accountSchema()].toObject();
    extension.insert(QStringLiteral("rights"), QJsonArray{QJsonObject{{QStringLiteral("value"), right},
                                                                      {QStringLiteral("display"), right}}});
    QJsonObject shown = extension[u"role"].toObject();
    shown.insert(QStringLiteral("value"), role);
    extension.insert(QStringLiteral("role"), shown);
    made.insert(accountSchema(), extension);
    desk.portal.users.append(made);
    desk.sync();
}

void ReplacementBench::change(const QString& attribute, const QJsonValue& value)
{
    QJsonObject& user = desk.portal.users.first();
    QJsonObject extension = user[accountSchema()].toObject();
    extension.insert(attribute, value);
    user.insert(accountSchema(), extension);
    desk.sync();
}

void ReplacementBench::look()
{
    turn();
    turn();
}

QDateTime ReplacementBench::acknowledgedAt()
{
    const auto own = fromJson<OwnReceipts>(DeskBench::json(get(QStringLiteral("receipts"))));
    if (own.ok()) {
        for (const OwnReceipt& each : own.value().receipts) {
            if (each.kind == DecisionKind::AcceptRequest) {
                return each.acknowledgedAt.value_or(QDateTime());
            }
        }
    }
    return {};
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "tests/service/desk/SubstitutionBench.h"

#include "core/departure/Orphan.h"

namespace proconnect::service {

SubstitutionBench::SubstitutionBench()
{
    orphan(administrator(QStringLiteral("LP"), QStringLiteral("Laurent Petit")));
}

QJsonObject SubstitutionBench::administrator(const QString& name, const QString& holder,
                                             const QStringList& places)
{
    const QJsonObject made = with(DepartureBench::user(name, holder), QStringLiteral("role"),
                                  QJsonObject{{QStringLiteral("value"), QStringLiteral("TITULAIRE")},
                                              {QStringLiteral("display"), QStringLiteral("Titulaire")},
                                              {QStringLiteral("administrator"), true}});
    return places.isEmpty() ? made : with(made, QStringLiteral("siret"), QJsonArray::fromStringList(places));
}

QJsonObject SubstitutionBench::with(QJsonObject user, const QString& attribute, const QJsonValue& value)
{
    QJsonObject extension = user[accountSchema()].toObject();
    extension.insert(attribute, value);
    user.insert(accountSchema(), extension);
    return user;
}

void SubstitutionBench::orphan(const QJsonObject& user)
{
    portal().users[0] = with(user, QStringLiteral("holderLeftOn"), today().addDays(-7).toString(Qt::ISODate));
    for (const char* each : {"impots", "urssaf", "asp"}) {
        desk.sync(each);
    }
}

void SubstitutionBench::knownElsewhere(const QJsonObject& extension)
{
    QJsonObject marc = DepartureBench::user(QStringLiteral("MN"), QStringLiteral("Marc Noël"));
    for (auto it = extension.constBegin(); it != extension.constEnd(); ++it) {
        marc = with(marc, it.key(), it.value());
    }
    portal().users.append(marc);
    desk.sync("urssaf");
    portal().users.removeLast();
}

bool SubstitutionBench::mandateEnds(const TestDirector& director)
{
    MandateRecord ended;
    ended.mandate = {director.person.subject, desk.company.siren, QStringLiteral("Présidente"),
                     RegistrySource::Rne, desk.bench.clock.now()};
    ended.state = MandateState::Ended;
    ended.attachedAt = desk.bench.clock.now();
    ended.endedAt = ended.attachedAt;
    ended.end = MandateEnd::NotListed;
    ended.prints = {QStringLiteral("entry"), QStringLiteral("name"), QStringLiteral("birth"), {}, {}, {}};
    return desk.bench
        .write([&](QSqlDatabase& connection) -> Outcome<Done> {
            const auto saved = MandateStore(*desk.bench.keys).save(connection, ended);
            return saved ? desk.desk->mandateEnded(connection, ended) : saved;
        })
        .ok();
}

bool SubstitutionBench::orphaned(const QString& account)
{
    return isOrphaned(desk.snapshot(), account, today());
}

Decision SubstitutionBench::naming(const QString& account, const QString& successor)
{
    Decision decision =
        desk.decision(DecisionKind::NameAdministrator, account, this->account(account).version);
    decision.successor = successor;
    decision.successorVersion = this->account(successor).version;
    return decision;
}

std::optional<SubstitutionState> SubstitutionBench::state(const QString& account)
{
    const auto substitution = this->account(account).substitution;
    return substitution ? std::optional(substitution->state) : std::nullopt;
}

int SubstitutionBench::evidence(const QString& kind)
{
    return desk.bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = ?"), {kind}).toInt();
}

QString SubstitutionBench::orderState()
{
    return desk.bench
        .value(QStringLiteral("SELECT state FROM delivery WHERE kind = 'nameAdministrator' "
                              "ORDER BY created_at LIMIT 1"))
        .toString();
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/DemonstrationSnapshot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace proconnect::tests {
namespace {

const QString company = QStringLiteral("E2");

QJsonObject data()
{
    QFile file(QStringLiteral(DEMONSTRATION_DATA));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the demonstration data cannot be read");
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString text(const QJsonObject& object, const char* name)
{
    return object[QLatin1String(name)].toString();
}

QDateTime instant(const QJsonObject& object, const char* name)
{
    return QDateTime::fromString(text(object, name), Qt::ISODate).toUTC();
}

std::optional<QDateTime> optionalInstant(const QJsonObject& object, const char* name)
{
    const QDateTime value = instant(object, name);
    return value.isValid() ? std::optional{value} : std::nullopt;
}

QStringList strings(const QJsonObject& object, const char* name)
{
    QStringList values;
    for (const auto& value : object[QLatin1String(name)].toArray()) {
        values += value.toString();
    }
    return values;
}

QJsonObject byId(const QJsonObject& root, const char* list, const QString& id)
{
    for (const auto& value : root[QLatin1String(list)].toArray()) {
        if (text(value.toObject(), "id") == id) {
            return value.toObject();
        }
    }
    return {};
}

bool ours(const QJsonValue& value)
{
    return text(value.toObject(), "entreprise") == company;
}

QList<PortalRight> rights(const QJsonObject& portal, const QStringList& codes)
{
    QList<PortalRight> found;
    for (const auto& value : portal[QLatin1String("droits")].toArray()) {
        const QJsonObject right = value.toObject();
        if (codes.contains(text(right, "code"))) {
            found += {text(right, "code"), text(right, "libelle"),
                      text(right, "sensibilite") == QLatin1String("paiement")};
        }
    }
    return found;
}

QJsonObject roleOf(const QJsonObject& portal, const QString& code)
{
    for (const auto& value : portal[QLatin1String("roles")].toArray()) {
        if (text(value.toObject(), "code") == code) {
            return value.toObject();
        }
    }
    return {};
}

AccountState accountState(const QString& word)
{
    static const QHash<QString, AccountState> states{
        {QStringLiteral("REVOQUE"), AccountState::Closed},
        {QStringLiteral("REVOCATION_DEMANDEE"), AccountState::ClosureRequested},
        {QStringLiteral("REVOCATION_MANUELLE_A_FAIRE"), AccountState::ClosureManual},
        {QStringLiteral("SUSPENDU"), AccountState::Suspended},
    };
    return states.value(word, AccountState::Active);
}

void readSignals(const QJsonObject& source, PortalAccount& account)
{
    for (const auto& value : source[QLatin1String("signaux")].toArray()) {
        const QString code = text(value.toObject(), "code");
        if (code == QLatin1String("ADRESSE_GENERIQUE")) {
            account.signalList += AccountSignal::GenericAddress;
        } else if (code == QLatin1String("ORIGINES_MULTIPLES")) {
            account.signalList += AccountSignal::SeveralOrigins;
            account.originCount = value.toObject()[QLatin1String("valeur")].toInt();
        } else if (code == QLatin1String("CONNEXION_APRES_DEPART")) {
            account.signalList += AccountSignal::UsedAfterDeparture;
        }
    }
    if (strings(source, "anomalies").contains(QStringLiteral("COMPTE_DORMANT"))) {
        account.signalList += AccountSignal::Idle;
    }
}

PortalAccount accountOf(const QJsonObject& root, const QJsonObject& source)
{
    const QJsonObject portal = byId(root, "portails", text(source, "portail"));
    const QJsonObject role = roleOf(portal, text(source, "role"));
    const QJsonObject person = byId(root, "personnes", text(source, "titulaire"));
    PortalAccount account;
    account.portal = text(source, "portail");
    account.portalAccountId = text(source, "identifiant_portail");
    account.id = account.portal + u':' + account.portalAccountId;
    account.holderName = person.isEmpty() ? QString() : text(source, "titulaire_affiche");
    account.email = text(source, "mel_connexion");
    account.roleCode = text(role, "code");
    account.roleLabel = text(role, "libelle");
    account.administratorRole = role[QLatin1String("administrateur")].toBool();
    account.soleRole = role[QLatin1String("unique_par_perimetre")].toBool();
    account.addressUnreachable = text(source, "mel_statut") == QLatin1String("rejet_definitif");
    account.rights = rights(portal, strings(source, "droits"));
    account.sirets = strings(source, "perimetre");
    account.createdOn = QDate::fromString(text(source, "date_creation"), Qt::ISODate);
    account.lastUsedAt = optionalInstant(source, "derniere_connexion");
    const QDate left = QDate::fromString(text(person, "date_sortie"), Qt::ISODate);
    if (left.isValid()) {
        account.holderLeftOn = left;
    }
    account.state = accountState(text(source, "etat"));
    const QString certification = text(source, "certification");
    account.certification = certification == QLatin1String("CERTIFIE") ? AccountCertification::Certified
                            : certification == QLatin1String("A_RETIRER")
                                ? AccountCertification::ToWithdraw
                                : AccountCertification::NotCertified;
    account.mine = text(source, "titulaire") == QLatin1String("D2");
    if (account.mine && account.certification == AccountCertification::Certified) {
        account.certifiedAt = QDateTime(QDate(2026, 11, 21), QTime(7, 5), Qt::UTC);
    }
    readSignals(source, account);
    return account;
}

RequestState requestState(const QString& word)
{
    static const QHash<QString, RequestState> states{
        {QStringLiteral("ACCEPTEE"), RequestState::Accepted},
        {QStringLiteral("REFUSEE"), RequestState::Refused},
        {QStringLiteral("EXPIREE"), RequestState::Expired},
        {QStringLiteral("RETIREE"), RequestState::Withdrawn},
    };
    return states.value(word, RequestState::Waiting);
}

HandBack handBack(const QString& word)
{
    if (word.isEmpty()) {
        return HandBack::None;
    }
    return word == QLatin1String("ACQUITTEE") ? HandBack::Acknowledged : HandBack::Running;
}

QList<RiskFact> risks(const QJsonObject& source)
{
    static const QHash<QString, RiskFact> facts{
        {QStringLiteral("DEMANDEUR_INCONNU"), RiskFact::UnknownRequester},
        {QStringLiteral("DOMAINE_EXTERNE"), RiskFact::ExternalDomain},
        {QStringLiteral("ROLE_ADMINISTRATEUR"), RiskFact::AdministratorRole},
        {QStringLiteral("DROIT_DE_PAIEMENT"), RiskFact::PaymentRight},
        {QStringLiteral("DEMANDEUR_PARTI"), RiskFact::RequesterLeft},
        {QStringLiteral("HORAIRE_INHABITUEL"), RiskFact::OddHour},
    };
    QList<RiskFact> found;
    for (const QString& word : strings(source, "risques")) {
        if (facts.contains(word)) {
            found += facts.value(word);
        }
    }
    return found;
}

void readDecision(const QJsonObject& root, const QJsonObject& source, AccessRequest& request)
{
    const QJsonObject decision = source[QLatin1String("decision")].toObject();
    if (decision.isEmpty()) {
        return;
    }
    const QJsonObject person = byId(root, "personnes", text(decision, "decideur"));
    const bool automatic = text(decision, "sens").contains(QLatin1String("AUTOMATIQUE"));
    request.decidedBy = automatic ? QString() : text(person, "prenom") + u' ' + text(person, "nom");
    request.decidedAt = optionalInstant(decision, "decide_le");
    request.refusalReason = request.state != RequestState::Refused ? QString()
                            : text(decision, "motif_code") == QLatin1String("DOUBLON")
                                ? QStringLiteral("someoneElseHasIt")
                                : QStringLiteral("notNeeded");
}

AccessRequest requestOf(const QJsonObject& root, const QJsonObject& source, const AccountList& accounts)
{
    const QJsonObject portal = byId(root, "portails", text(source, "portail"));
    const QJsonObject role = roleOf(portal, text(source, "role_demande"));
    const QJsonObject person = source[QLatin1String("demandeur_declare")].toObject();
    AccessRequest request;
    request.id = text(source, "reference");
    request.portal = text(source, "portail");
    request.state = requestState(text(source, "etat"));
    request.handBack = handBack(text(source[QLatin1String("restitution_psp")].toObject(), "statut"));
    request.givenName = text(person, "prenom");
    request.familyName = text(person, "nom");
    request.email = text(person, "mel");
    request.jobTitle = text(person, "fonction_declaree");
    request.roleCode = text(role, "code");
    request.roleLabel = text(role, "libelle");
    request.administratorRole = role[QLatin1String("administrateur")].toBool();
    request.rights = rights(portal, strings(source, "droits_demandes"));
    request.sirets = strings(source, "perimetre_demande");
    request.message = text(source, "message");
    request.receivedAt = instant(source, "recue_le");
    request.expiresAt = instant(source, "expire_le");
    const QDate until =
        QDate::fromString(text(source[QLatin1String("duree_demandee")].toObject(), "fin"), Qt::ISODate);
    if (until.isValid()) {
        request.until = until;
    }
    const QJsonObject deadline = source[QLatin1String("echeance_metier")].toObject();
    if (!deadline.isEmpty()) {
        const bool tax = request.portal == QLatin1String("impots");
        request.deadline = BusinessDeadline{
            text(deadline, "libelle"), QDate::fromString(text(deadline, "date_limite"), Qt::ISODate),
            tax ? QStringList{QStringLiteral("Isabelle Roche")} : QStringList()};
    }
    request.risks = risks(source);
    for (const PortalAccount& account : accounts) {
        if (account.email == request.email && account.openAccount()) {
            request.existingPortals += account.portal;
        }
    }
    readDecision(root, source, request);
    return request;
}

PortalSource sourceOf(const QJsonObject& portal)
{
    const QString reading = text(portal[QLatin1String("connecteur")].toObject(), "lecture");
    PortalSource source;
    source.portal = text(portal, "id");
    source.state = PortalSource::State::Fresh;
    if (reading == QLatin1String("api")) {
        source.asOf = demonstrationNow().addSecs(-1800);
    } else if (reading == QLatin1String("fichier")) {
        source.method = PortalSource::Method::File;
        source.asOf = demonstrationNow().addDays(-3);
    } else {
        source.method = PortalSource::Method::Declared;
        source.asOf = demonstrationNow().addDays(-18);
        source.state = PortalSource::State::Stale;
    }
    return source;
}

Company companyOf(const QJsonObject& root)
{
    const QJsonObject source = byId(root, "entreprises", company);
    Company found;
    found.siren = text(source, "siren");
    found.name = QStringLiteral("Menuiserie Fabre et Filles");
    found.function = QStringLiteral("Présidente de SAS");
    found.verifiedAt = demonstrationNow().addDays(-2);
    for (const auto& value : source[QLatin1String("etablissements")].toArray()) {
        const QJsonObject place = value.toObject();
        const QJsonObject address = place[QLatin1String("adresse")].toObject();
        found.establishments += {text(place, "siret"), text(place, "libelle"),
                                 text(address, "voie") + QStringLiteral(", ") + text(address, "commune"),
                                 place[QLatin1String("siege")].toBool(), true};
    }
    return found;
}

} // namespace

QDateTime demonstrationNow()
{
    return QDateTime(QDate(2026, 11, 23), QTime(7, 30), Qt::UTC);
}

CompanySnapshot demonstrationSnapshot()
{
    const QJsonObject root = data();
    CompanySnapshot snapshot;
    snapshot.cursor = 35;
    snapshot.asOf = demonstrationNow();
    snapshot.company = companyOf(root);
    for (const auto& value : root[QLatin1String("portails")].toArray()) {
        const QJsonObject portal = value.toObject();
        const QString name = text(portal, "nom").section(QStringLiteral(" — "), 0, 0);
        snapshot.portals +=
            {text(portal, "id"), name, text(portal, "sensibilite") == QLatin1String("elevee"),
             text(portal, "id") != QLatin1String("asp"),
             text(portal[QLatin1String("connecteur")].toObject(), "revocation") == QLatin1String("manuelle")};
        snapshot.portals.last().namesAdministrators = !snapshot.portals.last().closesByLetter;
        snapshot.portals.last().opensAccounts = !snapshot.portals.last().closesByLetter;
        snapshot.portals.last().closingHours =
            portal[QLatin1String("connecteur")].toObject()[QLatin1String("delai_revocation_h")].toInt();
        snapshot.sources += sourceOf(portal);
    }
    for (const auto& value : root[QLatin1String("comptes")].toArray()) {
        if (ours(value)) {
            snapshot.accounts += accountOf(root, value.toObject());
        }
    }
    for (const auto& value : root[QLatin1String("demandes")].toArray()) {
        if (ours(value)) {
            snapshot.requests += requestOf(root, value.toObject(), snapshot.accounts);
        }
    }
    snapshot.company.pendingRequests =
        static_cast<int>(std::count_if(snapshot.requests.cbegin(), snapshot.requests.cend(),
                                       [](const AccessRequest& request) { return request.open(); }));
    snapshot.contactEmail.address = QStringLiteral("bernard.fabre@fabre-filles.example");
    snapshot.contactEmail.state = EmailState::Unreachable;
    snapshot.contactEmail.changedAt = QDateTime(QDate(2022, 2, 19), QTime(1, 0), Qt::UTC);
    snapshot.journal = {
        {3,
         demonstrationNow().addSecs(-3000),
         QStringLiteral("request.received"),
         QStringLiteral("Kevin Lambert"),
         {},
         QStringLiteral("impots")},
        {2,
         demonstrationNow().addDays(-2),
         QStringLiteral("account.certified"),
         QStringLiteral("Claire Fabre"),
         {},
         QStringLiteral("portailpro")},
        {1,
         demonstrationNow().addDays(-14),
         QStringLiteral("account.closed"),
         QStringLiteral("Yanis Meunier"),
         {},
         QStringLiteral("chorus_pro")},
    };
    return snapshot;
}

UserProfile demonstrationProfile()
{
    UserProfile profile;
    profile.subject = QStringLiteral("pseudonym");
    profile.givenName = QStringLiteral("Claire");
    profile.familyName = QStringLiteral("Fabre");
    profile.signedInAt = demonstrationNow().addSecs(-600);
    profile.companies = {demonstrationSnapshot().company};
    return profile;
}

CompanySnapshot largeSnapshot(int accounts, int people)
{
    CompanySnapshot snapshot = demonstrationSnapshot();
    const AccountList models = snapshot.accounts;
    snapshot.accounts.clear();
    for (int i = 0; i < accounts; ++i) {
        PortalAccount account = models.at(i % models.size());
        account.id += u'#' + QString::number(i);
        account.holderName = QStringLiteral("Personne %1").arg(i % people, 5, 10, QLatin1Char('0'));
        account.email = QStringLiteral("p%1@fabre-filles.example").arg(i % people);
        snapshot.accounts += account;
    }
    return snapshot;
}

} // namespace proconnect::tests

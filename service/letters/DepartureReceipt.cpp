// SPDX-License-Identifier: MIT
#include "service/letters/DepartureReceipt.h"

#include "core/departure/Replacement.h"
#include "core/model/BusinessNumbers.h"
#include "core/protocol/ModelJson.h"

#include <QJsonArray>
#include <QTimeZone>

namespace proconnect::service {
namespace {

QString inParis(const QDateTime& instant)
{
    return instant.toTimeZone(QTimeZone("Europe/Paris")).toString(QStringLiteral("dd/MM/yyyy 'à' HH:mm"));
}

/// Of whoever takes over an account with their request.
QString sentenceOfRequest(const NewcomerProgress& one, bool stopped)
{
    if (stopped) {
        return QStringLiteral("demande acceptée ; le compte remplacé reste ouvert.");
    }
    return one.state == NewcomerState::Requested
               ? QStringLiteral("demande acceptée, pas encore confirmée par le portail.")
               : QStringLiteral("demande acceptée, confirmée par le portail.");
}

/// Of somebody who gets their own account; whether it works is in the portal's data alone.
QString sentence(const NewcomerProgress& one, const Departure& departure)
{
    const bool stopped = departure.state == DepartureState::Cancelled;
    if (isReplacement(departure)) {
        return sentenceOfRequest(one, stopped);
    }
    switch (one.state) {
    case NewcomerState::Present:
        return QStringLiteral("a déjà un compte sur ce portail.");
    case NewcomerState::Invited:
        return QStringLiteral("s’inscrit sur le portail, qui demande l’accord de l’entreprise.");
    case NewcomerState::Requested:
        return stopped ? QStringLiteral(
                             "compte plus demandé : la décision a été arrêtée avant qu’il soit ouvert.")
                       : QStringLiteral("compte demandé au portail.");
    case NewcomerState::Taken:
        return QStringLiteral("compte ouvert par le portail.");
    case NewcomerState::Failed:
        return one.portalMessage.isEmpty()
                   ? QStringLiteral("compte demandé, pas ouvert : le portail n’a pas répondu.")
                   : QStringLiteral("compte pas ouvert. Motif donné par le portail : « %1 »")
                         .arg(one.portalMessage);
    }
    Q_UNREACHABLE();
}

QString whileOpen(const Departure& departure)
{
    if (isReplacement(departure)) {
        return QStringLiteral(
            "Reste ouvert tant que le compte de la personne qui le remplace ne fonctionne pas.");
    }
    return departure.newcomers.isEmpty()
               ? QStringLiteral("Reste ouvert tant que personne d’autre n’administre ce portail.")
               : QStringLiteral("Reste ouvert tant que le compte de chacun ne fonctionne pas.");
}

/// The decision in one sentence.
QString decided(const Departure& departure)
{
    const QString words =
        isReplacement(departure)
            ? QStringLiteral("Demande acceptée, et compte de « %1 » fermé quand celui de la personne qui le "
                             "remplace fonctionne : décidé par %2 le %3.")
        : departure.newcomers.isEmpty()
            ? QStringLiteral("Fermeture des comptes de %1, décidée par %2 le %3.")
            : QStringLiteral("Un compte à chacun à la place du compte commun « %1 », décidé par %2 le %3.");
    return words.arg(departure.person, departure.startedBy, inParis(departure.startedAt));
}

/// What the step says to whoever holds the receipt.
QString sentence(const DepartureStep& step, const std::optional<Acknowledgement>& word,
                 const Departure& departure)
{
    const QString at = step.at ? inParis(*step.at) : QString();
    switch (step.state) {
    case DepartureStepState::ToDo:
        return QStringLiteral("Fermeture programmée.");
    case DepartureStepState::ReplacementNeeded:
        return whileOpen(departure);
    case DepartureStepState::Requested:
        return QStringLiteral("Fermeture demandée le %1, pas encore confirmée par le portail.").arg(at);
    case DepartureStepState::Confirmed:
        if (step.restoredAt) {
            return QStringLiteral("Fermé le %1, puis rouvert le %2 à la demande de l’entreprise.")
                .arg(word ? inParis(word->at) : at, inParis(*step.restoredAt));
        }
        return word ? QStringLiteral("Fermé : confirmé par le portail le %1.").arg(inParis(word->at))
                    : QStringLiteral("Fermé : constaté dans les données du portail le %1.").arg(at);
    case DepartureStepState::Manual:
        return QStringLiteral("À demander au portail par courrier.");
    case DepartureStepState::DeclaredDone:
        return QStringLiteral("Déclaré fermé par l’entreprise le %1, sans preuve du portail.").arg(at);
    case DepartureStepState::Failed:
        return step.portalMessage.isEmpty()
                   ? QStringLiteral("Pas fermé : le portail n’a pas répondu.")
                   : QStringLiteral("Pas fermé. Motif donné par le portail : « %1 »").arg(step.portalMessage);
    case DepartureStepState::NotNeeded:
        return QStringLiteral("Sans objet : arrêté avant l’envoi, ou déjà fermé.");
    }
    Q_UNREACHABLE();
}

std::optional<Acknowledgement> wordOn(const DepartureReceipt& receipt, const DepartureStep& step)
{
    const auto found = receipt.acknowledgements.constFind(step.account);
    return found == receipt.acknowledgements.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

QJsonObject toJson(const DepartureReceipt& receipt, const PortalDirectory& portals)
{
    QJsonArray steps;
    for (const DepartureStep& step : receipt.departure.steps) {
        QJsonObject line{{QStringLiteral("account"), step.account},
                         {QStringLiteral("portal"), portals.nameOf(step.portal)},
                         {QStringLiteral("portalAccountId"), step.portalAccountId},
                         {QStringLiteral("role"), step.roleLabel},
                         {QStringLiteral("state"), wireName(step.state)}};
        if (step.at) {
            line.insert(QStringLiteral("at"), step.at->toUTC().toString(Qt::ISODate));
        }
        if (step.restoredAt) {
            line.insert(QStringLiteral("restoredAt"), step.restoredAt->toUTC().toString(Qt::ISODate));
        }
        if (!step.portalMessage.isEmpty()) {
            line.insert(QStringLiteral("portalMessage"), step.portalMessage);
        }
        if (const auto word = wordOn(receipt, step)) {
            line.insert(QStringLiteral("acknowledgedAt"), word->at.toUTC().toString(Qt::ISODate));
            line.insert(QStringLiteral("evidence"), word->hash);
        }
        steps.append(line);
    }
    QJsonArray newcomers;
    for (const NewcomerProgress& one : receipt.departure.newcomers) {
        newcomers.append(toJson(one));
    }
    QJsonObject json{{QStringLiteral("siren"), receipt.siren},
                     {QStringLiteral("company"), receipt.company.name},
                     {QStringLiteral("departure"), receipt.departure.id},
                     {QStringLiteral("person"), receipt.departure.person},
                     {QStringLiteral("state"), wireName(receipt.departure.state)},
                     {QStringLiteral("startedBy"), receipt.departure.startedBy},
                     {QStringLiteral("startedAt"), receipt.departure.startedAt.toUTC().toString(Qt::ISODate)},
                     {QStringLiteral("asOf"), receipt.at.toUTC().toString(Qt::ISODate)},
                     {QStringLiteral("receiptNumber"), receipt.departure.receiptNumber},
                     {QStringLiteral("verificationCode"), receipt.departure.verificationCode},
                     {QStringLiteral("evidence"), receipt.hash},
                     {QStringLiteral("steps"), steps}};
    if (!newcomers.isEmpty()) {
        json.insert(QStringLiteral("newcomers"), newcomers);
    }
    return json;
}

Letter toLetter(const DepartureReceipt& receipt, const PortalDirectory& portals)
{
    const Departure& departure = receipt.departure;
    const auto siren = SirenNumber::parse(receipt.siren);
    Letter letter;
    letter.at = receipt.at;
    letter.sender = {receipt.company.name, receipt.company.address,
                     QStringLiteral("SIREN ") + (siren ? siren->display() : receipt.siren)};
    letter.sender.removeAll(QString());
    letter.dateLine = QStringLiteral("État au ") + inParis(receipt.at);
    const bool shared = !departure.newcomers.isEmpty();
    letter.subject =
        (shared ? QStringLiteral("Récépissé de décision %1") : QStringLiteral("Récépissé de départ %1"))
            .arg(departure.receiptNumber);
    letter.paragraphs = {
        decided(departure),
        QStringLiteral("Code de vérification : %1\nAdresse : %2\nEmpreinte de la décision : %3")
            .arg(departure.verificationCode, receipt.verifyAddress, receipt.hash)};
    for (const DepartureStep& step : departure.steps) {
        const QString role = step.roleLabel.isEmpty() ? QString() : QStringLiteral(", ") + step.roleLabel;
        letter.paragraphs.append(QStringLiteral("%1 – compte %2%3\n")
                                     .arg(portals.nameOf(step.portal), step.portalAccountId, role) +
                                 sentence(step, wordOn(receipt, step), departure));
    }
    for (const NewcomerProgress& one : departure.newcomers) {
        letter.paragraphs.append(QStringLiteral("%1 (%2) : ").arg(one.newcomer.name, one.newcomer.email) +
                                 sentence(one, departure));
    }
    return letter;
}

} // namespace proconnect::service

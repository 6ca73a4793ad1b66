// SPDX-License-Identifier: MIT
#include "service/letters/RequestLetter.h"

#include "service/letters/LetterWords.h"

namespace proconnect::service {

Letter requestLetter(const UntoldRequest& request, const RegisteredCompany& company,
                     const PortalConfiguration& portal, const QDateTime& now)
{
    const QString siren = sirenInLetter(company.siren);
    const QString whom =
        company.name.isEmpty()
            ? QStringLiteral("l’entreprise dont le SIREN est %1").arg(siren)
            : QStringLiteral("l’entreprise ") + company.name + QStringLiteral(" (SIREN %1)").arg(siren);
    Letter letter;
    letter.at = now;
    letter.sender = portal.letterAddress.isEmpty() ? QStringList{portal.portal.name} : portal.letterAddress;
    letter.recipient = {QStringLiteral("À l’attention du représentant légal"), company.name, company.address,
                        QStringLiteral("SIREN ") + siren};
    letter.recipient.removeAll(QString());
    letter.dateLine = QStringLiteral("Le ") + dayInLetter(now);
    letter.subject = QStringLiteral("Objet : demande d’accès %1, à laquelle vous seul pouvez répondre")
                         .arg(request.reference);
    letter.paragraphs = {
        QStringLiteral("Madame, Monsieur,"),
        QStringLiteral("Une personne demande à agir sur ") + portal.portal.name + QStringLiteral(" pour ") +
            whom + u'.',
        request.led
            ? QStringLiteral("Nous vous écrivons parce que l’adresse e‑mail de contact de l’entreprise "
                             "manque ou ne reçoit plus nos messages. Ouvrez ProConnect pour répondre, puis "
                             "indiquez une adresse que vous lisez.")
            : QStringLiteral("Nous vous écrivons parce que personne ne dirige encore cette entreprise dans "
                             "ProConnect. Installez ProConnect sur votre ordinateur, identifiez-vous avec "
                             "FranceConnect, puis rattachez l’entreprise par son SIREN : la demande vous y "
                             "attend. Il n’y a aucun justificatif à envoyer."),
        QStringLiteral("Sans réponse de votre part, aucun accès ne s’ouvre : la demande s’annule le %1.")
            .arg(dayInLetter(request.expiresAt)),
        QStringLiteral(
            "Cette lettre ne contient ni code ni lien. Personne ne vous appellera à son sujet pour "
            "vous demander un mot de passe ou un paiement."),
        QStringLiteral("Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.")};
    letter.signature = {portal.portal.name};
    return letter;
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/letters/ClosureLetter.h"

#include "service/letters/LetterWords.h"

namespace proconnect::service {
namespace {

QString accountLines(const PortalAccount& account)
{
    QStringList lines{QStringLiteral("Titulaire : %1")
                          .arg(account.holderName.isEmpty() ? QStringLiteral("compte sans titulaire nommé")
                                                            : account.holderName),
                      QStringLiteral("Identifiant : ") + account.portalAccountId};
    if (!account.email.isEmpty()) {
        lines.append(QStringLiteral("Adresse de connexion : ") + account.email);
    }
    if (!account.roleLabel.isEmpty()) {
        lines.append(QStringLiteral("Rôle : ") + account.roleLabel);
    }
    if (!account.sirets.isEmpty()) {
        constexpr int mostShown = 5;
        const QString more = account.sirets.size() > mostShown
                                 ? QStringLiteral(" et %1 autres").arg(account.sirets.size() - mostShown)
                                 : QString();
        lines.append(QStringLiteral("Établissements (SIRET) : ") +
                     account.sirets.mid(0, mostShown).join(QStringLiteral(", ")) + more);
    }
    return lines.join(u'\n');
}

} // namespace

Letter closureLetter(const ClosureRequest& request, const PortalConfiguration& portal, const QDateTime& now)
{
    const RegisteredCompany& company = request.company;
    Letter letter;
    letter.at = now;
    letter.sender = {company.name, company.address, QStringLiteral("SIREN ") + sirenInLetter(company.siren)};
    letter.sender.removeAll(QString());
    letter.recipient = portal.letterAddress;
    letter.dateLine = QStringLiteral("Le ") + dayInLetter(now);
    letter.subject = QStringLiteral("Objet : fermeture du compte %1").arg(request.account.portalAccountId);
    letter.paragraphs = {
        QStringLiteral("Madame, Monsieur,"),
        QStringLiteral("Je vous demande de fermer le compte suivant, ouvert sur %1 pour l’entreprise %2 "
                       "(SIREN %3) :")
            .arg(portal.portal.name, company.name, sirenInLetter(company.siren)),
        accountLines(request.account),
        QStringLiteral(
            "Cette fermeture a été décidée le %1 sur ProConnect, qui a reconnu le signataire comme "
            "représentant légal de l’entreprise d’après les registres officiels. Chacun peut "
            "vérifier le récépissé de cette décision :")
            .arg(dayInLetter(request.decidedAt)),
        // On lines of their own: somebody will type them.
        QStringLiteral("Récépissé : %1\nCode de vérification : %2\nAdresse : %3")
            .arg(request.receiptNumber, request.verificationCode, request.verifyAddress),
        QStringLiteral(
            "Les déclarations déjà faites avec ce compte restent valables. Merci de m’écrire quand "
            "il est fermé."),
        QStringLiteral("Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.")};
    letter.signature = {request.signatory, request.function};
    letter.signature.removeAll(QString());
    return letter;
}

} // namespace proconnect::service

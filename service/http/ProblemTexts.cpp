// SPDX-License-Identifier: MIT
#include "service/http/ProblemTexts.h"

#include <array>

namespace proconnect::service {
namespace {

struct Text
{
    FailureCode code;
    const char16_t* french;
    const char16_t* english;
};

constexpr std::array texts{
    Text{FailureCode::Offline, u"Le service n’a pas de connexion au réseau.",
         u"The service has no connection to the network."},
    Text{FailureCode::ServiceUnavailable, u"Le service est momentanément indisponible. Réessayez plus tard.",
         u"The service is unavailable for the moment. Try again later."},
    Text{FailureCode::TimedOut, u"La réponse a pris trop de temps. Réessayez plus tard.",
         u"The answer took too long. Try again later."},
    Text{FailureCode::Cancelled, u"L’opération a été interrompue.", u"The operation was interrupted."},
    Text{FailureCode::BadReply, u"Un serveur interrogé a donné une réponse inutilisable.",
         u"A server that was asked gave an unusable answer."},
    Text{FailureCode::TooManyRequests, u"Trop d’appels en peu de temps. Réessayez plus tard.",
         u"Too many calls in a short time. Try again later."},
    Text{FailureCode::UpdateNeeded, u"Cette version de l’application n’est plus acceptée.",
         u"This version of the application is no longer accepted."},
    Text{FailureCode::IdentityProviderUnavailable,
         u"FranceConnect ne répond pas. Réessayez dans quelques minutes.",
         u"FranceConnect does not answer. Try again in a few minutes."},
    Text{FailureCode::SignInAbandoned, u"L’identification a été abandonnée.", u"The sign-in was abandoned."},
    Text{FailureCode::SignInExpired, u"L’identification a expiré. Recommencez-la.",
         u"The sign-in has expired. Start again."},
    Text{FailureCode::SignInOtherPerson, u"L’identification a été faite par une autre personne.",
         u"Another person signed in."},
    Text{FailureCode::SignInRefused, u"L’identification n’a pas été acceptée.",
         u"The sign-in was not accepted."},
    Text{FailureCode::UnknownAddress, u"L’adresse n’est pas reconnue.", u"The address is not recognised."},
    Text{FailureCode::CertificateInvalid, u"Le certificat d’un serveur n’a pas pu être vérifié.",
         u"A server’s certificate could not be verified."},
    Text{FailureCode::ClockWrong, u"L’horloge de l’appelant ne s’accorde pas avec celle du service.",
         u"The caller’s clock disagrees with that of the service."},
    Text{FailureCode::SessionEnded, u"La session est terminée.", u"The session has ended."},
    Text{FailureCode::SignInTooOld, u"Cet acte demande une identification plus récente.",
         u"This act needs a more recent sign-in."},
    Text{FailureCode::StrongSignInNeeded,
         u"Cet acte à fort effet demande une identification renforcée de moins de cinq minutes.",
         u"This act of high effect needs a reinforced sign-in less than five minutes old."},
    Text{FailureCode::SirenInvalid, u"Ce numéro SIREN ou SIRET n’est pas valide.",
         u"This SIREN or SIRET number is not valid."},
    Text{FailureCode::SirenUnknown, u"Ce SIREN est inconnu du répertoire.",
         u"This SIREN is not in the register."},
    Text{FailureCode::CompanyClosed, u"Cette entreprise est fermée.", u"This company is closed."},
    Text{FailureCode::CompanyDuplicate, u"Ce numéro est un doublon : un autre le remplace.",
         u"This number is a duplicate: another stands for it."},
    Text{FailureCode::CompanyNotCovered, u"Cette forme d’entreprise n’est pas couverte.",
         u"This form of company is not covered."},
    Text{FailureCode::NotDirector,
         u"La personne ne figure pas parmi les représentants légaux de l’entreprise.",
         u"The person is not among the company’s legal representatives."},
    Text{FailureCode::NeedsReview, u"Un agent doit vérifier cette situation.",
         u"Somebody must verify this situation."},
    Text{FailureCode::RegistryUnavailable,
         u"Les répertoires d’entreprises ne répondent pas. Réessayez plus tard.",
         u"The business registers do not answer. Try again later."},
    Text{FailureCode::MandateEnded, u"Le mandat de cette personne a pris fin.",
         u"This person’s mandate has ended."},
    Text{FailureCode::NotAllowed, u"Cet acte n’est pas permis à l’appelant.", u"The caller may not do this."},
    Text{FailureCode::AlreadyDecided, u"Une réponse a déjà été donnée.", u"An answer was already given."},
    Text{FailureCode::RequestGone, u"Cette demande n’existe plus.", u"This request no longer exists."},
    Text{FailureCode::VersionChanged, u"L’objet a changé entre-temps. Relisez-le avant de décider.",
         u"The object has changed meanwhile. Read it again before deciding."},
    Text{FailureCode::LastHand,
         u"Plus personne n’administrerait ce portail. Il faut un départ qui nomme qui prend la suite.",
         u"Nobody would administer this portal any more. It takes a departure that names who takes over."},
    Text{FailureCode::ReplacedGone, u"Le compte à fermer n’est pas ouvert sur ce portail.",
         u"The account to close is not open on this portal."},
    Text{FailureCode::ReplacedClosing, u"Le compte à fermer l’est déjà, ou sa fermeture est décidée.",
         u"The account to close is closed, or its closing is decided."},
    Text{FailureCode::ReplacedLastHand,
         u"Plus personne n’administrerait ce que fait le compte à fermer : la demande ne porte pas dessus.",
         u"Nobody would administer what the account to close does: the request does not ask for that."},
    Text{FailureCode::ReplacedUnfit, u"Ce compte ne peut pas être fermé avec cette réponse.",
         u"This account cannot be closed with this answer."},
    Text{FailureCode::PortalUnavailable, u"Le portail ne répond pas. Réessayez plus tard.",
         u"The portal does not answer. Try again later."},
    Text{FailureCode::PortalRefused, u"Le portail n’a pas accepté l’opération.",
         u"The portal did not accept the operation."},
    Text{FailureCode::EmailInvalid, u"Cette adresse mél n’est pas valide.",
         u"This e-mail address is not valid."},
    Text{FailureCode::EmailTooLong, u"Cette adresse mél dépasse 110 caractères.",
         u"This e-mail address is longer than 110 characters."},
    Text{FailureCode::EmailDisposable, u"Les adresses mél jetables ne sont pas acceptées.",
         u"Disposable e-mail addresses are not accepted."},
    Text{FailureCode::EmailUnreachable, u"Cette adresse mél ne reçoit pas de messages.",
         u"This e-mail address receives no messages."},
    Text{FailureCode::CodeWrong, u"Ce code n’est pas le bon.", u"This code is not the right one."},
    Text{FailureCode::CodeExpired, u"Ce code a expiré.", u"This code has expired."},
    Text{FailureCode::CodeTriesExhausted, u"Trop d’essais. Demandez un nouveau code.",
         u"Too many tries. Ask for a new code."},
    Text{FailureCode::KeyStoreUnavailable, u"Le trousseau de clés ne répond pas.",
         u"The key store does not answer."},
    Text{FailureCode::StorageFull, u"Le service ne peut plus rien enregistrer. Rien n’a été pris en compte.",
         u"The service can record nothing more. Nothing was taken into account."},
    Text{FailureCode::StorageUnreadable, u"Les données du service ne peuvent pas être lues.",
         u"The service’s data cannot be read."},
    Text{FailureCode::InvalidRequest, u"L’appel ne respecte pas le format attendu.",
         u"The call does not follow the expected format."},
    Text{FailureCode::NotFound, u"Cette adresse ou cet objet n’existe pas.",
         u"This address or object does not exist."},
    Text{FailureCode::Unauthorized, u"L’appelant n’est pas identifié.", u"The caller is not identified."},
    Text{FailureCode::Conflict, u"L’opération contredit l’état présent.",
         u"The operation contradicts the present state."},
    Text{FailureCode::IdempotencyKeyReused, u"Cette clé Idempotency-Key a servi à un autre appel.",
         u"This Idempotency-Key was used for another call."},
    Text{FailureCode::Internal, u"Le service a rencontré une erreur. Rien n’a été pris en compte.",
         u"The service met an error. Nothing was taken into account."},
};

static_assert([] {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].code != static_cast<FailureCode>(i)) {
            return false;
        }
    }
    return texts.size() == static_cast<std::size_t>(FailureCode::Internal) + 1;
}());

} // namespace

QString problemDetail(FailureCode code, ProblemLanguage language)
{
    const Text& text = texts[static_cast<std::size_t>(code)];
    return QString::fromUtf16(language == ProblemLanguage::English ? text.english : text.french);
}

} // namespace proconnect::service

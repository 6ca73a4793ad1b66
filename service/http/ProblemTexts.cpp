// SPDX-License-Identifier: MIT
#include "service/http/ProblemTexts.h"

#include <array>

namespace proconnect::service {
namespace {

struct Text
{
    FailureCode code;
    const char16_t* detail;
};

constexpr std::array texts{
    Text{FailureCode::Offline, u"Le service n’a pas de connexion au réseau."},
    Text{FailureCode::ServiceUnavailable, u"Le service est momentanément indisponible. Réessayez plus tard."},
    Text{FailureCode::TimedOut, u"La réponse a pris trop de temps. Réessayez plus tard."},
    Text{FailureCode::Cancelled, u"L’opération a été interrompue."},
    Text{FailureCode::BadReply, u"Un serveur interrogé a donné une réponse inutilisable."},
    Text{FailureCode::TooManyRequests, u"Trop d’appels en peu de temps. Réessayez plus tard."},
    Text{FailureCode::UpdateNeeded, u"Cette version de l’application n’est plus acceptée."},
    Text{FailureCode::IdentityProviderUnavailable,
         u"FranceConnect ne répond pas. Réessayez dans quelques minutes."},
    Text{FailureCode::SignInAbandoned, u"L’identification a été abandonnée."},
    Text{FailureCode::SignInExpired, u"L’identification a expiré. Recommencez-la."},
    Text{FailureCode::SignInOtherPerson, u"L’identification a été faite par une autre personne."},
    Text{FailureCode::SignInRefused, u"L’identification n’a pas été acceptée."},
    Text{FailureCode::UnknownAddress, u"L’adresse n’est pas reconnue."},
    Text{FailureCode::CertificateInvalid, u"Le certificat d’un serveur n’a pas pu être vérifié."},
    Text{FailureCode::ClockWrong, u"L’horloge de l’appelant ne s’accorde pas avec celle du service."},
    Text{FailureCode::SessionEnded, u"La session est terminée."},
    Text{FailureCode::SignInTooOld, u"Cet acte demande une identification plus récente."},
    Text{FailureCode::SirenInvalid, u"Ce numéro SIREN ou SIRET n’est pas valide."},
    Text{FailureCode::SirenUnknown, u"Ce SIREN est inconnu du répertoire."},
    Text{FailureCode::CompanyClosed, u"Cette entreprise est fermée."},
    Text{FailureCode::CompanyDuplicate, u"Ce numéro est un doublon : un autre le remplace."},
    Text{FailureCode::CompanyNotCovered, u"Cette forme d’entreprise n’est pas couverte."},
    Text{FailureCode::NotDirector,
         u"La personne ne figure pas parmi les représentants légaux de l’entreprise."},
    Text{FailureCode::NeedsReview, u"Un agent doit vérifier cette situation."},
    Text{FailureCode::RegistryUnavailable,
         u"Les répertoires d’entreprises ne répondent pas. Réessayez plus tard."},
    Text{FailureCode::MandateEnded, u"Le mandat de cette personne a pris fin."},
    Text{FailureCode::NotAllowed, u"Cet acte n’est pas permis à l’appelant."},
    Text{FailureCode::AlreadyDecided, u"Une réponse a déjà été donnée."},
    Text{FailureCode::RequestGone, u"Cette demande n’existe plus."},
    Text{FailureCode::VersionChanged, u"L’objet a changé entre-temps. Relisez-le avant de décider."},
    Text{FailureCode::PortalUnavailable, u"Le portail ne répond pas. Réessayez plus tard."},
    Text{FailureCode::PortalRefused, u"Le portail n’a pas accepté l’opération."},
    Text{FailureCode::EmailInvalid, u"Cette adresse mél n’est pas valide."},
    Text{FailureCode::EmailTooLong, u"Cette adresse mél dépasse 110 caractères."},
    Text{FailureCode::EmailDisposable, u"Les adresses mél jetables ne sont pas acceptées."},
    Text{FailureCode::EmailUnreachable, u"Cette adresse mél ne reçoit pas de messages."},
    Text{FailureCode::CodeWrong, u"Ce code n’est pas le bon."},
    Text{FailureCode::CodeExpired, u"Ce code a expiré."},
    Text{FailureCode::CodeTriesExhausted, u"Trop d’essais. Demandez un nouveau code."},
    Text{FailureCode::KeyStoreUnavailable, u"Le trousseau de clés ne répond pas."},
    Text{FailureCode::StorageFull, u"Le service ne peut plus rien enregistrer. Rien n’a été pris en compte."},
    Text{FailureCode::StorageUnreadable, u"Les données du service ne peuvent pas être lues."},
    Text{FailureCode::InvalidRequest, u"L’appel ne respecte pas le format attendu."},
    Text{FailureCode::NotFound, u"Cette adresse ou cet objet n’existe pas."},
    Text{FailureCode::Unauthorized, u"L’appelant n’est pas identifié."},
    Text{FailureCode::Conflict, u"L’opération contredit l’état présent."},
    Text{FailureCode::Internal, u"Le service a rencontré une erreur. Rien n’a été pris en compte."},
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

QString problemDetail(FailureCode code)
{
    return QString::fromUtf16(texts[static_cast<std::size_t>(code)].detail);
}

} // namespace proconnect::service

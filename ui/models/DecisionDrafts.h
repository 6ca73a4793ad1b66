// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/Decision.h"
#include "core/model/PortalAccount.h"

namespace proconnect::ui {

/// Decisions as the screens draft them: what is decided, on which version, and the sentence that was shown.
/// The decision desk adds the identifier and the instant.

[[nodiscard]] Decision draftAcceptance(const QString& siren, const AccessRequest& request,
                                       const QString& shown, const std::optional<QDate>& until = std::nullopt,
                                       const QStringList& withheldRights = {});
/// An acceptance that closes the account which the person takes over; `person`: its holder, as shown.
[[nodiscard]] Decision draftReplacement(const QString& siren, const AccessRequest& request,
                                        const QString& shown, const QString& person,
                                        const DepartureItem& account);
[[nodiscard]] Decision draftQuestion(const QString& siren, const AccessRequest& request, const QString& shown,
                                     const QString& question);
/// `delegation`: the identifier of the delegation of whoever shall answer.
[[nodiscard]] Decision draftForwarding(const QString& siren, const AccessRequest& request,
                                       const QString& shown, const QString& delegation);
[[nodiscard]] Decision draftRefusal(const QString& siren, const AccessRequest& request, const QString& shown,
                                    RefusalReason reason, const QString& comment = {});
[[nodiscard]] Decision draftClosure(const QString& siren, const PortalAccount& account, const QString& shown);
[[nodiscard]] Decision draftCertification(const QString& siren, const PortalAccount& account,
                                          const QString& shown);

/// `id`: the departure's new identifier.
[[nodiscard]] Decision draftDeparture(const QString& siren, const QString& id, const DepartureTerms& terms,
                                      const QString& shown);
[[nodiscard]] Decision draftStop(const QString& siren, const QString& departure, const QString& shown);
[[nodiscard]] Decision draftDeclaration(const QString& siren, const PortalAccount& account,
                                        const QString& shown);
[[nodiscard]] Decision draftRestoration(const QString& siren, const PortalAccount& account,
                                        const QString& shown);

/// `orphan`: the account of the administrator who has left; `successor`: that of whoever takes over.
[[nodiscard]] Decision draftSubstitution(const QString& siren, const PortalAccount& orphan,
                                         const PortalAccount& successor, const QString& shown);

} // namespace proconnect::ui

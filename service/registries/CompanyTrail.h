// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RneFormat.h"

#include <QHash>

#include <functional>
#include <optional>

namespace proconnect::service {

/// The way from a company to the humans behind those of its officers that are companies, for one lookup: at
/// most three companies deep and eight in all, each asked for once. A company leads to somebody only where
/// the RNE and SIRENE both say that it is active; one whose entry names its representative may be unknown to
/// the RNE, which does not have everybody. A silence about one leaves it out; an answer that does not say who
/// leads it, or a refusal, is no silence: it leads to nobody.
class CompanyTrail
{
public:
    using People = QList<certification::OfficerRecord>;
    using Rne = std::function<Outcome<RneCompany>(const SirenNumber& siren)>;

    CompanyTrail(const SirenNumber& start, Rne rne, Registry& sirene);

    /// Adds who stands behind `companies` to `officers`, each in the position that their company holds, or
    /// the position itself where it leads to nobody. Who stands behind a company that could not be asked is
    /// left out, and once one could not, no other is asked.
    void follow(const QList<CompanyOfficer>& companies, People& officers) { follow(companies, 1, officers); }
    [[nodiscard]] bool incomplete() const { return m_incomplete; }

private:
    using Found = std::optional<People>;

    /// What the registers say of a company that is an officer.
    struct Known
    {
        bool active = false;
        bool saysWhoLeads = false; ///< the RNE
        People people;             ///< in office there
        People gone;               ///< not in office any more
        QList<CompanyOfficer> companies;
    };

    void follow(const QList<CompanyOfficer>& companies, int depth, People& officers);
    /// Those in the position of `officer`; nothing when it leads to nobody.
    [[nodiscard]] Outcome<Found> behind(const CompanyOfficer& officer, int depth);
    /// Those who represent a company, in positions of their own.
    [[nodiscard]] Outcome<Found> leading(const SirenNumber& siren, const Known& known, int depth);
    [[nodiscard]] bool leadsToNobody(const SirenNumber& siren) const;
    [[nodiscard]] Outcome<Known> known(const SirenNumber& siren);
    [[nodiscard]] Outcome<Known> ask(const SirenNumber& siren);

    Rne m_rne;
    Registry& m_sirene;
    QHash<QString, Known> m_known;
    QHash<QString, Found> m_leading; ///< nothing while a company is being followed: a circle leads to nobody
    qsizetype m_found = 0;
    bool m_incomplete = false;
};

} // namespace proconnect::service

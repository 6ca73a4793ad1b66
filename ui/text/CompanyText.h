// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QString>
#include <QStringList>

namespace proconnect::ui {

/// Names that a snapshot gives to its identifiers. Holds no copy: the snapshot must outlive it.
class CompanyText
{
public:
    explicit CompanyText(const CompanySnapshot& snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] const CompanySnapshot& snapshot() const { return m_snapshot; }
    /// The portal's name; its identifier when the snapshot does not know it.
    [[nodiscard]] QString portalName(const QString& id) const;
    /// "Lyon (siège)"; the SIRET when the snapshot does not know it.
    [[nodiscard]] QString establishmentName(const QString& siret) const;
    /// "Tous les sites", "Lyon (siège)", "Lyon (siège) et Grenoble", "3 sites"
    [[nodiscard]] QString establishments(const QStringList& sirets) const;
    /// True when `sirets` stands for the whole company.
    [[nodiscard]] bool wholeCompany(const QStringList& sirets) const;
    /// "Déclarer la TVA, consulter le compte fiscal"; `fallback` when there is no right.
    [[nodiscard]] static QString rights(const QList<PortalRight>& rights, const QString& fallback);
    /// The same on one line: two rights at most, and how many others.
    [[nodiscard]] static QString rightsInBrief(const QList<PortalRight>& rights, const QString& fallback);
    /// True when `email` is of a domain that the company is known to use.
    [[nodiscard]] bool companyAddress(const QString& email) const;
    /// How the accounts of `portal` were learnt; nothing known counts as never.
    [[nodiscard]] PortalSource source(const QString& portal) const;

private:
    const CompanySnapshot& m_snapshot;
};

} // namespace proconnect::ui

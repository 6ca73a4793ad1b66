// SPDX-License-Identifier: MIT
#include "service/registries/GoneCompanies.h"

#include "core/certification/NameFolding.h"
#include "core/certification/Roles.h"
#include "core/model/BusinessNumbers.h"

#include <algorithm>

namespace proconnect::service {
namespace {

QString numberOf(const CompanyName& company)
{
    const auto siren = SirenNumber::parse(company.siren);
    return siren ? siren->digits() : QString();
}

} // namespace

void GoneCompanies::add(const CompanyName& company, const certification::OfficerRecord& position)
{
    const Entry entry{certification::foldedLetters(company.denomination), position};
    const QString number = numberOf(company);
    (number.isEmpty() ? m_numberless : m_byNumber[number]).append(entry);
    m_all.append(entry);
}

bool GoneCompanies::mayHold(const CompanyName& company, const certification::OfficerRecord& position) const
{
    const QString number = numberOf(company);
    const QString name = certification::foldedLetters(company.denomination);
    const auto samePosition = [&position](const Entry& entry) {
        return certification::mayBeSamePosition(entry.position, position);
    };
    const auto sameName = [&](const Entry& entry) {
        return (name.isEmpty() || entry.name.isEmpty() || name == entry.name) && samePosition(entry);
    };
    const QList<Entry> sameNumber = m_byNumber.value(number);
    const QList<Entry>& perhaps = number.isEmpty() ? m_all : m_numberless;
    return std::any_of(sameNumber.begin(), sameNumber.end(), samePosition) ||
           std::any_of(perhaps.begin(), perhaps.end(), sameName);
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#include "service/registries/GoneCompanies.h"

#include "core/certification/NameFolding.h"
#include "core/model/BusinessNumbers.h"

namespace proconnect::service {
namespace {

QString numberOf(const CompanyName& company)
{
    const auto siren = SirenNumber::parse(company.siren);
    return siren ? siren->digits() : QString();
}

} // namespace

void GoneCompanies::Named::add(const QString& name, const certification::OfficerRecord& position)
{
    byName[name].add(position);
    any.add(position);
}

bool GoneCompanies::Named::mayHold(const QString& name, const certification::OfficerRecord& position) const
{
    return name.isEmpty() ? any.mayHold(position)
                          : byName.value(name).mayHold(position) || byName.value(QString()).mayHold(position);
}

void GoneCompanies::add(const CompanyName& company, const certification::OfficerRecord& position)
{
    const QString number = numberOf(company);
    const QString name = certification::foldedLetters(company.denomination);
    if (number.isEmpty()) {
        m_numberless.add(name, position);
    } else {
        m_byNumber[number].add(position);
    }
    m_all.add(name, position);
}

bool GoneCompanies::mayHold(const CompanyName& company, const certification::OfficerRecord& position) const
{
    const QString number = numberOf(company);
    const Named& perhaps = number.isEmpty() ? m_all : m_numberless;
    return m_byNumber.value(number).mayHold(position) ||
           perhaps.mayHold(certification::foldedLetters(company.denomination), position);
}

} // namespace proconnect::service

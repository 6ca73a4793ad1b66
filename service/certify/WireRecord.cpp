// SPDX-License-Identifier: MIT
#include "service/certify/WireRecord.h"

#include "service/registries/RcsFormat.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SireneFormat.h"
#include "service/registries/SoleOffices.h"

namespace proconnect::service {
namespace {

/// The object itself, or the one that an envelope of the register's own answer holds.
QJsonObject opened(const QJsonObject& record, std::initializer_list<const char*> envelope)
{
    QJsonObject inner = record;
    for (const char* member : envelope) {
        const QJsonValue value = inner.value(QLatin1String(member));
        inner = value.isObject() ? value.toObject() : inner;
    }
    return inner;
}

WireRecord readSirene(const QJsonObject& unit, const QDate& today)
{
    WireRecord read{{officerOfSirene(unit, today)}, {}};
    const RegisteredCompany company = companyOfSirene(unit, today);
    read.gate.active = company.state != RegisteredCompany::State::Closed;
    // Whoever is named in a company's unit, its form says that nobody is the company.
    const bool ofCompany = !company.legalForm.isEmpty() && !company.legalForm.startsWith(u'1');
    read.gate.disputed = company.stateUnreadable || ofCompany;
    return read;
}

WireRecord readRne(const QJsonObject& record, const QDate& today)
{
    const bool isContent = record.contains(QLatin1String("personneMorale")) ||
                           record.contains(QLatin1String("personnePhysique")) ||
                           record.contains(QLatin1String("exploitation")) ||
                           record.contains(QLatin1String("natureCessationEntreprise"));
    if (!isContent) {
        return {{officerOfRnePower(record, today)}, {}};
    }
    RneContent content = parseRneContent(record, today);
    doubtSharedOffices(content);
    WireRecord read{content.officers, {}};
    for (const CompanyOfficer& company : content.companyOfficers) {
        read.officers.append(company.position); // nobody is asked here who stands behind it
    }
    read.gate.active = !content.closed;
    read.gate.disputed = content.closingUnreadable;
    return read;
}

} // namespace

std::optional<WireRecord> readWireRecord(const QString& registry, const QJsonObject& record,
                                         const QDate& today)
{
    if (registry == u"insee") {
        return readSirene(opened(record, {"uniteLegale"}), today);
    }
    if (registry == u"rne") {
        return readRne(opened(record, {"formality", "content"}), today);
    }
    if (registry == u"rcs") {
        return WireRecord{{officerOfRcs(opened(record, {"data"}))}, {}};
    }
    return std::nullopt;
}

} // namespace proconnect::service

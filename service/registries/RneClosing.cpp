// SPDX-License-Identifier: MIT
#include "service/registries/RneClosing.h"

#include "service/registries/RegistryJson.h"

namespace proconnect::service {
namespace {

/// What is written of a closing; in another container than the register's own, nobody can read it.
QJsonObject closingIn(const QJsonObject& holder, QLatin1String member, RneClosing& closing)
{
    const QJsonValue value = holder.value(member);
    closing.doubtful = closing.doubtful || (!value.isObject() && isWritten(holder, member));
    return value.toObject();
}

/// A day of the past; what cannot be read is a doubt.
std::optional<QDate> dayPast(const QJsonObject& entry, const char* member, const QDate& today,
                             RneClosing& closing)
{
    const QString written = entryOf(entry, QLatin1String(member));
    // Qt reads a date and forgives what stands behind it.
    const QString day = dayOf(written);
    const QDate read = day.size() > dayLength ? QDate() : QDate::fromString(day, Qt::ISODate);
    const QDate date = read.year() >= oldestOfficeYear ? read : QDate();
    closing.doubtful = closing.doubtful || (!written.isEmpty() && !date.isValid());
    return date.isValid() && date <= today ? std::optional{date} : std::nullopt;
}

void readStrikingOff(const QJsonObject& holder, const QDate& today, RneClosing& closing)
{
    const QJsonObject detail = closingIn(holder, QLatin1String("detailCessationEntreprise"), closing);
    for (const char* member : {"dateRadiation", "dateCessationTotaleActivite", "dateEffet"}) {
        if (const auto date = dayPast(detail, member, today, closing)) {
            closing.struckOffOn = date;
            break;
        }
    }
    // A liquidator leads a company that was dissolved, whoever else is still listed; once the liquidation is
    // closed, or all went to another, or the trader died, nobody does.
    for (const char* member :
         {"dateDissolutionDisparition", "dateClotureLiquidation", "dateTransfertPatrimoine"}) {
        const auto ended = dayPast(detail, member, today, closing);
        closing.doubtful = closing.doubtful || ended.has_value();
    }
    for (const char* member :
         {"indicateurDissolution", "indicateurDisparitionPM", "indicateurDecesEntrepreneur"}) {
        const QLatin1String flag(member);
        closing.doubtful = closing.doubtful || flagOf(detail, flag).value_or(isWritten(detail, flag));
    }
}

/// What the identity of a company says beside its closing: struck off in one place and not in the other.
void readIdentity(const QJsonObject& branch, const QDate& today, RneClosing& closing)
{
    const QJsonObject identity = branch.value(QLatin1String("identite")).toObject();
    const auto struckOff =
        dayPast(identity.value(QLatin1String("entreprise")).toObject(), "dateRad", today, closing);
    const auto dissolved = dayPast(identity.value(QLatin1String("description")).toObject(),
                                   "dateDissolutionDisparition", today, closing);
    closing.doubtful = closing.doubtful || struckOff || dissolved;
}

} // namespace

RneClosing rneClosingOf(const QJsonObject& content, const QDate& today)
{
    RneClosing closing;
    for (const QLatin1String member : rneBranches) {
        const QJsonObject branch = content.value(member).toObject();
        readStrikingOff(branch, today, closing);
        readIdentity(branch, today, closing);
    }
    readStrikingOff(content, today, closing);
    const QString state = entryOf(closingIn(content, QLatin1String("natureCessationEntreprise"), closing),
                                  QLatin1String("etatAdministratifInsee"));
    const bool ceased = state == u"C" || state == u"F";
    closing.closed = closing.struckOffOn.has_value() || ceased;
    closing.doubtful = closing.doubtful || (!state.isEmpty() && !ceased && state != u"A");
    return closing;
}

} // namespace proconnect::service

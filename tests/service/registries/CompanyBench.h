// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RneRegistry.h"
#include "tests/service/registries/Fixture.h"
#include "tests/service/registries/RegistryBench.h"

#include <QHash>

namespace proconnect::service {

using namespace Qt::StringLiterals;

inline QByteArray companyWithOfficer(const char* own, const char* officer)
{
    return QByteArray(R"({"formality":{"siren":")") + own +
           R"(","formeJuridique":"5710","content":{"personneMorale":{"composition":{"pouvoirs":[)"
           R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":")" +
           officer + R"("}}]}}}}})";
}

/// Claire at the head of a company; `office`: members of her power.
inline QByteArray ledByClaire(const char* office)
{
    return QByteArray(R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[{)") + office +
           R"("typeDePersonne":"INDIVIDU","roleEntreprise":"30","individu":{"descriptionPersonne":)"
           R"({"nom":"FABRE","prenoms":["CLAIRE"]}}}]}}}}})";
}

/// Somebody who resigned, and a holding.
inline QByteArray ledByTheHoldingAndAHuman()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace("}]", R"(},{"typeDePersonne":"INDIVIDU","mentionDemissionOrdre":true,"roleEntreprise":"73",)"
                       R"("individu":{"descriptionPersonne":{"nom":"MARTIN"}}}])");
    return body;
}

/// SIRENE, which says the same of every company.
class Units final : public Registry
{
public:
    Units() { state(RegisteredCompany::State::Active); }
    void state(RegisteredCompany::State state)
    {
        RegistryAnswer unit;
        unit.company.state = state;
        answer = unit;
    }
    Outcome<RegistryAnswer> lookup(const SirenNumber& number) override
    {
        asked.append(number.digits());
        return answer;
    }
    Outcome<RegistryAnswer> answer = Failure{FailureCode::RegistryUnavailable, {}, {}};
    QStringList asked;
};

/// A number of nine digits, the last of which is the key of the first eight.
inline QString sirenOf(int number)
{
    const QString digits = QString::number(number).rightJustified(8, u'0');
    for (int key = 0; key < 10; ++key) {
        if (SirenNumber::parse(digits + QString::number(key))) {
            return digits + QString::number(key);
        }
    }
    return {};
}

/// Answers each company with the body that is kept for its SIREN.
inline ScriptedHttpClient::Script answering(const QHash<QString, QByteArray>& bodies)
{
    return [bodies](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request) ? tokenReply()
                                : reply(200, bodies.value(request.url.path().section(u'/', -1)));
    };
}

} // namespace proconnect::service

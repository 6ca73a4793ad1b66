// SPDX-License-Identifier: MIT
#include "tests/tools/FakeService.h"

namespace proconnect {

FakeService::FakeService(const Clock& clock)
    : ScriptedServer([this](const Request& request) { return respond(request); }), m_clock(clock)
{
    snapshot.cursor = 1;
    snapshot.asOf = clock.now();
    profile.subject = QStringLiteral("anne");
}

FakeService::~FakeService() = default;

QUrl FakeService::completion(const QString& query) const
{
    QUrl address = url();
    address.setPath(QStringLiteral("/sign-in/complete"));
    address.setQuery(query);
    return address;
}

void FakeService::endSession(const QString& argument)
{
    m_refresh = -1;
    m_endArgument = argument;
}

QByteArray FakeService::respond(const Request& request)
{
    if (!fault.isEmpty()) {
        return fault;
    }
    if (request.path == "/v1/sign-in/transactions") {
        return openTransaction(request);
    }
    if (request.path == "/v1/oauth/token") {
        return tokenFault.isEmpty() ? grant(request) : tokenFault;
    }
    QUrl target = url();
    target.setPath(QString::fromLatin1(request.path));
    const QByteArray token = request.headers.value("authorization").mid(5);
    const auto proof =
        Dpop::verify(request.headers.value("dpop"), request.method, target, m_clock.now(), token);
    if (m_refresh < 0) {
        return problem(401, "session-ended", m_endArgument);
    }
    if (!proof || proof.value().thumbprint != m_thumbprint || token != accessToken()) {
        return problem(401, "unauthorized");
    }
    return authenticated(request, proof.value().key);
}

QByteArray FakeService::openTransaction(const Request& request)
{
    const auto body = fromJson<SignInRequest>(request.json(), FailureCode::InvalidRequest);
    if (!body) {
        return problem(400, "invalid-request");
    }
    lastRequest = body.value();
    m_thumbprint = body.value().dpopJkt;
    QUrl start = url();
    start.setPath(QStringLiteral("/sign-in/start/ticket"));
    if (completionElsewhere) {
        start.setHost(QStringLiteral("attacker.example"));
    }
    const QByteArray date =
        QLocale::c()
            .toString(m_clock.now().addSecs(clockAhead), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
            .toLatin1();
    return json(201,
                toJson(SignInTransaction{QStringLiteral("tx"),
                                         start.toString(),
                                         completion({}).toString(QUrl::RemoveQuery),
                                         {start.authority()},
                                         m_clock.now().addSecs(600)}),
                "Date: " + date + " GMT\r\n");
}

QByteArray FakeService::grant(const Request& request)
{
    QUrl target = url();
    target.setPath(QStringLiteral("/v1/oauth/token"));
    const auto proof = Dpop::verify(request.headers.value("dpop"), "POST", target, m_clock.now());
    const QUrlQuery form(QString::fromLatin1(request.body));
    const auto field = [&form](const char* name) {
        return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    if (!proof || proof.value().thumbprint != m_thumbprint) {
        return problem(401, "unauthorized");
    }
    if (field("grant_type") == QLatin1String("authorization_code")) {
        const QByteArray challenge =
            QCryptographicHash::hash(field("code_verifier").toLatin1(), QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (field("code") != QLatin1String("good") ||
            lastRequest.codeChallenge != QString::fromLatin1(challenge)) {
            return problem(400, "sign-in-refused");
        }
        m_refresh = 0;
        signInTooOld = neverContent;
        profile.signedInAt = m_clock.now();
    } else {
        ++m_refreshes;
        if (m_refresh < 0 || field("refresh_token") != QStringLiteral("r%1").arg(m_refresh)) {
            return problem(401, "session-ended", m_endArgument);
        }
    }
    ++m_refresh;
    ++m_access;
    return json(200, toJson(TokenGrant{QString::fromLatin1(accessToken()), QStringLiteral("DPoP"), expiresIn,
                                       QStringLiteral("r%1").arg(m_refresh), 2'592'000}));
}

QByteArray FakeService::authenticated(const Request& request, const Jwk& key)
{
    if (request.path == "/v1/me") {
        return json(200, toJson(profile));
    }
    if (request.path == "/v1/sign-out") {
        ++signOuts;
        m_refresh = -1;
        return json(200, toJson(signOutReply));
    }
    if (request.path.endsWith("/snapshot")) {
        const QByteArray tag = '"' + QByteArray::number(snapshot.cursor) + '"';
        if (delta && request.headers.value("a-im") == "accounts" &&
            request.headers.contains("if-none-match")) {
            return json(226, toJson(*std::exchange(delta, std::nullopt)), "ETag: " + tag + "\r\n");
        }
        return request.headers.value("if-none-match") == tag
                   ? answer(304, {}, "application/json", "ETag: " + tag + "\r\n")
                   : json(200, toJson(snapshot), "ETag: " + tag + "\r\n");
    }
    if (request.path.endsWith("/decisions")) {
        return decide(request, key);
    }
    if (signInTooOld) {
        return problem(401, "sign-in-too-old");
    }
    return request.path.endsWith("/acts") ? delegationAct(request, key) : ofHighEffect(request);
}

QByteArray FakeService::delegationAct(const Request& request, const Jwk& key)
{
    const auto claims = signedClaims(request, key, QStringLiteral("delegation-act+jwt"));
    const auto act = claims ? fromJson<DelegationAct>(claims.value(), FailureCode::InvalidRequest)
                            : Outcome<DelegationAct>(claims.failure());
    if (!act || !request.path.contains(act.value().delegation.toLatin1())) {
        return problem(400, "invalid-request");
    }
    delegationActs.append(act.value());
    return json(200, toJson(samples::delegation()));
}

Outcome<QJsonObject> FakeService::signedClaims(const Request& request, const Jwk& key,
                                               const QString& type) const
{
    JwsRules rules;
    rules.type = type;
    const auto jws = Jws::verify(request.body, key, rules);
    auto claims = jws ? jws.value().claims() : Outcome<QJsonObject>(jws.failure());
    if (claims && claims.value()[QLatin1String("iss")].toString() != m_thumbprint) {
        return Failure{FailureCode::Unauthorized, {}, {}};
    }
    return claims;
}

QByteArray FakeService::ofHighEffect(const Request& request)
{
    if (request.path == "/v1/company-checks") {
        CompanyCheck check;
        check.siren = request.json().value(QLatin1String("siren")).toString();
        check.result = CheckResult::Certified;
        check.checkedAt = m_clock.now();
        return json(200, toJson(check));
    }
    if (request.path == "/v1/companies") {
        ++attachments;
        return json(201, toJson(samples::company()));
    }
    if (request.path.endsWith("/verifications")) {
        ++codesSent;
        return json(201, toJson(EmailVerification{QStringLiteral("v1"),
                                                  request.json().value(QLatin1String("address")).toString(),
                                                  m_clock.now().addSecs(1800), 5}));
    }
    if (request.path == "/v1/delegations/answers") {
        invitationAnswers.append(request.json());
        return json(200, toJson(invitation));
    }
    return problem(404, "not-found");
}

QByteArray FakeService::decide(const Request& request, const Jwk& key)
{
    if (!decisionFault.isEmpty()) {
        return decisionFault;
    }
    const auto claims = signedClaims(request, key, QStringLiteral("decision+jwt"));
    const auto decision = claims ? fromJson<Decision>(claims.value(), FailureCode::InvalidRequest)
                                 : Outcome<Decision>(claims.failure());
    if (!decision) {
        return problem(400, "invalid-request");
    }
    const bool known = std::any_of(decisions.begin(), decisions.end(),
                                   [&](const Decision& taken) { return taken.id == decision.value().id; });
    if (!known) {
        decisions.append(decision.value());
    }
    whenTaken();
    if (loseDecisionAnswers) {
        return "HTTP/1.1 ";
    }
    return json(known ? 200 : 201,
                toJson(DecisionReceipt{decision.value().id, m_clock.now(), QStringLiteral("RC-2026-000123"),
                                       QStringLiteral("ABCD")}));
}

} // namespace proconnect

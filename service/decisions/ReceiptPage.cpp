// SPDX-License-Identifier: MIT
#include "service/decisions/ReceiptPage.h"

#include "service/evidence/EvidenceChain.h"
#include "service/http/Router.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr qsizetype codeLength = 19;

HttpResponse page(int status, const QString& content)
{
    const QString html =
        QStringLiteral(
            "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width\"><title>Vérifier un récépissé – "
            "ProConnect</title></head><body><main>"
            "<h1>Vérifier un récépissé</h1>%1<form method=\"post\" action=\"/verify\"><label "
            "for=\"code\">Code de "
            "vérification <span lang=\"en\">(verification code)</span></label> <input id=\"code\" "
            "name=\"code\" "
            "maxlength=\"19\" autocomplete=\"off\" required> "
            "<button>Vérifier</button></form></main></body></html>")
            .arg(content);
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"Content-Security-Policy",
              "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
             {"Referrer-Policy", "no-referrer"}},
            html.toUtf8()};
}

QString said(const QString& french, const QString& english)
{
    return QStringLiteral("<p><strong>%1</strong></p><p lang=\"en\">%2</p>").arg(french, english);
}

} // namespace

void ReceiptPage::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/verify"), [](const HttpRequest&) { return page(200, {}); });
    router.add("POST", QStringLiteral("/verify"),
               [this](const HttpRequest& request) { return answer(request); });
}

HttpResponse ReceiptPage::answer(const HttpRequest& request)
{
    const auto form = request.form();
    if (!form) {
        return HttpResponse::problem(form.failure());
    }
    const QString code = form.value().value(QStringLiteral("code")).trimmed().toUpper();
    if (code.size() != codeLength) {
        return page(400, said(QStringLiteral("Un code a la forme XXXX-XXXX-XXXX-XXXX."),
                              QStringLiteral("A code reads XXXX-XXXX-XXXX-XXXX.")));
    }
    const auto found =
        m_database.read<Finding>([&](QSqlDatabase& connection) { return find(connection, code); });
    if (!found) {
        return HttpResponse::problem(found.failure());
    }
    const Finding& finding = found.value();
    if (!finding.known) {
        return page(404, said(QStringLiteral("Aucun récépissé ne porte ce code."),
                              QStringLiteral("No receipt bears this code.")));
    }
    if (!finding.whole) {
        return page(409, said(QStringLiteral("Ce récépissé existe, mais sa preuve a été altérée."),
                              QStringLiteral("This receipt exists, but its evidence was altered.")));
    }
    // None of these comes from the request: they are what the service wrote.
    return page(
        200, said(QStringLiteral("Ce récépissé est authentique et sa preuve est intacte."),
                  QStringLiteral("This receipt is genuine and its evidence is whole.")) +
                 QStringLiteral("<dl><dt>Récépissé <span lang=\"en\">(receipt)</span></dt><dd>%1</dd>"
                                "<dt>Décision du <span lang=\"en\">(decided at)</span></dt><dd>%2</dd>"
                                "<dt>SIREN</dt><dd>%3</dd>"
                                "<dt>Empreinte SHA-256 <span lang=\"en\">(hash)</span></dt><dd>%4</dd></dl>")
                     .arg(finding.number.toHtmlEscaped(), finding.takenAt.toHtmlEscaped(),
                          finding.siren.toHtmlEscaped(), finding.hash.toHtmlEscaped()));
}

Outcome<ReceiptPage::Finding> ReceiptPage::find(QSqlDatabase& connection, const QString& code) const
{
    auto row = runQuery(connection,
                        QStringLiteral("SELECT id, siren, receipt_number, taken_at FROM decision WHERE "
                                       "verification_code = ?"),
                        {code});
    if (!row) {
        return row.failure();
    }
    Finding finding;
    if (!row.value().next()) {
        return finding;
    }
    finding.known = true;
    finding.siren = row.value().value(1).toString();
    finding.number = row.value().value(2).toString();
    const QDateTime takenAt = instantFromSql(row.value().value(3).toString());
    const auto links = m_evidence.linksOf(connection, finding.siren, row.value().value(0).toString());
    if (!links) {
        return links.failure();
    }
    for (const EvidenceLink& link : links.value()) {
        // The receipt as it was sealed, not as the table of decisions tells it.
        const QJsonObject sealed = link.content[u"receipt"].toObject();
        if (link.kind == u"decision" && m_check.fits(link) &&
            sealed[u"verificationCode"].toString() == code &&
            sealed[u"receiptNumber"].toString() == finding.number &&
            QDateTime::fromString(sealed[u"takenAt"].toString(), Qt::ISODate) == takenAt) {
            finding.whole = true;
            finding.takenAt = sealed[u"takenAt"].toString();
            finding.hash = link.hash;
        }
    }
    return finding;
}

} // namespace proconnect::service

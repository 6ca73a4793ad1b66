// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceCheck.h"
#include "service/http/HttpMessage.h"

#include <QSqlDatabase>

namespace proconnect::service {

class Database;
class Router;

/// The page on which anyone who holds a receipt sees whether it is ours, and whole: GET /verify, and POST
/// /verify with its verification code. It shows what the code's holder has in hand and no name.
class ReceiptPage
{
public:
    ReceiptPage(Database& database, EvidenceChain evidence, EvidenceCheck check)
        : m_database(database), m_evidence(evidence), m_check(check)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    /// What is said of a code.
    struct Finding
    {
        bool known = false;
        bool whole = false;
        QString number;
        QString siren;
        QString takenAt;
        QString hash;
    };
    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    [[nodiscard]] Outcome<Finding> find(QSqlDatabase& connection, const QString& code) const;

    Database& m_database;
    EvidenceChain m_evidence;
    EvidenceCheck m_check;
};

} // namespace proconnect::service

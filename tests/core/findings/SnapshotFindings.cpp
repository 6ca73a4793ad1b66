// SPDX-License-Identifier: MIT
// Reads a company's snapshot as the service answers it, from standard input, and the day as its argument;
// writes one line for each finding: account, kind and severity.
#include "core/findings/AccountFindings.h"
#include "core/protocol/ModelJson.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace proconnect;

int main(int count, char** arguments)
{
    QFile input;
    const bool opened = input.open(stdin, QIODevice::ReadOnly);
    const QDate today = QDate::fromString(QString::fromLatin1(count == 2 ? arguments[1] : ""), Qt::ISODate);
    const auto snapshot = fromJson<CompanySnapshot>(QJsonDocument::fromJson(input.readAll()).object());
    if (!opened || !today.isValid() || !snapshot) {
        QTextStream(stderr) << "no day, or no snapshot\n";
        return 1;
    }
    constexpr const char* severities[] = {"low", "medium", "high", "critical"};
    QTextStream output(stdout);
    const auto findings = accountFindings(snapshot.value(), today);
    for (qsizetype i = 0; i < findings.size(); ++i) {
        for (const FindingKind kind : findings.at(i).kinds()) {
            output << snapshot.value().accounts.at(i).id << ' ' << wireName(kind) << ' '
                   << severities[static_cast<int>(severityOf(kind))] << '\n';
        }
    }
    return 0;
}

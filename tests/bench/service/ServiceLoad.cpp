// SPDX-License-Identifier: MIT
// service-load [--write] < PLAN: makes signed calls to a service as fast as it answers, or in the pace of
// many desktops, and prints one JSON line of what came of them. --write: writes the calls instead.
#include "tests/bench/service/Load.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <iostream>
#include <string_view>

namespace {

using namespace proconnect::bench;
using namespace Qt::StringLiterals;

double quantile(const std::vector<double>& sorted, double share)
{
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

} // namespace

int main(int argumentCount, char** arguments)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return 2;
    }
    const auto plan = Plan::read(input.readAll());
    if (!plan) {
        std::fputs("not a plan\n", stderr);
        return 2;
    }
    if (argumentCount > 1 && std::string_view(arguments[1]) == "--write") {
        write(*plan, std::cout);
        return std::cout.flush() ? 0 : 1;
    }
    const LoadReport report = run(*plan);
    QJsonObject others;
    for (const auto& [status, count] : report.others) {
        others.insert(QString::number(status), count);
    }
    const QJsonObject line{{u"answered"_s, static_cast<qint64>(report.milliseconds.size())},
                           {u"seconds"_s, report.seconds},
                           {u"median_ms"_s, quantile(report.milliseconds, 0.5)},
                           {u"p99_ms"_s, quantile(report.milliseconds, 0.99)},
                           {u"others"_s, others}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}

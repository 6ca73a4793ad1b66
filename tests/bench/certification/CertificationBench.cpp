// SPDX-License-Identifier: MIT
// certification-bench strangers|directors|doubts|speed [PEOPLE]: prints one JSON line per figure. "doubts"
// tells how long a verdict takes for each reason to doubt. "speed" first writes its pairs to FILE (second
// argument), so that another program can be timed on the same ones.
#include "core/certification/Certifier.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/CountryCodes.h"
#include "tests/bench/certification/Strangers.h"

#include <QFile>
#include <QHashFunctions>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <string_view>

namespace {

using namespace proconnect;
using namespace proconnect::bench;
using namespace Qt::StringLiterals;
using certification::CivilDate;

constexpr CivilDate today{2026, 11, 23};
constexpr std::uint64_t seed = 20261123;

/// Processor time of this process: what else runs on the machine does not count.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void print(const QJsonObject& line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void strangers(std::size_t size)
{
    const auto people = population(size, seed);
    const auto pairs = nearPairs(people);
    const StrangersReport report = judgeStrangers(people, pairs);
    print({{u"people"_s, static_cast<qint64>(people.size())},
           {u"near_pairs"_s, static_cast<qint64>(pairs.size())},
           {u"verdicts"_s, static_cast<qint64>(report.verdicts)},
           {u"wrong_certified"_s, static_cast<qint64>(report.certified)},
           {u"same_entry"_s, static_cast<qint64>(report.sameEntry)},
           {u"close"_s, static_cast<qint64>(report.close)}});
}

void directors(std::size_t size)
{
    const auto people = population(size, seed);
    for (const Channel channel : {Channel::Sirene, Channel::Rne, Channel::Rcs, Channel::RnePublic}) {
        for (int kind = 0; kind < static_cast<int>(Noise::Count); ++kind) {
            std::mt19937_64 random(seed);
            std::array<qint64, 3> counts{};
            for (const Person& person : people) {
                bool done = false;
                const auto entry =
                    damaged(entryOf(person, channel), person, static_cast<Noise>(kind), random, done);
                if (done) {
                    const auto verdict = certification::assess(claimsOf(person), entry, {}, today);
                    ++counts.at(static_cast<std::size_t>(verdict.certainty));
                }
            }
            constexpr std::array channels{"sirene", "rne", "rne public", "rcs"};
            print({{u"register"_s, QLatin1String(channels.at(static_cast<std::size_t>(channel)))},
                   {u"noise"_s, QLatin1String(nameOf(static_cast<Noise>(kind)))},
                   {u"certified"_s, counts[0]},
                   {u"close"_s, counts[1]},
                   {u"none"_s, counts[2]}});
        }
    }
}

struct Pair
{
    FranceConnectIdentity person;
    certification::OfficerRecord record;
};

QString own(const QString& text)
{
    return QString(text.constData(), text.size());
}

QStringList own(const QStringList& texts)
{
    QStringList copies;
    for (const QString& text : texts) {
        copies.append(own(text));
    }
    return copies;
}

/// Texts of its own for each pair, one after the other in memory: the other program has read its own from a
/// file in this order, while the generated people share theirs all over the heap.
Pair own(const Pair& pair)
{
    Pair copy = pair;
    for (QString* text :
         {&copy.person.familyName, &copy.person.gender, &copy.person.birthdate, &copy.person.birthplace,
          &copy.person.birthcountry, &copy.record.familyName, &copy.record.usageName,
          &copy.record.birthCommune, &copy.record.birthCountry, &copy.record.birthPlaceText}) {
        *text = own(*text);
    }
    copy.person.givenNames = own(copy.person.givenNames);
    copy.record.givenNames = own(copy.record.givenNames);
    return copy;
}

/// True directors after noise, and strangers near them, in equal parts.
std::vector<Pair> pairsToTime(std::size_t count)
{
    const auto people = population(count, seed);
    const auto near = nearPairs(people);
    std::mt19937_64 random(seed);
    std::vector<Pair> pairs;
    while (pairs.size() < count) {
        const auto channel = static_cast<Channel>(random() % 4);
        const Person& officer = people[random() % people.size()];
        bool done = false;
        const auto noise = static_cast<Noise>(random() % static_cast<unsigned>(Noise::Count));
        auto entry = damaged(entryOf(officer, channel), officer, noise, random, done);
        pairs.push_back({claimsOf(officer), std::move(entry)});
        const NearPair& pair = near[random() % near.size()];
        pairs.push_back({claimsOf(people[pair.one]), entryOf(people[pair.other], channel)});
    }
    std::transform(pairs.begin(), pairs.end(), pairs.begin(), [](const Pair& pair) { return own(pair); });
    return pairs;
}

QJsonObject jsonOf(const Pair& pair)
{
    const auto& [person, record] = pair;
    const auto date = record.birthDate.complete() ? QStringLiteral("%1-%2-%3")
                                                        .arg(record.birthDate.year)
                                                        .arg(record.birthDate.month, 2, 10, QLatin1Char('0'))
                                                        .arg(record.birthDate.day, 2, 10, QLatin1Char('0'))
                                                  : QString();
    const auto gender = record.gender == certification::RegisteredGender::Female ? u"female"_s
                        : record.gender == certification::RegisteredGender::Male ? u"male"_s
                                                                                 : QString();
    return {{u"person"_s, QJsonObject{{u"family_name"_s, person.familyName},
                                      {u"given_name"_s, person.givenNames.join(u' ')},
                                      {u"gender"_s, person.gender},
                                      {u"birthdate"_s, person.birthdate},
                                      {u"birthplace"_s, person.birthplace},
                                      {u"birthcountry"_s, person.birthcountry}}},
            {u"record"_s, QJsonObject{{u"family_name"_s, record.familyName},
                                      {u"given_name"_s, record.givenNames.join(u' ')},
                                      {u"gender"_s, gender},
                                      {u"birthdate"_s, date},
                                      {u"birthplace"_s, record.birthCommune},
                                      {u"birthcountry"_s, record.birthCountry}}}};
}

/// What makes a verdict close; "" for any other verdict.
std::string doubtOf(const certification::Verdict& verdict)
{
    std::string reasons;
    for (const certification::Finding& finding : verdict.findings) {
        if (finding.weight > certification::Weight::Neutral) {
            reasons += (reasons.empty() ? "" : " ") + std::string(finding.code);
        }
    }
    return verdict.certainty == certification::Certainty::Close ? reasons : std::string();
}

/// Pairs of true directors and damaged entries, by the one reason for which they are close.
std::map<std::string, std::vector<Pair>> doubtfulPairs(std::size_t size)
{
    constexpr std::size_t enough = 500;
    std::map<std::string, std::vector<Pair>> pairs;
    std::mt19937_64 random(seed);
    for (const Person& person : population(size, seed)) {
        for (int kind = 0; kind < static_cast<int>(Noise::Count); ++kind) {
            bool done = false;
            auto entry =
                damaged(entryOf(person, Channel::Rne), person, static_cast<Noise>(kind), random, done);
            Pair pair{claimsOf(person), std::move(entry)};
            const std::string doubt = doubtOf(certification::assess(pair.person, pair.record, {}, today));
            if (doubt.find('.') != std::string::npos && doubt.find(' ') == std::string::npos &&
                pairs[doubt].size() < enough) {
                pairs[doubt].push_back(own(pair));
            }
        }
    }
    return pairs;
}

/// The best of many turns: what else runs can only make one slower.
void doubts(std::size_t size)
{
    constexpr int turns = 200;
    for (const auto& [reason, pairs] : doubtfulPairs(size)) {
        double best = 0;
        for (int turn = 0; turn < turns; ++turn) {
            qint64 close = 0;
            const double start = processorSeconds();
            for (const Pair& pair : pairs) {
                const auto verdict = certification::assess(pair.person, pair.record, {}, today);
                close += verdict.certainty == certification::Certainty::Close ? 1 : 0;
            }
            const double each = (processorSeconds() - start) / static_cast<double>(close) * 1e9;
            best = turn == 0 ? each : std::min(best, each);
        }
        print({{u"doubt"_s, QString::fromStdString(reason)},
               {u"pairs"_s, static_cast<qint64>(pairs.size())},
               {u"ns"_s, best}});
    }
}

template <typename Judge>
void time(const char* name, int turns, std::size_t size, const Judge& judge)
{
    for (int turn = 0; turn < turns; ++turn) {
        std::array<qint64, 3> counts{};
        const double start = processorSeconds();
        for (std::size_t i = 0; i < size; ++i) {
            ++counts[static_cast<std::size_t>(judge(i).certainty)];
        }
        print({{u"name"_s, QLatin1String(name)},
               {u"turn"_s, turn},
               {u"verdicts_per_second"_s, static_cast<double>(size) / (processorSeconds() - start)},
               {u"certified"_s, counts[0]},
               {u"close"_s, counts[1]},
               {u"none"_s, counts[2]}});
    }
}

void speed(const QString& path, std::size_t count, int turns)
{
    const auto pairs = pairsToTime(count);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    for (const Pair& pair : pairs) {
        file.write(QJsonDocument(jsonOf(pair)).toJson(QJsonDocument::Compact) + '\n');
    }
    file.close();
    const double begin = processorSeconds();
    const QString editions = certification::communeEdition() + u"; "_s + certification::countryEdition();
    const double load = processorSeconds() - begin;
    print({{u"name"_s, u"load"_s}, {u"ms"_s, load * 1000}, {u"editions"_s, editions}});
    std::vector<certification::IdentitySide> identities;
    std::vector<certification::OfficerSide> officers;
    for (const Pair& pair : pairs) {
        identities.emplace_back(pair.person);
        officers.emplace_back(pair.record);
    }
    time("folded each time", turns, pairs.size(), [&pairs](std::size_t i) {
        return certification::assess(pairs[i].person, pairs[i].record, {}, today);
    });
    time("folded once", turns, pairs.size(), [&identities, &officers](std::size_t i) {
        return certification::assess(identities[i], officers[i], {}, today);
    });
}

} // namespace

int main(int argc, char* argv[])
{
    QHashSeed::setDeterministicGlobalSeed();
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "strangers") {
        strangers(argc > 2 ? std::stoul(argv[2]) : 1'000'000);
    } else if (what == "directors") {
        directors(argc > 2 ? std::stoul(argv[2]) : 20'000);
    } else if (what == "doubts") {
        doubts(argc > 2 ? std::stoul(argv[2]) : 20'000);
    } else if (what == "speed" && argc > 2) {
        speed(QString::fromLocal8Bit(argv[2]), argc > 3 ? std::stoul(argv[3]) : 100'000,
              argc > 4 ? std::stoi(argv[4]) : 6);
    } else {
        std::fprintf(
            stderr,
            "usage: certification-bench strangers|directors|doubts [PEOPLE] | speed FILE [PAIRS [TURNS]]\n");
        return 2;
    }
    return 0;
}

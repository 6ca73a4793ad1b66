// SPDX-License-Identifier: MIT
#include "tests/fuzz/ParserFuzz.h"
#include "tests/service/certify/CaseFile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace proconnect;

/// The fuzz targets run over a fixed corpus and a fixed sequence of damages, where no fuzzing engine is at
/// hand.
class ParserMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void target_damagedCorpus_doesNoHarm_data();
    void target_damagedCorpus_doesNoHarm();
};

namespace {

using Target = int (*)(const std::uint8_t*, std::size_t);

QList<QByteArray> corpus()
{
    QList<QByteArray> seeds{QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray(5000, '[')};
    const QDir folder(QStringLiteral(REGISTRY_FIXTURES));
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            seeds.append(file.readAll());
        }
    }
    const auto cases = service::wireCases(QStringLiteral(CERTIFY_CASES));
    for (const auto& wire : cases) {
        seeds.append(QJsonDocument(wire.line).toJson(QJsonDocument::Compact));
        seeds.append(
            QJsonDocument(wire.line[QStringLiteral("record")].toObject()).toJson(QJsonDocument::Compact));
    }
    return seeds;
}

/// Lists of accounts and of staff, as portals, spreadsheets and payroll programs write them.
QList<QByteArray> tables()
{
    QList<QByteArray> seeds{
        QByteArray(),
        QByteArray("identifiant\nF1\n\nF2\n"),
        QByteArray("identifiant;etat;administrateur\nF1;actif;oui\nF2;ferm\xE9;non\n;;\n"),
        QByteArray("\xEF\xBB\xBFIdentifiant,Titulaire\r\nF1,\"Roche, H\xC3\xA9l\xC3\xA8ne \"\"L\"\"\"\r\n"),
        QByteArray("identifiant\tlast\tderniere_connexion\nF1\t\t2026-11-01T08:00:00.500+03:00\n"),
        QByteArray("identifiant;cree_le\nF1;31/12/2026\nF2;9999-12-31T23:59:59-12:00\n"),
        QByteArray("Nom;Pr\xE9nom;Courriel;Date de sortie\nRoche;Isabelle;i@x.example;30/06/2026\n;Paul;;\n"),
        QByteArray("nom_complet;fin_de_contrat\n\"A\nB\";31/12/2999\nC;hier\n")};
    const QDir folder(QStringLiteral(SAMPLE_EXPORTS));
    const QStringList names = folder.entryList({QStringLiteral("*.csv")});
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            seeds.append(file.readAll());
        }
    }
    return seeds;
}

/// What the engines do: a bit, a byte, a stretch lost, a stretch twice, a piece of another seed, a word that
/// parsers look for.
QByteArray damaged(QByteArray seed, const QList<QByteArray>& seeds, QRandomGenerator& random)
{
    const auto place = [&random](const QByteArray& bytes) {
        return static_cast<qsizetype>(random.bounded(static_cast<int>(bytes.size()) + 1));
    };
    switch (random.bounded(7)) {
    case 0:
        seed.insert(place(seed), static_cast<char>(random.bounded(256)));
        break;
    case 1:
        seed.remove(place(seed), random.bounded(40));
        break;
    case 2:
        seed.insert(place(seed), seed.mid(place(seed), random.bounded(60)));
        break;
    case 3: {
        const QByteArray& other = seeds[random.bounded(static_cast<int>(seeds.size()))];
        seed.insert(place(seed), other.mid(place(other), random.bounded(80)));
        break;
    }
    case 4:
        seed.truncate(place(seed));
        break;
    case 5: {
        constexpr std::array tokens{"PARIS", " 12",   " (LE)", "3E ",  "(69)", " 75011", "ALGERIE",   ", ",
                                    "2A",    "99352", "00",    "[ND]", "?",    "NC",     "\\u001a",   ";",
                                    "\"",    "\n",    "|",     "\t",   "\r\n", "oui",    "01/02/2026"};
        seed.insert(place(seed), tokens.at(random.bounded(static_cast<quint32>(tokens.size()))));
        break;
    }
    default:
        if (!seed.isEmpty()) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(seed.size())));
            seed[at] = static_cast<char>(seed[at] ^ (1 << random.bounded(8)));
        }
    }
    return seed;
}

} // namespace

void ParserMutationTest::target_damagedCorpus_doesNoHarm_data()
{
    QTest::addColumn<int>("target");
    QTest::newRow("sirene") << 0;
    QTest::newRow("rne") << 1;
    QTest::newRow("rcs") << 2;
    QTest::newRow("line") << 3;
    QTest::newRow("names") << 4;
    QTest::newRow("accounts") << 5;
    QTest::newRow("staff") << 6;
}

void ParserMutationTest::target_damagedCorpus_doesNoHarm()
{
    QFETCH(int, target);
    constexpr std::array<Target, 7> targets{fuzz::sirene, fuzz::rne,      fuzz::rcs,  fuzz::line,
                                            fuzz::names,  fuzz::accounts, fuzz::staff};
    const auto run = [&](const QByteArray& bytes) {
        QCOMPARE(targets.at(static_cast<std::size_t>(target))(
                     reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                     static_cast<std::size_t>(bytes.size())),
                 0);
    };
    // Of tables there are few, each damaged more often.
    const bool ofTables = target >= 5;
    const auto seeds = ofTables ? tables() : corpus();
    const int steps = ofTables ? 1500 : 12;
    QVERIFY(seeds.size() > (ofTables ? 6 : 900));
    QRandomGenerator random(20261123);
    for (const QByteArray& seed : seeds) {
        run(seed);
        QByteArray worse = seed;
        for (int step = 0; step < steps; ++step) {
            worse = step % 12 == 0 ? damaged(seed, seeds, random) : damaged(worse, seeds, random);
            run(worse);
        }
    }
}

QTEST_APPLESS_MAIN(ParserMutationTest)
#include "ParserMutationTest.moc"

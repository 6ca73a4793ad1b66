// SPDX-License-Identifier: MIT
#include "service/certify/LenientPivot.h"
#include "service/certify/WireRecord.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace proconnect;
using namespace proconnect::certification;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// docs/certification.md states each rule with an example: a row that changes an honest pair. The rows are
/// read and run, so that the document cannot say what the program does not do.
class DocumentedRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_whenRun_givesItsVerdictAndReason_data();
    void row_whenRun_givesItsVerdictAndReason();
    void document_namesEveryReasonOfTheProgram();
};

namespace {

const QDate today(2026, 11, 23);

QString document()
{
    QFile file(QStringLiteral(CERTIFICATION_RULES));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QJsonObject basis(const QString& text, const QString& name)
{
    const QRegularExpression block(u"```json "_s + name + u"\\n(.*?)```"_s,
                                   QRegularExpression::DotMatchesEverythingOption);
    return QJsonDocument::fromJson(block.match(text).captured(1).toUtf8()).object();
}

struct Change
{
    QString member;
    QString value;
};

QList<Change> changesOf(const QString& cell)
{
    static const QRegularExpression code(u"`([^`=]+)=([^`]*)`"_s);
    QList<Change> changes;
    auto matches = code.globalMatch(cell);
    while (matches.hasNext()) {
        const auto match = matches.next();
        changes.append({match.captured(1), match.captured(2)});
    }
    return changes;
}

QJsonValue valueOf(const Change& change)
{
    if (change.member == u"given_name_array" || change.member == u"prenoms") {
        return QJsonArray::fromStringList(change.value.split(u';', Qt::SkipEmptyParts));
    }
    if (change.value == u"true" || change.value == u"false") {
        return change.value == u"true";
    }
    return change.value.isEmpty() && change.member == u"actif" ? QJsonValue() : QJsonValue(change.value);
}

QJsonObject changedRecord(QJsonObject record, const QList<Change>& changes, CompanyGate& gate)
{
    QJsonObject individual = record[u"individu"_s].toObject();
    QJsonObject person = individual[u"descriptionPersonne"_s].toObject();
    for (const Change& change : changes) {
        static const QSet<QString> top{u"actif"_s,
                                       u"typeDePersonne"_s,
                                       u"roleEntreprise"_s,
                                       u"secondRoleEntreprise"_s,
                                       u"autreRoleEntreprise"_s,
                                       u"libelleRoleEntreprise"_s,
                                       u"indicateurSecondRoleEntreprise"_s,
                                       u"mentionDemissionOrdre"_s,
                                       u"dateMentionDemissionOrdre"_s};
        if (change.member == u"company") {
            gate.covered = change.value != u"not-covered";
            gate.active = change.value != u"closed";
            gate.disputed = change.value == u"disputed";
        } else if (!change.member.startsWith(u"again")) {
            (top.contains(change.member) ? record : person).insert(change.member, valueOf(change));
        }
    }
    individual.insert(u"descriptionPersonne"_s, person);
    record.insert(u"individu"_s, individual);
    return record;
}

QString nameOf(Certainty certainty)
{
    return certainty == Certainty::Certified ? u"certified"_s
           : certainty == Certainty::Close   ? u"close"_s
                                             : u"none"_s;
}

} // namespace

void DocumentedRulesTest::row_whenRun_givesItsVerdictAndReason_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("pivot");
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("verdict");
    static const QRegularExpression row(
        u"^\\| `([a-z.-]+)` \\|([^|]*)\\|([^|]*)\\| (certified|close|none) \\|"_s,
        QRegularExpression::MultilineOption);
    auto matches = row.globalMatch(document());
    int number = 0;
    while (matches.hasNext()) {
        const auto match = matches.next();
        QTest::addRow("%d %s", ++number, qPrintable(match.captured(1)))
            << match.captured(1) << match.captured(2) << match.captured(3) << match.captured(4);
    }
    QVERIFY(number >= 70);
}

void DocumentedRulesTest::row_whenRun_givesItsVerdictAndReason()
{
    QFETCH(QString, code);
    QFETCH(QString, pivot);
    QFETCH(QString, record);
    QFETCH(QString, verdict);
    QJsonObject claims = basis(document(), u"pivot"_s);
    QVERIFY(!claims.isEmpty());
    for (const Change& change : changesOf(pivot)) {
        claims.insert(change.member, valueOf(change));
    }
    CompanyGate gate;
    const QJsonObject changed = changedRecord(basis(document(), u"record"_s), changesOf(record), gate);
    const auto read = readWireRecord(u"rne"_s, changed, today);
    QVERIFY(read);
    QList<OfficerRecord> officers = read->officers;
    if (record.contains(u"`again=resigned`"_s)) {
        officers.append(officers.first());
        officers.last().resigned = true;
        static const QRegularExpression role(u"`again\\.role=([^`]*)`"_s);
        if (const auto written = role.match(record); written.hasMatch()) {
            officers.last().roleCode = written.captured(1);
        }
    }

    const Assessment assessment = assessAll(readLenientPivot(claims), officers, gate, today);

    const QStringList reasons = assessment.verdict.reasons();
    QVERIFY2(nameOf(assessment.verdict.certainty) == verdict, qPrintable(reasons.join(u' ')));
    QVERIFY2(reasons.contains(code), qPrintable(reasons.join(u' ')));
}

void DocumentedRulesTest::document_namesEveryReasonOfTheProgram()
{
    const QString text = document();
    static const QRegularExpression reason(
        u"\"((?:gate|family|given|date|gender|place|evidence)\\.[a-z.-]+)\""_s);
    int found = 0;
    const QStringList sources = QStringLiteral(CERTIFICATION_SOURCES).split(u'|');
    for (const QString& path : sources) {
        QFile source(path);
        QVERIFY2(source.open(QIODevice::ReadOnly), qPrintable(path));
        auto matches = reason.globalMatch(QString::fromUtf8(source.readAll()));
        while (matches.hasNext()) {
            const QString code = matches.next().captured(1);
            QVERIFY2(text.contains(u'`' + code + u'`'), qPrintable(code));
            ++found;
        }
    }
    QVERIFY(found >= 60);
}

QTEST_APPLESS_MAIN(DocumentedRulesTest)
#include "DocumentedRulesTest.moc"

// SPDX-License-Identifier: MIT
#include "service/letters/LetterPdf.h"
#include "tests/service/desk/DeskBench.h"

#include <QProcess>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

/// What a reader of the PDF would find in it, pages ended by form feeds.
QString textOf(const QByteArray& pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
    reader.write(pdf);
    reader.closeWriteChannel();
    return reader.waitForFinished() && reader.exitCode() == 0
               ? QString::fromUtf8(reader.readAllStandardOutput())
               : QString();
}

QString onOneLine(const QByteArray& pdf)
{
    return textOf(pdf).simplified();
}

} // namespace

/// The letter for an account that "impots" closes by hand only.
class LetterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(u"Service des comptes | 1 rue de la Loge|75001 Paris"_s); }

    void letter_closureByHand_saysWhoWhatAndWhere()
    {
        close();
        const auto answer = letter();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.contains({QByteArray("Content-Type"), QByteArray("application/pdf")}));
        QVERIFY(answer.body.startsWith("%PDF-1."));
        const QString text = onOneLine(answer.body);
        for (const QString& part :
             {u"MENUISERIE FABRE ET FILLES"_s, u"12 rue des Tanneurs 35000 Rennes"_s,
              u"Service des comptes"_s, u"1 rue de la Loge"_s, u"75001 Paris"_s, u"Le 23 novembre 2026"_s,
              u"Titulaire : Łukasz Haddad"_s, u"Identifiant : IMP-1"_s, u"Claire Fabre"_s,
              u"Présidente de SAS"_s, u"RC-2026-"_s, u"http://127.0.0.1:8800/verify"_s}) {
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        }
        const QString code = m_desk->bench.value(u"SELECT verification_code FROM decision"_s).toString();
        QVERIFY(text.contains(code));
    }

    void letter_textsOfAPortal_areNeverMarkup()
    {
        m_desk->portal.users[0].insert(u"name"_s,
                                       QJsonObject{{u"formatted"_s, u"<b>Nadia</b> & Ελένη Иванова"_s}});
        m_desk->sync();
        close();
        QVERIFY(onOneLine(letter().body).contains(u"Titulaire : <b>Nadia</b> & Ελένη Иванова"_s));
    }

    void letter_accountWithoutHolder_saysSo()
    {
        m_desk->portal.users[0].remove(u"name"_s);
        m_desk->sync();
        close();
        QVERIFY(onOneLine(letter().body).contains(u"compte sans titulaire nommé"_s));
    }

    void letter_beforeTheDecision_isAConflict()
    {
        QCOMPARE(letter().status, 409);
        close();
        QCOMPARE(letter().status, 200);
        // The next reading shows the account gone: nothing is to be written any more.
        m_desk->portal.users.clear();
        m_desk->sync();
        QCOMPARE(letter().status, 409);
    }

    void letter_portalWithoutAddress_isAConflict()
    {
        start({});
        close();
        QCOMPARE(letter().status, 409);
    }

    void letter_unknownAccount_isNotFound()
    {
        close();
        QCOMPARE(letter(u"impots:IMP-2"_s).status, 404);
        QCOMPARE(letter({}).status, 404);
    }

    void letter_somebodyElse_isRefused()
    {
        close();
        const TestDirector other(u"Paul Durand"_s);
        m_desk->guard.people.append(other.person);
        QCOMPARE(letter(u"impots:IMP-1"_s, other.person.subject).status, 403);
        QCOMPARE(letter(u"impots:IMP-1"_s, u"nobody"_s).status, 401);
    }

    void pdf_longText_goesOnOnTheNextPage()
    {
        Letter letter;
        letter.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        letter.subject = u"Objet"_s;
        for (int i = 1; i <= 60; ++i) {
            letter.paragraphs.append(u"Paragraphe %1"_s.arg(i));
        }
        const auto pdf = letterPdf(letter);
        QVERIFY(pdf.ok());
        const QStringList pages = textOf(pdf.value()).split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() > 1);
        QVERIFY(pages.first().contains(u"Paragraphe 1"_s) && pages.last().contains(u"Paragraphe 60"_s));
    }

    void closureLetter_firstOfAMonth_isWrittenAsInFrench()
    {
        // Already the 1st in Paris.
        const QDateTime now(QDate(2026, 7, 31), QTime(22, 30), Qt::UTC);
        QCOMPARE(closureLetter({}, {}, now).dateLine, u"Le 1er août 2026"_s);
    }

private:
    void start(const QString& address)
    {
        ServiceConfig config = DeskBench::configuration();
        config.portals[0].values.insert(u"closes"_s, u"false"_s);
        config.portals[0].values.insert(u"letter_address"_s, address);
        m_desk = std::make_unique<DeskBench>(config);
        m_desk->portal.users = {
            ScimPortal::user(u"IMP-1"_s, u"Łukasz Haddad"_s, u"lukasz.haddad@fabre-filles.example"_s)};
        m_desk->sync();
        RegisteredCompany company;
        company.siren = m_desk->company.siren;
        company.name = u"MENUISERIE FABRE ET FILLES"_s;
        company.address = u"12 rue des Tanneurs 35000 Rennes"_s;
        QVERIFY(m_desk->bench
                    .write([&](QSqlDatabase& connection) {
                        return CompanyStore(*m_desk->bench.keys)
                            .save(connection, company, m_desk->bench.clock.now());
                    })
                    .ok());
    }
    void close()
    {
        const PortalAccount account = m_desk->snapshot().accounts.first();
        const auto decision = m_desk->decision(DecisionKind::CloseAccount, account.id, account.version);
        QCOMPARE(m_desk->decide(decision).status, 201);
        QCOMPARE(m_desk->snapshot().accounts.first().state, AccountState::ClosureManual);
    }
    HttpResponse letter(const QString& account = u"impots:IMP-1"_s, const QString& subject = {})
    {
        HttpRequest request;
        request.method = "GET";
        request.path = u"/v1/companies/000058263/closure-letter"_s;
        request.query.addQueryItem(u"account"_s, QString::fromLatin1(QUrl::toPercentEncoding(account)));
        const QString who = subject.isEmpty() ? m_desk->claire.person.subject : subject;
        request.headers.insert("test-subject", who.toUtf8());
        return m_desk->router.dispatch(request);
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(LetterTest)
#include "LetterTest.moc"

// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QProcess>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// The letter of a request of which nobody can be told by e-mail.
class RequestLetterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DelegationBench>();
        m_known.siren = m_desk->company.siren;
        m_known.name = u"MENUISERIE <b>FABRE</b>"_s;
        m_known.address = u"12 rue des Tanneurs 35000 Rennes"_s;
        m_known.state = RegisteredCompany::State::Active;
        m_known.withheld = false;
        m_desk->sirene = [this](const SirenNumber& siren) {
            m_lookedUp.append(siren.digits());
            return Outcome<RegisteredCompany>(m_known);
        };
        m_lookedUp.clear();
    }

    void letter_companyThatNobodyLeads_goesToItsHeadOffice()
    {
        m_desk->company.directors.clear();
        const QString reference = m_desk->deposited();
        const auto answer = letter(reference);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.contains({QByteArray("Content-Type"), QByteArray("application/pdf")}));
        QVERIFY(answer.headers.contains({QByteArray("Cache-Control"), QByteArray("no-store")}));
        const QString text = textOf(answer.body);
        for (const QString& part :
             {u"impots.gouv.fr"_s, u"À l’attention du représentant légal"_s, u"MENUISERIE <b>FABRE</b>"_s,
              u"12 rue des Tanneurs 35000 Rennes"_s, u"SIREN 000 058 263"_s, u"Le 23 novembre 2026"_s,
              reference, u"la demande s’annule le 23 décembre 2026"_s, u"rattachez l’entreprise"_s}) {
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        }
        // Neither who asks, nor anything to type or click.
        QVERIFY(!text.contains(u"Haddad"_s));
        QVERIFY(!text.contains(u"http"_s));
        QCOMPARE(m_lookedUp, QStringList{m_desk->company.siren});
    }

    void letter_companyThatWasAttached_needsNoRegister()
    {
        m_desk->company.contact.state = EmailState::Unreachable;
        const QString reference = m_desk->deposited();
        m_known.name = u"NAME AS ATTACHED"_s;
        QVERIFY(m_desk->bench
                    .write([this](QSqlDatabase& connection) {
                        return CompanyStore(*m_desk->bench.keys)
                            .save(connection, m_known, m_desk->bench.clock.now());
                    })
                    .ok());
        const auto answer = letter(reference);
        QCOMPARE(answer.status, 200);
        QVERIFY(textOf(answer.body).contains(u"NAME AS ATTACHED"_s));
        QVERIFY(textOf(answer.body).contains(u"ne reçoit plus nos messages"_s));
        QVERIFY(m_lookedUp.isEmpty());
    }

    void letter_somebodyIsToldByEmail_isAConflict()
    {
        const QString reference = m_desk->deposited();
        QCOMPARE(letter(reference).status, 409);
        m_desk->company.contact.state = EmailState::Unreachable;
        QCOMPARE(letter(reference).status, 200);
        StoredDelegation stored;
        stored.delegation.terms = m_desk->proposal();
        stored.delegation.state = DelegationState::Active;
        stored.delegation.proposedAt = m_desk->bench.clock.now();
        stored.delegatorSubject = m_desk->claire.person.subject;
        stored.delegateSubject = m_desk->nadia.person.subject;
        QVERIFY(m_desk->bench
                    .write([&](QSqlDatabase& connection) {
                        return DelegationStore(*m_desk->bench.keys).insert(connection, stored);
                    })
                    .ok());
        QCOMPARE(letter(reference).status, 409);
        m_desk->company.directors.clear();
        QCOMPARE(letter(reference).status, 200);
    }

    void letter_withheldFromThePublic_namesTheNumberAlone()
    {
        m_desk->company.directors.clear();
        m_known.withheld = true;
        const QString text = textOf(letter(m_desk->deposited()).body);
        QVERIFY(text.contains(u"l’entreprise dont le SIREN est 000 058 263"_s));
        QVERIFY(!text.contains(u"FABRE"_s));
        QVERIFY(!text.contains(u"Tanneurs"_s));
    }

    void letter_companyThatCeased_isRefused()
    {
        m_desk->company.directors.clear();
        m_known.state = RegisteredCompany::State::Closed;
        const auto answer = letter(m_desk->deposited());
        QCOMPARE(DeskBench::json(answer)[u"code"].toString(), u"company-closed"_s);
    }

    void letter_registerThatIsSilent_isToldSo()
    {
        m_desk->company.directors.clear();
        m_desk->sirene = [](const SirenNumber&) {
            return Outcome<RegisteredCompany>(Failure{FailureCode::RegistryUnavailable, {}, {}});
        };
        QCOMPARE(letter(m_desk->deposited()).status, 503);
    }

    void letter_settledOrAnotherPortals_isRefused()
    {
        m_desk->company.directors.clear();
        const QString reference = m_desk->deposited();
        QCOMPARE(letter(reference, u"urssaf"_s).status, 404);
        QCOMPARE(letter(u"DA-2026-999999"_s).status, 404);
        QCOMPARE(m_desk->call("GET", path(reference)).status, 401);
        const auto withdrawn = m_desk->call("POST", u"/portal/v1/requests/%1/withdrawal"_s.arg(reference), {},
                                            {{"authorization", m_desk->token()}});
        QCOMPARE(withdrawn.status, 200);
        QCOMPARE(letter(reference).status, 410);
    }

private:
    static QString path(const QString& reference)
    {
        return u"/portal/v1/requests/%1/letter"_s.arg(reference);
    }
    HttpResponse letter(const QString& reference, const QString& portal = u"impots"_s)
    {
        return m_desk->call("GET", path(reference), {}, {{"authorization", m_desk->token(portal)}});
    }
    /// What a reader of the PDF would find in it, on one line.
    static QString textOf(const QByteArray& pdf)
    {
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s});
        reader.write(pdf);
        reader.closeWriteChannel();
        return reader.waitForFinished() && reader.exitCode() == 0
                   ? QString::fromUtf8(reader.readAllStandardOutput()).simplified()
                   : QString();
    }

    RegisteredCompany m_known;
    QStringList m_lookedUp;
    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(RequestLetterTest)
#include "RequestLetterTest.moc"

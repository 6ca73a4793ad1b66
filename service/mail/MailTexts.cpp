// SPDX-License-Identifier: MIT
#include "service/mail/MailTexts.h"

#include <QFile>
#include <QTimeZone>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerMailTexts()
{
    Q_INIT_RESOURCE(mail_texts);
}

namespace proconnect::service {
namespace {

const QString dayFormat = QStringLiteral("dd/MM/yyyy");
/// Of one message; the application shows all.
constexpr qsizetype mostDecisions = 50;

/// Only what the messages below use is kept.
const QStringList& neededKeys()
{
    static const QStringList keys{
        QStringLiteral("ntf.N01"),
        QStringLiteral("ntf.N01.subject"),
        QStringLiteral("ntf.N01.several"),
        QStringLiteral("ntf.reference"),
        QStringLiteral("ntf.N02.mail"),
        QStringLiteral("ntf.N03.mail"),
        QStringLiteral("ntf.N03.subject"),
        QStringLiteral("ntf.N03.silence"),
        QStringLiteral("ntf.N04.subject"),
        QStringLiteral("ntf.N04.accepted"),
        QStringLiteral("ntf.N04.limited"),
        QStringLiteral("ntf.N04.refused"),
        QStringLiteral("ntf.N04.atOnce"),
        QStringLiteral("ntf.N04.notyou"),
        QStringLiteral("ntf.N04.more"),
        QStringLiteral("ntf.accepted"),
        QStringLiteral("ntf.accepted.subject"),
        QStringLiteral("ntf.accepted.until"),
        QStringLiteral("ntf.accepted.withheld"),
        QStringLiteral("ntf.question"),
        QStringLiteral("ntf.question.subject"),
        QStringLiteral("ntf.question.how"),
        QStringLiteral("ntf.own.subject"),
        QStringLiteral("ntf.own.why"),
        QStringLiteral("ntf.own.opening"),
        QStringLiteral("ntf.own.register"),
        QStringLiteral("ntf.own.siren"),
        QStringLiteral("ntf.own.role"),
        QStringLiteral("ntf.own.rights"),
        QStringLiteral("ntf.own.places"),
        QStringLiteral("ntf.own.then"),
        QStringLiteral("ntf.own.stranger"),
        QStringLiteral("ntf.forwarded"),
        QStringLiteral("ntf.forwarded.subject"),
        QStringLiteral("ntf.refused"),
        QStringLiteral("ntf.refused.subject"),
        QStringLiteral("ntf.reason"),
        QStringLiteral("ntf.comment"),
        QStringLiteral("ntf.footer"),
        QStringLiteral("ntf.case.subject"),
        QStringLiteral("ntf.case"),
        QStringLiteral("ntf.case.facts"),
        QStringLiteral("ntf.case.reply"),
        QStringLiteral("ntf.case.rule"),
        QStringLiteral("ntf.N08.subject"),
        QStringLiteral("ntf.N08.mail"),
        QStringLiteral("ntf.code.subject"),
        QStringLiteral("ntf.code"),
        QStringLiteral("ntf.code.why"),
        QStringLiteral("ntf.N09"),
        QStringLiteral("ntf.N09.subject"),
        QStringLiteral("ntf.N10"),
        QStringLiteral("ntf.N10.subject"),
        QStringLiteral("ntf.N10.by"),
        QStringLiteral("ntf.N10.code"),
        QStringLiteral("ntf.N10.why"),
        QStringLiteral("ntf.idle"),
        QStringLiteral("ntf.idle.subject"),
        QStringLiteral("ntf.N12"),
        QStringLiteral("ntf.N12.subject"),
        QStringLiteral("ntf.delegation.subject"),
        QStringLiteral("ntf.delegation.suspended"),
        QStringLiteral("ntf.delegation.resumed"),
        QStringLiteral("ntf.delegation.revoked"),
        QStringLiteral("ntf.delegation.confirmed"),
        QStringLiteral("ntf.delegation.mandateEnded"),
        QStringLiteral("ntf.delegation.expired"),
        QStringLiteral("ntf.delegation.lapsed"),
        QStringLiteral("adm.can.see"),
        QStringLiteral("adm.can.answer"),
        QStringLiteral("req.refuse.r1"),
        QStringLiteral("req.refuse.r2"),
        QStringLiteral("req.refuse.r3"),
        QStringLiteral("req.refuse.r4"),
        QStringLiteral("ntf.reason.unknown"),
    };
    return keys;
}

/// QString::arg() would expand a %1 within an argument: whoever writes a name must not write our sentences.
QString fill(const QString& sentence, const QStringList& arguments)
{
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (digit >= 1 && digit <= arguments.size()) {
            result += arguments[digit - 1];
            ++i;
        } else {
            result += sentence[i];
        }
    }
    return result;
}

/// Whoever asks for access writes their own name: mail programs must find no address in it to make a link of.
QString nameAlone(QString name)
{
    const auto belongs = [](QChar c) {
        return c.isLetter() || c.isMark() || c == u' ' || c == u'-' || c == u'\'' || c == u'’' || c == u'‑';
    };
    std::replace_if(
        name.begin(), name.end(), [&](QChar c) { return !belongs(c); }, u' ');
    return name.simplified();
}

} // namespace

Outcome<MailTexts> MailTexts::load()
{
    registerMailTexts();
    QFile file(QStringLiteral(":/proconnect/mail/strings.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{FailureCode::Internal, QStringLiteral("the sentences of messages are missing"), {}};
    }
    MailTexts texts;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString& line : lines) {
        const QStringList cells = line.split(u';');
        if (cells.size() >= 4 && neededKeys().contains(cells[0])) {
            texts.m_sentences.insert(cells[0], {cells[2], cells[3].trimmed()});
        }
    }
    if (texts.m_sentences.size() != neededKeys().size()) {
        return Failure{FailureCode::Internal, QStringLiteral("a sentence of a message is missing"), {}};
    }
    return texts;
}

Mail MailTexts::newRequests(const QString& to, const QString& companyName,
                            const QStringList& references) const
{
    const Sentence subject = filled(QStringLiteral("ntf.N01.subject"), {companyName});
    if (references.size() > 1) {
        return composeForAll(
            to, subject,
            {filled(QStringLiteral("ntf.N01.several"), {companyName, QString::number(references.size())})});
    }
    return composeForAll(to, subject,
                         {filled(QStringLiteral("ntf.N01"), {companyName}),
                          filled(QStringLiteral("ntf.reference"), {references.value(0)})});
}

Mail MailTexts::requestsWaiting(const QString& to, const QString& companyName,
                                const QList<WaitingRequest>& waiting) const
{
    QList<Sentence> paragraphs;
    for (const WaitingRequest& each : waiting) {
        const QString end = each.expiresAt.toTimeZone(QTimeZone("Europe/Paris")).toString(dayFormat);
        paragraphs.append(each.dueDate
                              ? filled(QStringLiteral("ntf.N02.mail"),
                                       {companyName, each.dueDate->toString(dayFormat), each.reference})
                              : filled(QStringLiteral("ntf.N03.mail"),
                                       {companyName, QString::number(each.days), end, each.reference}));
    }
    paragraphs.append(filled(QStringLiteral("ntf.N03.silence"), {}));
    return composeForAll(to, filled(QStringLiteral("ntf.N03.subject"), {companyName}), paragraphs);
}

Mail MailTexts::requestsDecided(const QString& to, const QString& companyName,
                                const QList<DecidedRequest>& decided) const
{
    QList<Sentence> paragraphs;
    for (const DecidedRequest& each : decided.first(std::min(decided.size(), mostDecisions))) {
        paragraphs.append(filled(each.sentence, {each.decider, nameAlone(each.person), each.portalName}));
    }
    if (decided.size() > mostDecisions) {
        paragraphs.append(
            filled(QStringLiteral("ntf.N04.more"), {QString::number(decided.size() - mostDecisions)}));
    }
    paragraphs.append(filled(QStringLiteral("ntf.N04.notyou"), {}));
    return composeForAll(to, filled(QStringLiteral("ntf.N04.subject"), {companyName}), paragraphs);
}

Mail MailTexts::accepted(const QString& to, const QString& companyName, const QString& portalName,
                         const Limits& limits) const
{
    QList<Sentence> paragraphs{filled(QStringLiteral("ntf.accepted"), {companyName, portalName})};
    if (limits.until) {
        paragraphs.append(filled(QStringLiteral("ntf.accepted.until"), {limits.until->toString(dayFormat)}));
    }
    if (!limits.withheld.isEmpty()) {
        paragraphs.append(
            filled(QStringLiteral("ntf.accepted.withheld"), {limits.withheld.join(QStringLiteral(", "))}));
    }
    return composeForAll(to, filled(QStringLiteral("ntf.accepted.subject"), {portalName}), paragraphs);
}

Mail MailTexts::questionAsked(const QString& to, const QString& companyName, const QString& portalName,
                              const QString& question) const
{
    return composeForAll(to, filled(QStringLiteral("ntf.question.subject"), {portalName}),
                         {filled(QStringLiteral("ntf.question"), {companyName, portalName}),
                          filled(QStringLiteral("ntf.comment"), {question}),
                          filled(QStringLiteral("ntf.question.how"), {portalName})});
}

Mail MailTexts::accountOpening(const QString& to, const QString& companyName, const QString& portalName) const
{
    return composeForAll(to, filled(QStringLiteral("ntf.own.subject"), {portalName}),
                         {filled(QStringLiteral("ntf.own.why"), {companyName, portalName}),
                          filled(QStringLiteral("ntf.own.opening"), {portalName}),
                          filled(QStringLiteral("ntf.own.stranger"), {companyName})});
}

Mail MailTexts::registrationAsked(const QString& to, const QString& companyName, const QString& portalName,
                                  const Registration& registration) const
{
    const QString comma = QStringLiteral(", ");
    QList<Sentence> paragraphs{filled(QStringLiteral("ntf.own.why"), {companyName, portalName}),
                               filled(QStringLiteral("ntf.own.register"), {portalName, to}),
                               filled(QStringLiteral("ntf.own.siren"), {companyName, registration.siren})};
    if (!registration.role.isEmpty()) {
        paragraphs.append(filled(QStringLiteral("ntf.own.role"), {registration.role}));
    }
    if (!registration.rights.isEmpty()) {
        paragraphs.append(filled(QStringLiteral("ntf.own.rights"), {registration.rights.join(comma)}));
    }
    if (!registration.sirets.isEmpty()) {
        paragraphs.append(filled(QStringLiteral("ntf.own.places"), {registration.sirets.join(comma)}));
    }
    paragraphs.append(filled(QStringLiteral("ntf.own.then"), {}));
    paragraphs.append(filled(QStringLiteral("ntf.own.stranger"), {companyName}));
    return composeForAll(to, filled(QStringLiteral("ntf.own.subject"), {portalName}), paragraphs);
}

Mail MailTexts::requestForwarded(const QString& to, const QString& companyName,
                                 const QString& reference) const
{
    return composeForAll(to, filled(QStringLiteral("ntf.forwarded.subject"), {companyName}),
                         {filled(QStringLiteral("ntf.forwarded"), {companyName}),
                          filled(QStringLiteral("ntf.reference"), {reference})});
}

Mail MailTexts::refused(const QString& to, const QString& companyName, const QString& portalName,
                        const QString& reasonKey, const QString& comment) const
{
    const Sentence reason = m_sentences.value(reasonKey);
    const Sentence given = m_sentences.value(QStringLiteral("ntf.reason"));
    QList<Sentence> paragraphs{filled(QStringLiteral("ntf.refused"), {companyName, portalName}),
                               {fill(given.french, {reason.french}), fill(given.english, {reason.english})}};
    if (!comment.isEmpty()) {
        paragraphs.append(filled(QStringLiteral("ntf.comment"), {comment}));
    }
    return composeForAll(to, filled(QStringLiteral("ntf.refused.subject"), {portalName}), paragraphs);
}

Mail MailTexts::contactEmailCode(const QString& to, const QString& companyName, const QString& code) const
{
    return composeForAll(
        to, filled(QStringLiteral("ntf.code.subject"), {}),
        {filled(QStringLiteral("ntf.code"), {code}), filled(QStringLiteral("ntf.code.why"), {companyName})});
}

Mail MailTexts::reviewCase(const QString& to, const ReviewFacts& facts) const
{
    return compose(
        to, filled(QStringLiteral("ntf.case.subject"), {facts.reference}),
        {filled(QStringLiteral("ntf.case"), {facts.reference, facts.siren}),
         filled(QStringLiteral("ntf.case.facts"), {facts.registry, facts.checkedAt, facts.reasons}),
         filled(QStringLiteral("ntf.case.reply"), {facts.replyTo}),
         filled(QStringLiteral("ntf.case.rule"), {})});
}

Mail MailTexts::delegationProposed(const Delegation& delegation, const QString& companyName,
                                   const QString& code) const
{
    const DelegationProposal& terms = delegation.terms;
    QStringList french;
    QStringList english;
    for (const DelegationPower power : terms.powers) {
        const Sentence name =
            m_sentences.value(power == DelegationPower::SeeAccounts ? QStringLiteral("adm.can.see")
                                                                    : QStringLiteral("adm.can.answer"));
        french.append(name.french);
        english.append(name.english);
    }
    const Sentence entrusts = m_sentences.value(QStringLiteral("ntf.N10"));
    const QString end = terms.end.toString(dayFormat);
    const QString comma = QStringLiteral(", ");
    return composeForAll(terms.email, filled(QStringLiteral("ntf.N10.subject"), {companyName}),
                         {{fill(entrusts.french, {companyName, french.join(comma), end}),
                           fill(entrusts.english, {companyName, english.join(comma), end})},
                          filled(QStringLiteral("ntf.N10.by"), {delegation.delegator}),
                          filled(QStringLiteral("ntf.N10.code"), {code}),
                          filled(QStringLiteral("ntf.N10.why"), {})});
}

Mail MailTexts::delegationChanged(const Delegation& delegation, const QString& companyName,
                                  const QString& event) const
{
    const QString until = delegation.answerBy
                              ? delegation.answerBy->toTimeZone(QTimeZone("Europe/Paris")).toString(dayFormat)
                              : QString();
    return composeForAll(delegation.terms.email,
                         filled(QStringLiteral("ntf.delegation.subject"), {companyName}),
                         {filled(QStringLiteral("ntf.delegation.") + event, {companyName, until})});
}

Mail MailTexts::delegationsEnd(const QString& to, const QString& companyName,
                               const QList<Delegation>& ending) const
{
    QList<Sentence> paragraphs;
    for (const Delegation& delegation : ending) {
        paragraphs.append(filled(QStringLiteral("ntf.N09"), {nameAlone(delegation.terms.displayName()),
                                                             delegation.terms.end.toString(dayFormat)}));
    }
    return composeForAll(to, filled(QStringLiteral("ntf.N09.subject"), {companyName}), paragraphs);
}

Mail MailTexts::soonForgotten(const QString& to, const QString& companyName,
                              const QDateTime& forgottenAt) const
{
    const QString day = forgottenAt.toTimeZone(QTimeZone("Europe/Paris")).toString(dayFormat);
    return composeForAll(to, filled(QStringLiteral("ntf.idle.subject"), {companyName}),
                         {filled(QStringLiteral("ntf.idle"), {companyName, day})});
}

Mail MailTexts::directorChanged(const QString& to, const QString& companyName) const
{
    return composeForAll(to, filled(QStringLiteral("ntf.N12.subject"), {companyName}),
                         {filled(QStringLiteral("ntf.N12"), {companyName})});
}

Mail MailTexts::contactEmailChanged(const QString& to, const QString& companyName,
                                    const QString& address) const
{
    return composeForAll(to, filled(QStringLiteral("ntf.N08.subject"), {companyName}),
                         {filled(QStringLiteral("ntf.N08.mail"), {companyName, address})});
}

MailTexts::Sentence MailTexts::filled(const QString& key, const QStringList& arguments) const
{
    const Sentence sentence = m_sentences.value(key);
    return {fill(sentence.french, arguments), fill(sentence.english, arguments)};
}

Mail MailTexts::composeForAll(const QString& to, const Sentence& subject, QList<Sentence> paragraphs) const
{
    paragraphs.append(m_sentences.value(QStringLiteral("ntf.footer")));
    return compose(to, subject, paragraphs);
}

Mail MailTexts::compose(const QString& to, const Sentence& subject, const QList<Sentence>& paragraphs)
{
    QStringList french;
    QStringList english;
    for (const Sentence& paragraph : paragraphs) {
        french.append(paragraph.french);
        english.append(paragraph.english);
    }
    const QString blank = QStringLiteral("\n\n");
    return {to, subject.french + QStringLiteral(" / ") + subject.english,
            french.join(blank) + blank + mailLanguageRule + blank + english.join(blank) + u'\n'};
}

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/result/Outcome.h"
#include "service/mail/Mailer.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect::service {

/// The messages that the service writes, each in French and then in English, since nobody's language is
/// known. Their sentences are those of translations/strings.csv.
class MailTexts
{
public:
    /// Reads the sentences that were built into the program; Internal when one of them is missing.
    [[nodiscard]] static Outcome<MailTexts> load();

    /// N01: access is asked for, in one request or several. No name in it, and nothing to click: the answer
    /// is given in the application.
    [[nodiscard]] Mail newRequests(const QString& to, const QString& companyName,
                                   const QStringList& references) const;
    /// A request that nobody has answered.
    struct WaitingRequest
    {
        QString reference;
        int days = 0;                 ///< since it was made
        QDateTime expiresAt;          ///< when it ends by itself, without any access
        std::optional<QDate> dueDate; ///< of the declaration that waits for it, when that is why it is said
    };
    /// N03 and, for a declaration that is due, N02: requests that wait, in one message. No name in it.
    [[nodiscard]] Mail requestsWaiting(const QString& to, const QString& companyName,
                                       const QList<WaitingRequest>& waiting) const;
    /// What somebody decided in a company's name.
    struct DecidedRequest
    {
        QString sentence; ///< its key: "ntf.N04.accepted"
        QString decider;
        QString person;
        QString portalName;
    };
    /// N04, to the company.
    [[nodiscard]] Mail requestsDecided(const QString& to, const QString& companyName,
                                       const QList<DecidedRequest>& decided) const;
    /// What of the access was not granted.
    struct Limits
    {
        std::optional<QDate> until; ///< its last day, when the company set one
        QStringList withheld;       ///< rights, in the portal's words
    };
    /// To the collaborator: access was given.
    [[nodiscard]] Mail accepted(const QString& to, const QString& companyName, const QString& portalName,
                                const Limits& limits) const;
    /// To the collaborator: the company has a question, to be answered on the portal.
    [[nodiscard]] Mail questionAsked(const QString& to, const QString& companyName, const QString& portalName,
                                     const QString& question) const;
    /// To somebody who shared an account: the portal is asked to open one of their own.
    [[nodiscard]] Mail accountOpening(const QString& to, const QString& companyName,
                                      const QString& portalName) const;
    /// What somebody is to register for.
    struct Registration
    {
        QString siren;
        QString role;       ///< in the portal's words; may be empty
        QStringList rights; ///< in the portal's words
        QStringList sirets; ///< empty: the whole company
    };
    /// To somebody who shared an account: they are to register on the portal, and with what.
    [[nodiscard]] Mail registrationAsked(const QString& to, const QString& companyName,
                                         const QString& portalName, const Registration& registration) const;
    /// To a delegate: the director asks them to answer a request. No name in it.
    [[nodiscard]] Mail requestForwarded(const QString& to, const QString& companyName,
                                        const QString& reference) const;
    /// To the collaborator: access was refused. `reasonKey` names a sentence ("req.refuse.r1"); `comment` may
    /// be empty.
    [[nodiscard]] Mail refused(const QString& to, const QString& companyName, const QString& portalName,
                               const QString& reasonKey, const QString& comment) const;
    /// To an address that shall become the company's contact e-mail: the code that proves it is read.
    [[nodiscard]] Mail contactEmailCode(const QString& to, const QString& companyName,
                                        const QString& code) const;
    /// N10, to a person who is named: what is offered, until when, by whom, and the code that only they can
    /// use.
    [[nodiscard]] Mail delegationProposed(const Delegation& delegation, const QString& companyName,
                                          const QString& code) const;
    /// To a delegate: what became of the delegation without them. `event` names a sentence
    /// ("ntf.delegation.revoked").
    [[nodiscard]] Mail delegationChanged(const Delegation& delegation, const QString& companyName,
                                         const QString& event) const;
    /// N09, to a company or a delegate: delegations that end soon by themselves.
    [[nodiscard]] Mail delegationsEnd(const QString& to, const QString& companyName,
                                      const QList<Delegation>& ending) const;
    /// To a company: whoever leads it and has not used ProConnect for two years is forgotten on that day. No
    /// name in it: none is kept.
    [[nodiscard]] Mail soonForgotten(const QString& to, const QString& companyName,
                                     const QDateTime& forgottenAt) const;
    /// N12: the register shows a change of director. No name in it.
    [[nodiscard]] Mail directorChanged(const QString& to, const QString& companyName) const;
    /// What support is told of a doubt that a human must lift.
    struct ReviewFacts
    {
        QString reference;
        QString siren;
        QString registry;
        QString checkedAt;
        QString reasons; ///< codes of docs/certification.md
        QString replyTo;
    };
    /// To support, which may answer it: by another message to `replyTo`.
    [[nodiscard]] Mail reviewCase(const QString& to, const ReviewFacts& facts) const;
    /// N08, to the old and to the new contact address.
    [[nodiscard]] Mail contactEmailChanged(const QString& to, const QString& companyName,
                                           const QString& address) const;

private:
    struct Sentence
    {
        QString french;
        QString english;
    };
    /// One paragraph in both languages; %1, %2... are filled with `arguments` as they are.
    [[nodiscard]] Sentence filled(const QString& key, const QStringList& arguments) const;
    [[nodiscard]] static Mail compose(const QString& to, const Sentence& subject,
                                      const QList<Sentence>& paragraphs);
    /// With the sentence that says what our messages never ask.
    [[nodiscard]] Mail composeForAll(const QString& to, const Sentence& subject,
                                     QList<Sentence> paragraphs) const;

    QHash<QString, Sentence> m_sentences;
};

} // namespace proconnect::service

// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// A place of business.
struct Establishment
{
    QString siret;
    QString label;   ///< "Lyon (siège)"
    QString address; ///< on one line
    bool headOffice = false;
    bool open = true;

    friend bool operator==(const Establishment&, const Establishment&) = default;
};

/// Which register answered.
enum class RegistrySource { Sirene, Rne, Rcs };

/// Answer to "is this person a legal representative of this company?" (Certification, domain 4.3).
enum class CheckResult {
    Certified,
    NotDirector, ///< IDENTITE NON TROUVEE
    NeedsReview, ///< DISCORDANCE: a human must look
    NotCovered,  ///< STRUCTURE NON CERTIFIABLE
    Closed,
    Duplicate,   ///< the number was a duplicate of another, which stands for it
    Unknown,     ///< the SIREN is in no register
    Unavailable, ///< no register answered; never a refusal
};

/// The identity that FranceConnect gave for the signed-in person, told back to them so that they can see what
/// to correct. What a register says, and what of it matches, is told to nobody.
struct CheckedIdentity
{
    QString familyName;
    QString useName;
    QString givenNames;   ///< with spaces between
    QString gender;       ///< as FranceConnect says it: "female", "male"; may be empty
    QString birthdate;    ///< YYYY-MM-DD
    QString birthplace;   ///< COG code; abroad empty, or a town in the provider's words
    QString birthcountry; ///< COG code; may be empty
    QString email;
    /// Names that the commune of the code bears or bore, folded, with "|" between; empty when unknown.
    QString birthplaceName = {};

    friend bool operator==(const CheckedIdentity&, const CheckedIdentity&) = default;
};

/// What the registers say of a company and of the signed-in person.
struct CompanyCheck
{
    QString siren;
    CheckResult result = CheckResult::Unavailable;
    QString name; ///< empty when it is unknown, or may not be shown to somebody who is not certified
    QString address;
    QString activity;
    QString function; ///< the person's position in the register's words; only when certified
    std::optional<QDate> closedOn;
    std::optional<RegistrySource> source;
    QDateTime checkedAt;
    QString replacedBy;                      ///< SIREN to use instead; only of a duplicate, when known
    QString reviewReference;                 ///< what to tell support; only when a human must look
    bool reviewSendable = false;             ///< the case can be sent to support from here
    std::optional<QDateTime> reviewSentAt;   ///< it was
    std::optional<CheckedIdentity> identity; ///< only when a human must look

    friend bool operator==(const CompanyCheck&, const CompanyCheck&) = default;
};

/// A case was sent to support.
struct ReviewTransmission
{
    QString reference;
    QString replyTo; ///< the address at which the person expects an answer
    QDateTime sentAt;

    friend bool operator==(const ReviewTransmission&, const ReviewTransmission&) = default;
};

/// A company that the signed-in person leads.
struct Company
{
    QString siren;
    QString name;
    QString function;
    RegistrySource source = RegistrySource::Rne;
    QDateTime verifiedAt; ///< last time a register confirmed the position
    bool mandateEnded = false;
    std::optional<QDateTime> mandateEndedAt; ///< when the end was seen in the register
    bool companyClosed = false;              ///< it ended because the company did
    QList<Establishment> establishments;
    int pendingRequests = 0;
    bool soleTrader = false; ///< entrepreneur individuel: one person, who is the company

    friend bool operator==(const Company&, const Company&) = default;
};

/// State of the contact e-mail kept in SIRENE (Adresse mél, domain 4.3).
enum class EmailState {
    Absent,
    DeclaredNotVerified,
    Verified,
    SentToSirene,
    RecordedInSirene,
    RejectedBySirene,
    Unreachable,
    Outdated,
};

struct ContactEmail
{
    QString address; ///< empty when absent
    EmailState state = EmailState::Absent;
    std::optional<QDateTime> changedAt;
    QString pendingAddress; ///< waits for its code or for SIRENE
    EmailState pendingState = EmailState::Absent;

    friend bool operator==(const ContactEmail&, const ContactEmail&) = default;
};

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "tests/core/certification/CertificationCases.h"

namespace proconnect::certification {

using namespace Qt::StringLiterals;

FranceConnectIdentity honestPerson()
{
    FranceConnectIdentity person;
    person.familyName = u"FABRE"_s;
    person.givenNames = {u"Claire"_s, u"H\u00E9l\u00E8ne"_s};
    person.givenNamesExact = true;
    person.gender = u"female"_s;
    person.birthdate = u"1982-11-03"_s;
    person.birthplace = u"69266"_s;
    person.birthcountry = u"99100"_s;
    return person;
}

OfficerRecord honestRecord()
{
    OfficerRecord record;
    record.familyName = u"FABRE"_s;
    record.givenNames = {u"CLAIRE"_s};
    record.gender = RegisteredGender::Female;
    record.birthDate = CivilDate::parse(u"1982-11-03"_s);
    record.birthCommune = u"69266"_s;
    record.roleCode = u"73"_s;
    record.standing = RoleStanding::Represents;
    return record;
}

QList<CertificationCase> certificationCases()
{
    using Person = FranceConnectIdentity;
    using Record = OfficerRecord;
    using Gate = CompanyGate;
    return {
        {"everything equal", [](Person&, Record&, Gate&) {}, Certainty::Certified, "gate.open"},
        {"legal form not covered", [](Person&, Record&, Gate& g) { g.covered = false; }, Certainty::None,
         "gate.not-covered"},
        {"company closed", [](Person&, Record&, Gate& g) { g.active = false; }, Certainty::None,
         "gate.company-closed"},
        {"registers disagree on the company", [](Person&, Record&, Gate& g) { g.disputed = true; },
         Certainty::Close, "gate.registers-disagree"},
        {"officer is a company", [](Person&, Record& r, Gate&) { r.individual = false; }, Certainty::None,
         "gate.not-individual"},
        {"power no longer active", [](Person&, Record& r, Gate&) { r.active = false; }, Certainty::None,
         "gate.inactive"},
        {"officer resigned", [](Person&, Record& r, Gate&) { r.resigned = true; }, Certainty::None,
         "gate.resigned"},
        {"role that never represents",
         [](Person&, Record& r, Gate&) { r.standing = RoleStanding::DoesNotRepresent; }, Certainty::None,
         "gate.role"},
        {"role that may represent", [](Person&, Record& r, Gate&) { r.standing = RoleStanding::Ambiguous; },
         Certainty::Close, "gate.role-ambiguous"},
        {"ambiguous role of somebody else",
         [](Person&, Record& r, Gate&) {
             r.standing = RoleStanding::Ambiguous;
             r.familyName = u"DURAND"_s;
         },
         Certainty::None, "family.different"},
        {"family name masked", [](Person&, Record& r, Gate&) { r.familyName = u"[ND]"_s; }, Certainty::None,
         "gate.masked"},
        {"given name masked", [](Person&, Record& r, Gate&) { r.givenNames = {u"[nd]"_s}; }, Certainty::None,
         "gate.masked"},
        {"masked on both sides",
         [](Person& p, Record& r, Gate&) {
             r.familyName = u"[ND]"_s;
             p.familyName = u"[ND]"_s;
         },
         Certainty::None, "gate.masked"},
        {"values withheld from this account", [](Person&, Record& r, Gate&) { r.masked = true; },
         Certainty::None, "gate.masked"},
        {"case of the family name",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"Fabre"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"accents composed and decomposed",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"Le Goff-M\u00E9r\u00E9"_s;
             r.familyName = u"LE GOFF-ME\u0301RE\u0301"_s;
         },
         Certainty::Certified, "family.equal"},
        {"hyphen or space",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"LE GOFF-MERE"_s;
             r.familyName = u"LEGOFF MERE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"apostrophes of two kinds",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"D\u2019ORMESSON"_s;
             r.familyName = u"D'ORMESSON"_s;
         },
         Certainty::Certified, "family.equal"},
        {"modifier apostrophe",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"O\u02BCBRIEN"_s;
             r.familyName = u"OBRIEN"_s;
         },
         Certainty::Certified, "family.equal"},
        {"polish letter",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u0141UKASIEWICZ"_s;
             r.familyName = u"LUKASIEWICZ"_s;
         },
         Certainty::Certified, "family.equal"},
        {"danish letter",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"S\u00F8RENSEN"_s;
             r.familyName = u"SORENSEN"_s;
         },
         Certainty::Certified, "family.equal"},
        {"croatian letter",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u0110OKOVI\u0106"_s;
             r.familyName = u"DOKOVIC"_s;
         },
         Certainty::Certified, "family.equal"},
        {"german sharp s",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"STRAU\u00DF"_s;
             r.familyName = u"STRAUSS"_s;
         },
         Certainty::Certified, "family.equal"},
        {"turkish dotless i",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"Y\u0131LMAZ"_s;
             r.familyName = u"YILMAZ"_s;
         },
         Certainty::Certified, "family.equal"},
        {"turkish dotted capital i",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u0130NAN"_s;
             r.familyName = u"INAN"_s;
         },
         Certainty::Certified, "family.equal"},
        {"icelandic thorn",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u00DEORSSON"_s;
             r.familyName = u"THORSSON"_s;
         },
         Certainty::Certified, "family.equal"},
        {"ligature",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"C\u0152UR"_s;
             r.familyName = u"COEUR"_s;
         },
         Certainty::Certified, "family.equal"},
        {"zero-width space inside",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"FA\u200BBRE"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"right-to-left marks around",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u202EFABRE\u202C"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"soft hyphen inside",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"FA\u00ADBRE"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"no-break space around",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u00A0FABRE\u00A0"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"vietnamese marks",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"NGUY\u1EC4N"_s;
             r.familyName = u"NGUYEN"_s;
         },
         Certainty::Certified, "family.equal"},
        {"full-width letters",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\uFF26\uFF21\uFF22\uFF32\uFF25"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"cyrillic letter that looks latin",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"F\u0410BRE"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Close, "family.letter"},
        {"another script is not dropped",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"\u0418\u0412\u0410\u041D\u041E\u0412"_s;
             r.familyName = u"\u041F\u0415\u0422\u0420\u041E\u0412"_s;
         },
         Certainty::None, "family.different"},
        {"markup is a name like another",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"<b>FABRE</b>"_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Close, "family.particle"},
        {"other family",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"FABRE"_s;
             r.familyName = u"DURAND"_s;
         },
         Certainty::None, "family.different"},
        {"empty in the register",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"FABRE"_s;
             r.familyName = u""_s;
         },
         Certainty::Close, "family.missing"},
        {"empty at FranceConnect",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u""_s;
             r.familyName = u"FABRE"_s;
         },
         Certainty::Close, "family.missing"},
        {"empty on both sides",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u""_s;
             r.familyName = u""_s;
         },
         Certainty::Close, "family.missing"},
        {"only punctuation on both sides",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"---"_s;
             r.familyName = u"***"_s;
         },
         Certainty::Close, "family.missing"},
        {"use name of FranceConnect in the register",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL"_s;
             r.familyName = u"MARCHAND"_s;
             p.preferredUsername = u"Marchand"_s;
         },
         Certainty::Close, "family.usage"},
        {"birth name as use name in the register",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL"_s;
             r.familyName = u"MARCHAND"_s;
             r.usageName = u"ROUSSEL"_s;
         },
         Certainty::Close, "family.usage"},
        {"same use name, other birth name",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL"_s;
             r.familyName = u"ROUSSET-DURAND"_s;
             p.preferredUsername = r.usageName = u"MARCHAND"_s;
         },
         Certainty::Close, "family.usage"},
        {"other birth name and no use name",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL"_s;
             r.familyName = u"MARCHAND"_s;
         },
         Certainty::None, "family.different"},
        {"half of a double name",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL-MARCHAND"_s;
             r.familyName = u"MARCHAND"_s;
         },
         Certainty::Close, "family.half"},
        {"name and birth name in brackets",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"ROUSSEL"_s;
             r.familyName = u"MARCHAND (ROUSSEL)"_s;
         },
         Certainty::Close, "family.half"},
        {"lost particle",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"DE LA FONTAINE"_s;
             r.familyName = u"FONTAINE"_s;
         },
         Certainty::Close, "family.particle"},
        {"particle written together",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"DE LA FONTAINE"_s;
             r.familyName = u"DELAFONTAINE"_s;
         },
         Certainty::Certified, "family.equal"},
        {"only a particle in common",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"EL AMRANI"_s;
             r.familyName = u"EL IDRISSI"_s;
         },
         Certainty::None, "family.different"},
        {"cut at the length of a field",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"RAKOTOMALALARISOA"_s;
             r.familyName = u"RAKOTOMALALA"_s;
         },
         Certainty::Close, "family.cut"},
        {"near surname that is no cut",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"MARTIN"_s;
             r.familyName = u"MARTINEZ"_s;
         },
         Certainty::None, "family.different"},
        {"one letter changed",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"DUPONT"_s;
             r.familyName = u"DUPOND"_s;
         },
         Certainty::Close, "family.letter"},
        {"one letter lost",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"DUPONNT"_s;
             r.familyName = u"DUPONT"_s;
         },
         Certainty::Close, "family.letter"},
        {"two letters exchanged",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"FABRE"_s;
             r.familyName = u"FARBE"_s;
         },
         Certainty::Close, "family.letter"},
        {"two letters changed",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"DUPONT"_s;
             r.familyName = u"DUBOND"_s;
         },
         Certainty::None, "family.different"},
        {"one letter of a short name",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"LI"_s;
             r.familyName = u"LY"_s;
         },
         Certainty::None, "family.different"},
        {"family and given names exchanged",
         [](Person& p, Record& r, Gate&) {
             p.familyName = u"MARTIN"_s;
             p.givenNames = {u"Claire"_s};
             r.familyName = u"CLAIRE"_s;
             r.givenNames = {u"MARTIN"_s};
         },
         Certainty::Close, "family.swapped"},
        {"register has the first name only",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s, u"H\u00E9l\u00E8ne"_s};
             r.givenNames = {u"CLAIRE"_s};
         },
         Certainty::Certified, "given.prefix"},
        {"register has one more name",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {u"CLAIRE"_s, u"HELENE"_s};
         },
         Certainty::Certified, "given.prefix"},
        {"compound name with space and hyphen",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean-\u00C9ric"_s};
             r.givenNames = {u"JEAN ERIC"_s};
         },
         Certainty::Certified, "given.equal"},
        {"names in one field of the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s, u"Helene"_s};
             r.givenNames = {u"CLAIRE HELENE"_s};
         },
         Certainty::Certified, "given.equal"},
        {"names parted by commas",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s, u"Helene"_s, u"Anne"_s};
             r.givenNames = {u"Claire, Helene"_s};
         },
         Certainty::Certified, "given.prefix"},
        {"half of a compound name",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean-Pierre"_s};
             r.givenNames = {u"JEAN"_s};
         },
         Certainty::Close, "given.overlap"},
        {"compound name against its first half in the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean"_s};
             r.givenNames = {u"JEAN-PIERRE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"compound name with a space kept as one",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean Pierre"_s};
             r.givenNames = {u"JEAN"_s};
         },
         Certainty::Close, "given.overlap"},
        {"two fields of the register for one compound name",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean-Pierre"_s, u"Marie"_s};
             r.givenNames = {u"JEAN PIERRE"_s};
         },
         Certainty::Certified, "given.prefix"},
        {"space of unknown meaning in the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Jean"_s};
             r.givenNames = {u"JEAN PIERRE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"joined names of FranceConnect, first in the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s, u"Helene"_s};
             r.givenNames = {u"CLAIRE"_s};
             p.givenNamesExact = false;
         },
         Certainty::Certified, "given.prefix"},
        {"name cut inside",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {u"CLAI"_s};
         },
         Certainty::None, "given.different"},
        {"second name first",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Marie"_s, u"Julie"_s};
             r.givenNames = {u"JULIE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"same names in another order",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Marie"_s, u"Julie"_s};
             r.givenNames = {u"JULIE"_s, u"MARIE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"first name equal, second different",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Marie"_s, u"Julie"_s};
             r.givenNames = {u"MARIE"_s, u"CLAIRE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"nothing in common",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {u"SOPHIE"_s};
         },
         Certainty::None, "given.different"},
        {"only a particle in common",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Abd El Kader"_s};
             r.givenNames = {u"Abd El Karim"_s};
         },
         Certainty::None, "given.different"},
        {"particle written together",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Abd El Kader"_s};
             r.givenNames = {u"ABDELKADER"_s};
         },
         Certainty::Certified, "given.equal"},
        {"apostrophe particle",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"N'Golo"_s};
             r.givenNames = {u"N'Dri"_s};
         },
         Certainty::None, "given.different"},
        {"one letter changed",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Christine"_s};
             r.givenNames = {u"CHRISTINA"_s};
         },
         Certainty::Close, "given.near"},
        {"initial only",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {u"C."_s};
         },
         Certainty::Close, "given.near"},
        {"twins with near names",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Julien"_s};
             r.givenNames = {u"JULIE"_s};
             p.gender = u"male"_s;
         },
         Certainty::None, "given.near-other-gender"},
        {"short names one letter apart",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Lea"_s};
             r.givenNames = {u"LEO"_s};
         },
         Certainty::None, "given.different"},
        {"empty in the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {};
         },
         Certainty::Close, "given.missing"},
        {"blank in the register",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Claire"_s};
             r.givenNames = {u"  "_s};
         },
         Certainty::Close, "given.missing"},
        {"empty at FranceConnect",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {};
             r.givenNames = {u"CLAIRE"_s};
         },
         Certainty::Close, "given.missing"},
        {"usual name among the civil ones",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Marie"_s, u"Julie"_s};
             r.givenNames = {u"SOPHIE"_s};
             r.usualGivenName = u"JULIE"_s;
         },
         Certainty::Close, "given.overlap"},
        {"compact date",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"19821103"_s);
         },
         Certainty::Certified, "date.equal"},
        {"other day",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-11-04"_s);
         },
         Certainty::None, "date.different"},
        {"other year",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1981-11-03"_s);
         },
         Certainty::None, "date.different"},
        {"day and month exchanged",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-03-11"_s);
         },
         Certainty::Close, "date.transposed"},
        {"two digits exchanged",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1961-08-29"_s;
             r.birthDate = CivilDate::parse(u"1961-09-28"_s);
         },
         Certainty::Close, "date.transposed"},
        {"month only in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-11"_s);
         },
         Certainty::Close, "date.partial"},
        {"other month, month only",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-12"_s);
         },
         Certainty::None, "date.different"},
        {"year only",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-00-00"_s);
         },
         Certainty::Close, "date.partial"},
        {"other year, year only",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1983"_s);
         },
         Certainty::None, "date.different"},
        {"unknown in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"0000-00-00"_s);
         },
         Certainty::Close, "date.missing"},
        {"missing in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u""_s);
         },
         Certainty::Close, "date.missing"},
        {"missing at FranceConnect",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u""_s;
             r.birthDate = CivilDate::parse(u"1982-11-03"_s);
         },
         Certainty::Close, "date.missing"},
        {"impossible on both sides",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-02-30"_s;
             r.birthDate = CivilDate::parse(u"1982-02-30"_s);
         },
         Certainty::Close, "date.impossible"},
        {"in the future on both sides",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"2027-02-03"_s;
             r.birthDate = CivilDate::parse(u"2027-02-03"_s);
         },
         Certainty::Close, "date.impossible"},
        {"two centuries ago",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1802-02-03"_s;
             r.birthDate = CivilDate::parse(u"1802-02-03"_s);
         },
         Certainty::Close, "date.impossible"},
        {"29 February of a leap year",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1984-02-29"_s;
             r.birthDate = CivilDate::parse(u"1984-02-29"_s);
         },
         Certainty::Certified, "date.equal"},
        {"29 February of another year",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1983-02-29"_s;
             r.birthDate = CivilDate::parse(u"1983-02-29"_s);
         },
         Certainty::Close, "date.impossible"},
        {"raw date says that the day is unknown",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-01"_s;
             r.birthDate = CivilDate::parse(u"1982-11-01"_s);
             p.rawBirthdate = u"1982-11-00"_s;
         },
         Certainty::Close, "date.partial"},
        {"raw date complete",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-11-03"_s);
             p.rawBirthdate = u"1982-11-03"_s;
         },
         Certainty::Certified, "date.equal"},
        {"1 January in France",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-01-01"_s;
             r.birthDate = CivilDate::parse(u"1982-01-01"_s);
         },
         Certainty::Certified, "date.equal"},
        {"1 January abroad",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-01-01"_s;
             r.birthDate = CivilDate::parse(u"1982-01-01"_s);
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCommune.clear();
             r.birthCountry = u"MAR"_s;
         },
         Certainty::Close, "date.presumed"},
        {"1 January of unknown country",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-01-01"_s;
             r.birthDate = CivilDate::parse(u"1982-01-01"_s);
             p.birthplace.clear();
             p.birthcountry.clear();
         },
         Certainty::Close, "date.presumed"},
        {"day with unknown month",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-00-03"_s);
         },
         Certainty::Close, "date.missing"},
        {"trailing text",
         [](Person& p, Record& r, Gate&) {
             p.birthdate = u"1982-11-03"_s;
             r.birthDate = CivilDate::parse(u"1982-11-03T00:00"_s);
         },
         Certainty::Close, "date.missing"},
        {"gender absent in the register",
         [](Person&, Record& r, Gate&) { r.gender = RegisteredGender::Unknown; }, Certainty::Certified,
         "gender.unknown"},
        {"gender unspecified at FranceConnect",
         [](Person& p, Record&, Gate&) { p.gender = u"unspecified"_s; }, Certainty::Certified,
         "gender.unknown"},
        {"gender different", [](Person&, Record& r, Gate&) { r.gender = RegisteredGender::Male; },
         Certainty::Close, "gender.different"},
        {"arrondissement of the city",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"75056"_s;
             r.birthCommune = u"75112"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"city of the arrondissement",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69383"_s;
             r.birthCommune = u"69123"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"Marseille and its arrondissement",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"13215"_s;
             r.birthCommune = u"13055"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"two arrondissements",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"75111"_s;
             r.birthCommune = u"75112"_s;
         },
         Certainty::Close, "place.different"},
        {"two arrondissements and another gender",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"75111"_s;
             r.birthCommune = u"75112"_s;
             r.gender = RegisteredGender::Male;
         },
         Certainty::None, "place.different"},
        {"Corsica before 1976",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"2A004"_s;
             r.birthCommune = u"20004"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"Corsica, two numbers",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"2A004"_s;
             r.birthCommune = u"20005"_s;
         },
         Certainty::Close, "place.codes-differ"},
        {"Mayotte before 2011",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"97611"_s;
             r.birthCommune = u"98511"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"Saint-Martin before 2007",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"97801"_s;
             r.birthCommune = u"97127"_s;
         },
         Certainty::Certified, "place.compatible"},
        {"other commune",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u"31555"_s;
         },
         Certainty::Close, "place.codes-differ"},
        {"other commune whatever the names",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u"31555"_s;
             p.givenNames = r.givenNames = {u"Claire"_s, u"Helene"_s};
         },
         Certainty::Close, "place.codes-differ"},
        {"commune unknown, one name",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             p.givenNames = r.givenNames = {u"Claire"_s};
         },
         Certainty::Close, "place.unknown"},
        {"commune unknown, two names agree",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             p.givenNames = r.givenNames = {u"Claire"_s, u"Helene"_s};
         },
         Certainty::Certified, "place.unknown.names"},
        {"commune unknown, two words of one field",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             p.givenNamesExact = false;
             p.givenNames = {u"Jean"_s, u"Pierre"_s};
             r.givenNames = {u"JEAN PIERRE"_s};
         },
         Certainty::Close, "place.unknown"},
        {"commune unknown, compound name",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             p.givenNames = r.givenNames = {u"Jean-Pierre"_s};
         },
         Certainty::Close, "place.unknown"},
        {"country only in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             p.givenNames = r.givenNames = {u"Claire"_s};
             r.birthCountry = u"99100"_s;
         },
         Certainty::Close, "place.unknown"},
        {"unreadable commune",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u"VILLEURBANNE"_s;
         },
         Certainty::Close, "place.unreadable"},
        {"lower case Corsican code",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"2a004"_s;
             r.birthCommune = u"2A004"_s;
         },
         Certainty::Certified, "place.equal"},
        {"French commune, foreign country in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"69266"_s;
             r.birthCommune = u""_s;
             r.birthCountry = u"99352"_s;
         },
         Certainty::Close, "place.country-different"},
        {"overseas code is France",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"97209"_s;
             r.birthCommune = u"97209"_s;
             r.birthCountry = u"MTQ"_s;
         },
         Certainty::Certified, "place.equal"},
        {"commune of Essonne without country",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"91228"_s;
             r.birthCommune = u"91228"_s;
         },
         Certainty::Certified, "place.equal"},
        {"Wallis",
         [](Person& p, Record& r, Gate&) {
             p.birthplace = u"98611"_s;
             r.birthCommune = u"98611"_s;
             r.birthCountry = u"WF"_s;
         },
         Certainty::Certified, "place.equal"},
        {"born abroad, COG country",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u"99350"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"born abroad, alpha-2",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u"MA"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"born abroad, alpha-3",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u"MAR"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"born abroad, country in the commune field",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u""_s;
             r.birthCommune = u"99350"_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"born abroad, other country",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u"DZA"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Close, "place.country-different"},
        {"born abroad, French commune in the register",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u""_s;
             r.birthCommune = u"69266"_s;
         },
         Certainty::Close, "place.country-different"},
        {"born abroad, commune and country",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99352"_s;
             r.birthCountry = u"DZA"_s;
             r.birthCommune = u"31555"_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"born in Algeria before independence",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99352"_s;
             r.birthCountry = u""_s;
             r.birthCommune = u"92515"_s;
         },
         Certainty::Close, "place.former-territory"},
        {"country unknown, one name",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u""_s;
             r.birthCommune = u""_s;
             p.givenNames = r.givenNames = {u"Claire"_s};
         },
         Certainty::Close, "place.unknown"},
        {"unmapped country is not equal",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99350"_s;
             r.birthCountry = u"ZZZ"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Close, "place.unreadable"},
        {"East Germany absorbed",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99141"_s;
             r.birthCountry = u"DEU"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"Czechoslovakia split",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99115"_s;
             r.birthCountry = u"SVK"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Close, "place.country-successor"},
        {"USSR split",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99155"_s;
             r.birthCountry = u"99123"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Close, "place.country-successor"},
        {"Kosovo, both alpha-3",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99157"_s;
             r.birthCountry = u"XKX"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"country that no table knows",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry = u"99699"_s;
             r.birthCountry = u"99699"_s;
             r.birthCommune = u""_s;
         },
         Certainty::Certified, "place.country-equal"},
        {"no birth place at FranceConnect",
         [](Person& p, Record& r, Gate&) {
             p.birthplace.clear();
             p.birthcountry.clear();
             p.givenNames = r.givenNames = {u"Claire"_s};
         },
         Certainty::Close, "place.unknown"},
        {"commune only at FranceConnect", [](Person& p, Record&, Gate&) { p.birthcountry.clear(); },
         Certainty::Certified, "place.equal"},
        {"gender and country contradict",
         [](Person&, Record& r, Gate&) {
             r.gender = RegisteredGender::Male;
             r.birthCommune.clear();
             r.birthCountry = u"99352"_s;
         },
         Certainty::None, "gender.different"},
        {"empty record",
         [](Person&, Record& r, Gate&) {
             r = OfficerRecord{};
             r.standing = RoleStanding::Represents;
         },
         Certainty::None, "evidence.too-little"},
        {"given name alone",
         [](Person&, Record& r, Gate&) {
             r.familyName.clear();
             r.birthDate = {};
         },
         Certainty::None, "evidence.too-little"},
        {"family name alone",
         [](Person&, Record& r, Gate&) {
             r.givenNames.clear();
             r.birthDate = {};
         },
         Certainty::None, "evidence.too-little"},
        {"father and son", [](Person&, Record& r, Gate&) { r.birthDate = CivilDate::parse(u"1953-11-03"_s); },
         Certainty::None, "date.different"},
        {"twins sharing the second name",
         [](Person& p, Record& r, Gate&) {
             p.givenNames = {u"Anne"_s, u"Marie"_s};
             r.givenNames = {u"CLAIRE"_s, u"MARIE"_s};
         },
         Certainty::Close, "given.overlap"},
        {"empty identity", [](Person& p, Record&, Gate&) { p = FranceConnectIdentity{}; }, Certainty::None,
         "evidence.too-little"},
    };
}

} // namespace proconnect::certification

// SPDX-License-Identifier: MIT
#include "ui/departure/StaffText.h"

#include "ui/sheets/FaultFacts.h"
#include "ui/text/NamedText.h"

#include <QCoreApplication>

namespace proconnect::ui::staffText {
namespace {

using Kind = StaffFault::Kind;

/// What is wrong: its text, and its code.
struct Words
{
    const char* key;
    const char* code;
};

Words wordsOf(Kind kind)
{
    switch (kind) {
    case Kind::NoColumns:
        return {QT_TRID_NOOP("imp.f.nocolumns"), "file-columns-none"};
    case Kind::TooManyColumns:
        return {QT_TRID_NOOP("imp.f.columns"), "file-columns-many"};
    case Kind::ColumnTwice:
        return {QT_TRID_NOOP("staff.f.columntwice"), "file-column-twice"};
    case Kind::NoPersonColumn:
        return {QT_TRID_NOOP("staff.f.nocolumn"), "file-column-person"};
    case Kind::Quotes:
        return {QT_TRID_NOOP("imp.f.quotes"), "file-quotes"};
    case Kind::ValueCount:
        return {QT_TRID_NOOP("imp.f.values"), "file-values"};
    case Kind::TooManyPeople:
        return {QT_TRID_NOOP("staff.f.people"), "file-people"};
    case Kind::Person:
        return {QT_TRID_NOOP("staff.f.person"), "staff-person"};
    case Kind::LastDay:
        return {QT_TRID_NOOP("staff.f.lastday"), "staff-last-day"};
    }
    return {QT_TRID_NOOP("imp.f.unreadable"), "file-unreadable"};
}

Words wordsOf(TextFile::Trouble trouble)
{
    switch (trouble) {
    case TextFile::Trouble::TooLarge:
        return {QT_TRID_NOOP("imp.f.large"), "file-size"};
    case TextFile::Trouble::NotText:
        return {QT_TRID_NOOP("imp.f.text"), "file-text"};
    case TextFile::Trouble::None:
    case TextFile::Trouble::Unreadable:
        break;
    }
    return {QT_TRID_NOOP("imp.f.unreadable"), "file-unreadable"};
}

QString sentence(const Words& words, const QString& value)
{
    return withNames(qtTrId("imp.fault"),
                     {withNames(qtTrId(words.key), {value}), QString::fromLatin1(words.code)});
}

} // namespace

Fact trouble(TextFile::Trouble trouble)
{
    return {qtTrId("imp.file"), sentence(wordsOf(trouble), {})};
}

QList<Fact> faults(const StaffFile& file)
{
    return faultFacts(file, [](const StaffFault& one) { return sentence(wordsOf(one.kind), one.value); });
}

} // namespace proconnect::ui::staffText

// SPDX-License-Identifier: MIT
#include "core/protocol/Fingerprint.h"

#include "core/protocol/ModelFields.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <cstring>
#include <type_traits>

namespace proconnect {
namespace {

/// Every value one after the other, each so that its end is known: no two lists of values give the same
/// bytes. Its functions are those of JsonWriter.
class FingerprintWriter
{
public:
    [[nodiscard]] Fingerprint fingerprint() const
    {
        const QByteArray hash = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
        Fingerprint print;
        std::memcpy(&print.first, hash.constData(), sizeof(print.first));
        std::memcpy(&print.second, hash.constData() + sizeof(print.first), sizeof(print.second));
        return print;
    }

    void key(const char* /*name*/, const QString& value, qsizetype /*longest*/) { take(value); }
    void text(const char* /*name*/, const QString& value, qsizetype /*longest*/) { take(value); }
    void texts(const char* /*name*/, const QStringList& values, qsizetype /*most*/, qsizetype /*longest*/)
    {
        takeAll(values, [this](const QString& value) { take(value); });
    }
    void flag(const char* /*name*/, bool value) { take(qint64(value)); }
    void number(const char* /*name*/, int value, int /*smallest*/, int /*largest*/) { take(qint64{value}); }
    void date(const char* /*name*/, const QDate& value) { take(value.toJulianDay()); }
    void date(const char* name, const std::optional<QDate>& value)
    {
        takeIfThere(value, [&] { date(name, *value); });
    }
    void instant(const char* /*name*/, const QDateTime& value) { take(value.toMSecsSinceEpoch()); }
    void instant(const char* name, const std::optional<QDateTime>& value)
    {
        takeIfThere(value, [&] { instant(name, *value); });
    }
    template <typename E>
    void choice(const char* /*name*/, E value)
    {
        take(static_cast<qint64>(value));
    }
    template <typename E>
    void choices(const char* /*name*/, const QList<E>& values, qsizetype /*most*/)
    {
        takeAll(values, [this](E value) { take(static_cast<qint64>(value)); });
    }
    template <typename T>
    void object(const char* /*name*/, const std::optional<T>& value)
    {
        takeIfThere(value, [&] { describe(*this, *value); });
    }
    template <typename T>
    void list(const char* /*name*/, const QList<T>& values, qsizetype /*most*/)
    {
        takeAll(values, [this](const T& value) { describe(*this, value); });
    }

private:
    void take(qint64 value) { m_bytes.append(reinterpret_cast<const char*>(&value), sizeof(value)); }
    void take(const QString& text)
    {
        take(qint64{text.size()});
        m_bytes.append(reinterpret_cast<const char*>(text.utf16()),
                       text.size() * static_cast<qsizetype>(sizeof(char16_t)));
    }
    template <typename List, typename Take>
    void takeAll(const List& values, const Take& takeOne)
    {
        take(qint64{values.size()});
        for (const auto& value : values) {
            takeOne(value);
        }
    }
    template <typename T, typename Take>
    void takeIfThere(const std::optional<T>& value, const Take& takeIt)
    {
        take(qint64(value.has_value()));
        if (value) {
            takeIt();
        }
    }

    QByteArray m_bytes;
};

} // namespace

Fingerprint fingerprintOf(const PortalAccount& account)
{
    FingerprintWriter writer;
    describe(writer, account);
    return writer.fingerprint();
}

} // namespace proconnect

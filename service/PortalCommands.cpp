// SPDX-License-Identifier: MIT
#include "service/PortalCommands.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "service/config/IniFile.h"
#include "service/portals/PortalConfiguration.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace proconnect::service {
namespace {

constexpr int failed = 1;
constexpr int misused = 2;
constexpr int secretBytes = 32;
constexpr qint64 largestFile = 1024LL * 1024;

CommandLineAnswer refuse(int status, const QString& why)
{
    return {QStringLiteral("proconnectd: %1\n").arg(why), status};
}

std::optional<QString> contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(QString::fromUtf8(file.read(largestFile)))
                                          : std::nullopt;
}

QList<IniSection> sectionsOf(const QString& text)
{
    const auto parsed = parseIni(text);
    const auto* sections = std::get_if<QList<IniSection>>(&parsed);
    return sections == nullptr ? QList<IniSection>() : *sections;
}

std::optional<IniSection> sectionOf(const QString& text, const QString& portal)
{
    for (const IniSection& section : sectionsOf(text)) {
        if (section.name == QStringLiteral("portal.") + portal) {
            return section;
        }
    }
    return std::nullopt;
}

QString valueOf(const IniSection& section, const QString& key, const QString& absent)
{
    for (const auto& [name, value] : section.entries) {
        if (name == key) {
            return value;
        }
    }
    return absent;
}

/// The section of another portal than `portal` with that client_id; empty: none. What the others have from
/// the environment is not seen here, which is the service's.
QString otherWith(const QString& clientId, const QString& portal, const QString& text)
{
    for (const IniSection& section : sectionsOf(text)) {
        if (section.name.startsWith(QStringLiteral("portal.")) &&
            section.name != QStringLiteral("portal.") + portal &&
            valueOf(section, QStringLiteral("client_id"), QString()) == clientId) {
            return section.name;
        }
    }
    return {};
}

} // namespace

CommandLineAnswer PortalCommands::run(const QStringList& words) const
{
    static const QRegularExpression usable(QStringLiteral("^[a-z][a-z0-9_]{0,39}$"));
    const bool portal = words.size() == 4 && words[0] == u"portal" && words[1] == u"add";
    const bool client = words.size() == 3 && words[0] == u"client" && words[1] == u"add";
    if (!portal && !client) {
        return refuse(misused, QStringLiteral("portal add ID NAME, or client add ID; see --help"));
    }
    if (m_configFile.isEmpty()) {
        return refuse(misused, QStringLiteral("--config FILE says which file is changed"));
    }
    if (!usable.match(words[2]).hasMatch()) {
        return refuse(misused, QStringLiteral("ID is small letters, digits and _, a letter first"));
    }
    return portal ? addPortal(words[2], words[3].simplified()) : addClient(words[2]);
}

CommandLineAnswer PortalCommands::addPortal(const QString& id, const QString& name) const
{
    const auto text = contentOf(m_configFile);
    if (!text) {
        return refuse(failed, QStringLiteral("%1 cannot be read").arg(m_configFile));
    }
    if (sectionOf(*text, id)) {
        return refuse(failed, QStringLiteral("[portal.%1] is there already").arg(id));
    }
    QString secret;
    const QString more = credentials(secret);
    return save(QStringLiteral("%1%2\n[portal.%3]\nname = %4\nclient_id = %3\n%5")
                    .arg(*text, text->endsWith(u'\n') ? QString() : QStringLiteral("\n"), id, name, more),
                id, id, secret);
}

CommandLineAnswer PortalCommands::addClient(const QString& id) const
{
    const auto text = contentOf(m_configFile);
    const auto section = text ? sectionOf(*text, id) : std::nullopt;
    if (!section) {
        return refuse(failed, QStringLiteral("%1 has no [portal.%2]").arg(m_configFile, id));
    }
    static const QRegularExpression formerCredential(
        QStringLiteral("^\\s*(client_secret|client_secret_hash|client_keys)\\s*="));
    QString secret;
    QStringList lines;
    bool inside = false;
    const QStringList former = text->split(u'\n');
    for (const QString& line : former) {
        const QString trimmed = line.trimmed();
        if (trimmed.startsWith(u'[')) {
            inside = trimmed == QStringLiteral("[portal.%1]").arg(id);
        }
        if (inside && formerCredential.match(line).hasMatch()) {
            continue;
        }
        lines.append(line);
        if (inside && trimmed.startsWith(u'[')) {
            lines.append(credentials(secret).trimmed());
        }
    }
    return save(lines.join(u'\n'), id, valueOf(*section, QStringLiteral("client_id"), QString()), secret);
}

QString PortalCommands::credentials(QString& secret) const
{
    if (!m_keysFile.isEmpty()) {
        return QStringLiteral("client_keys = %1\n").arg(QFileInfo(m_keysFile).absoluteFilePath());
    }
    secret = QString::fromLatin1(base64url::encode(randomBytes(secretBytes)));
    const QByteArray hash = QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("client_secret_hash = %1\n").arg(QString::fromLatin1(hash.toHex()));
}

CommandLineAnswer PortalCommands::save(const QString& text, const QString& id, const QString& clientId,
                                       const QString& secret) const
{
    const auto section = sectionOf(text, id);
    QHash<QString, QString> values;
    for (const auto& [key, value] : section ? section->entries : QList<std::pair<QString, QString>>()) {
        values.insert(key, value);
    }
    if (const auto read = readPortalSection(id, values); !read) {
        return refuse(failed, read.failure().detail);
    }
    if (const QString other = otherWith(clientId, id, text); !other.isEmpty()) {
        return refuse(failed, QStringLiteral("[%1] has the client_id %2 already").arg(other, clientId));
    }
    struct stat owner = {};
    QSaveFile file(m_configFile);
    const bool written = ::stat(QFile::encodeName(m_configFile).constData(), &owner) == 0 &&
                         file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.flush() &&
                         ::fchown(file.handle(), owner.st_uid, owner.st_gid) == 0 &&
                         ::fchmod(file.handle(), owner.st_mode & ALLPERMS) == 0 && file.commit();
    if (!written) {
        return refuse(failed, QStringLiteral("%1 cannot be written").arg(m_configFile));
    }
    QJsonObject answer{{QStringLiteral("portal"), id}, {QStringLiteral("client_id"), clientId}};
    if (!secret.isEmpty()) {
        answer.insert(QStringLiteral("client_secret"), secret);
    }
    return {QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)) + u'\n', 0};
}

} // namespace proconnect::service

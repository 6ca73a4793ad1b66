// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace proconnect::tests {

/// A web server on loopback that answers what the test wrote, and notes what was asked.
class PageServer final : public QTcpServer
{
    Q_OBJECT

public:
    PageServer();

    /// `head`: further header lines, each ending with CRLF.
    void page(const QString& path, const QByteArray& html, const QByteArray& head = {});
    /// 503 with a page of its own.
    void fail(const QString& path, const QByteArray& html);
    void redirect(const QString& path, const QUrl& target);
    /// Closes the connection without an answer.
    void drop(const QString& path) { m_dropped.append(path); }

    /// http://127.0.0.1:port + path.
    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] QString host() const;
    [[nodiscard]] const QStringList& asked() const { return m_asked; }
    /// Cookie headers that came with the requests for `path`.
    [[nodiscard]] QList<QByteArray> cookies(const QString& path) const { return m_cookies.value(path); }

private:
    void answer(QTcpSocket& socket);

    QHash<QString, QByteArray> m_answers;
    QStringList m_dropped;
    QStringList m_asked;
    QHash<QString, QList<QByteArray>> m_cookies;
};

} // namespace proconnect::tests

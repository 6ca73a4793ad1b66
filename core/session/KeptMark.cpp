// SPDX-License-Identifier: MIT
#include "core/session/KeptMark.h"

#include <QDir>
#include <QFile>

namespace proconnect {
namespace {

void create(const QString& directory, const QString& path)
{
    QDir().mkpath(directory);
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

KeptMark::KeptMark(QString directory, const QString& item)
    : m_directory(std::move(directory)), m_kept(m_directory + u'/' + item + QStringLiteral(".kept")),
      m_owed(m_directory + u'/' + item + QStringLiteral(".erase-owed"))
{}

KeptMark::State KeptMark::state()
{
    if (!m_state) {
        m_state = QFile::exists(m_owed)   ? State::EraseOwed
                  : QFile::exists(m_kept) ? State::Kept
                                          : State::Nothing;
    }
    return *m_state;
}

void KeptMark::set(State state)
{
    if (state == this->state()) {
        return;
    }
    m_state = state;
    switch (state) {
    case State::Nothing:
        QFile::remove(m_kept);
        QFile::remove(m_owed);
        return;
    case State::Kept:
        create(m_directory, m_kept);
        QFile::remove(m_owed);
        return;
    case State::EraseOwed:
        if (!QFile::rename(m_kept, m_owed)) {
            create(m_directory, m_owed);
        }
        return;
    }
}

} // namespace proconnect

// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignOutVisit.h"

#include "ui/sign_in/WebPaneLoader.h"

#include <QDesktopServices>
#include <QTimer>

#include <chrono>

namespace proconnect::ui {
namespace {

constexpr std::chrono::seconds longest{20};

} // namespace

SignOutVisit::SignOutVisit(const SignOutReport& report, bool demonstration, QObject* parent) : QObject(parent)
{
    QTimer::singleShot(longest, this, &QObject::deleteLater);
    if (report.inSystemBrowser) {
        QDesktopServices::openUrl(report.leaving.start);
        deleteLater();
        return;
    }
    m_pane = loadWebPane(report.leaving, demonstration,
                         {[](const QUrl&) {}, [](int) {}, [this](const QUrl&) { deleteLater(); },
                          [this](const Failure&) { deleteLater(); }});
    if (m_pane) {
        m_pane->open(report.leaving.start);
    } else {
        deleteLater();
    }
}

SignOutVisit::~SignOutVisit() = default;

} // namespace proconnect::ui

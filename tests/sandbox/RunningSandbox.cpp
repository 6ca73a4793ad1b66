// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"

namespace proconnect::sandbox::test {

namespace {

Options optionsFor(const std::string& serviceUrl)
{
    Options options;
    options.franceConnectPort = 0;
    options.franceConnectPlusPort = 0;
    options.worldPort = 0;
    options.mailPort = 0;
    options.certificatePort = 0;
    options.serviceUrl = serviceUrl;
    return options;
}

} // namespace

RunningSandbox::RunningSandbox(const std::string& serviceUrl) : m_sandbox(optionsFor(serviceUrl)) {}

QString RunningSandbox::address(const char* name) const
{
    return QString::fromStdString(m_sandbox.addresses().at(name).get<std::string>());
}

QUrl RunningSandbox::world(const QString& path) const
{
    return QUrl(address("world") + path);
}

QUrl RunningSandbox::franceConnect(const QString& path) const
{
    return QUrl(issuer() + path);
}

QString RunningSandbox::issuer() const
{
    return address("franceConnect");
}

int RunningSandbox::mailPort() const
{
    return QUrl(address("mail")).port();
}

QUrl RunningSandbox::badCertificate() const
{
    return QUrl(address("badCertificate"));
}

bool RunningSandbox::order(const QJsonObject& orders)
{
    return m_http.postJson(world(QStringLiteral("/controle")), orders).status == 204;
}

} // namespace proconnect::sandbox::test

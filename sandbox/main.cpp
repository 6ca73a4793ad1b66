// SPDX-License-Identifier: MIT
#include "sandbox/Options.h"
#include "sandbox/Sandbox.h"
#include "sandbox/StopSignals.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>

int main(int argc, char** argv)
{
    using namespace proconnect::sandbox;
    const QCoreApplication application(argc, argv);
    int exitCode = 0;
    const std::optional<Options> options = Options::read(QCoreApplication::arguments(), exitCode);
    if (!options) {
        return exitCode;
    }
    try {
        const StopSignals stopSignals;
        const Sandbox sandbox(*options);
        std::puts(sandbox.addresses().dump().c_str());
        std::fflush(stdout);
        return QCoreApplication::exec();
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "proconnect-sandbox: %s\n", problem.what());
        return 1;
    }
}

# SPDX-License-Identifier: MIT
# What nearly every file includes, parsed once: it halves a clean build. Sources include what they use all the same;
# clang-tidy looks at them without it.
add_library(proconnect_precompiled OBJECT cmake/precompiled/qt_core.cpp)
target_link_libraries(proconnect_precompiled PRIVATE proconnect_flags Qt6::Core)
target_precompile_headers(proconnect_precompiled PRIVATE
    <QtCore/QByteArray> <QtCore/QDateTime> <QtCore/QHash> <QtCore/QJsonArray> <QtCore/QJsonDocument>
    <QtCore/QJsonObject> <QtCore/QList> <QtCore/QObject> <QtCore/QString> <QtCore/QStringList> <QtCore/QTimer>
    <QtCore/QUrl> <QtCore/QVariant> <algorithm> <chrono> <functional> <memory> <optional> <variant> <vector>)

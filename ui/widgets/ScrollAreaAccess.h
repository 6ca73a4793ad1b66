// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::ui {

/// Lets assistive tools ask scroll areas for any child. By itself Qt 6.4 reads past its list when the child
/// asked for is a scroll bar that has gone since the tool counted, and the program dies under a screen
/// reader. Call once, before windows are built.
void guardScrollAreas();

} // namespace proconnect::ui

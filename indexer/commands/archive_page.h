// SPDX-License-Identifier: GPL-3.0-or-later
// The manual page newsindex-archive(5): the files of an archive on disk.
#pragma once

#include <string>

namespace newsindex {

// The text of the page. A test compares its lists of files with schema/FORMAT.md (see
// tests/house/format).
std::string archive_page_text();

}  // namespace newsindex

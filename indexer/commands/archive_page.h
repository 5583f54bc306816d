// SPDX-License-Identifier: GPL-3.0-or-later
// The manual page newsindex-archive(5): what an archive is on disk.
#pragma once

#include <string>

namespace newsindex {

// The text of the page. Its lists of files are those of schema/FORMAT.md (see tests/house/format).
std::string archive_page_text();

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// Is an archive whole? Nothing here writes.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Looks at all files of all segments of the opened revision: their sizes and digests, Xapian's own
// check, the checksums of the files beside the database, and every stored article against columns
// and ids. Returns a sentence for each thing that is wrong; empty: nothing is. `stop` is asked for
// each part and article. Throws Error(io) when there is a file that this user may not read.
std::vector<std::string> check_archive(Archive& archive, const StopRequest* stop = nullptr);

}  // namespace newsindex

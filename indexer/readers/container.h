// SPDX-License-Identifier: GPL-3.0-or-later
// Reads containers with libarchive: tar, zip, 7z.
#pragma once

#include <string_view>

#include "indexer/readers/read_bytes.h"

namespace newsindex {

// True if a file that begins like this is a container. Needs the first 512 bytes, if the file has
// so many.
bool is_container(std::string_view start);

// Reads the records of all entries that are not hidden. A part that is damaged, encrypted, nested
// too deep or expands too much is one reject; records read before it are kept.
void read_container(PeekedBytes& bytes, const ReadPlace& place, RecordSink& sink);

}  // namespace newsindex

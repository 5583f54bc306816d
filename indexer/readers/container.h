// SPDX-License-Identifier: GPL-3.0-or-later
// Containers and compressed files (libarchive): tar, zip, 7z; gzip, bzip2, xz, lzma, zstd.
#pragma once

#include <string_view>

#include "indexer/readers/read_bytes.h"

namespace newsindex {

// Whether a file that begins like this is one of them. At least 512 bytes decide it, if there are
// so many.
bool is_container(std::string_view start);

// Reads the records of all entries but hidden ones. What is damaged, encrypted, nested too deep or
// too large for its size is one reject; what was read before it stays.
void read_container(PeekedBytes& bytes, const ReadPlace& place, RecordSink& sink);

}  // namespace newsindex

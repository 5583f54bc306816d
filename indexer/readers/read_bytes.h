// SPDX-License-Identifier: GPL-3.0-or-later
// Reads records from a stream of bytes of any format. Containers repeat this step for each entry.
#pragma once

#include <string>

#include "indexer/readers/bytes.h"
#include "indexer/readers/record_sink.h"

namespace newsindex {

// The place of the bytes within containers.
struct ReadPlace {
  int depth = 0;     // number of containers around
  std::string path;  // of the file or entry; used only if the content is not clear
};

// Reads the records of `bytes`. Below depth 0, empty data and data that is not text are skipped.
// Returns the shape of the text if a later piece of it can be read by itself.
AppendableFormat read_bytes(Bytes& bytes, const ReadPlace& place, RecordSink& sink);

// Reads such a piece, which begins where an earlier reading ended, or after a gap.
void read_on(Bytes& bytes, AppendableFormat shape, const ReadPlace& place, RecordSink& sink);

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// Records out of a stream of bytes, whatever is in it: the step that containers take again for each
// entry.
#pragma once

#include <string>

#include "indexer/readers/bytes.h"
#include "indexer/readers/record_sink.h"

namespace newsindex {

// Where in containers the bytes stand.
struct ReadPlace {
  int depth = 0;     // containers around
  std::string path;  // of the file or entry: decides only where the content leaves it open
};

// Reads the records of `bytes`. Below depth 0 what is empty or no text is passed over. Gives the
// shape of text of which a later piece can be read by itself.
Growing read_bytes(Bytes& bytes, const ReadPlace& place, RecordSink& sink);

// Reads such a piece: where an earlier reading ended, or behind a gap.
void read_on(Bytes& bytes, Growing shape, const ReadPlace& place, RecordSink& sink);

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user names (file, folder, `-`) to records. Streaming: memory does not grow with a
// file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/readers/record.h"

namespace newsindex {

// One file to read. `path` is what articles show as their origin and what the ledger knows it by.
struct SourceFile {
  std::string
      path;  // as the user wrote it, extended by what is below a folder; "-" for standard input
  std::uint64_t bytes = 0;       // 0 for "-"
  std::int64_t modified_ns = 0;  // since 1970; 0 for "-"
};

struct ReadLimits {
  std::uint64_t record_bytes = 64ull
                               << 20;  // a longer record is rejected, the rest of its file read
  // The path of the elements that are records of house XML, "messages/message", or empty.
  std::string xml_record{};
  int nesting = 5;           // containers in containers
  std::size_t depth = 1000;  // elements of XML, one in the other
  // A container may not give more bytes than `grace_bytes` and so many times its own.
  std::uint64_t expansion = 200;
  std::uint64_t grace_bytes = 256ull << 20;
  // Asked for every block of the file and while there is none; the file ends when it says no.
  std::function<bool()> go_on{};
};

// The files that the user's sources stand for: folders recursively, in order of path; hidden files,
// editor backups, archives and links to folders already visited are left out. A source that does
// not exist or cannot be read is given to `reject` (record 0), the rest goes on. `on_folder` is
// called for each folder; what it throws ends the search.
std::vector<SourceFile> find_files(const std::vector<std::string>& sources,
                                   const std::function<void(Reject)>& reject,
                                   const std::function<void()>& on_folder = {});

// Reads the records of one file, in order. The format is found by content: containers (tar, zip,
// 7z) and compressed files, one in the other; web archives (WARC, ARC); JSON object, array or
// lines; SGML with <REUTERS> or <DOC>; HTML; otherwise a page of text. Empty and binary files are
// rejected, but passed over within containers.
// `take` may return false to stop early. Never throws for what is in the file.
void read_records(const SourceFile& file, const ReadLimits& limits,
                  const std::function<bool(Record)>& take,
                  const std::function<void(Reject)>& reject);

}  // namespace newsindex

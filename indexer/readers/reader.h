// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user names (file, folder, `-`) to records. Streaming: memory does not grow with a
// file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/record.h"

namespace newsindex {

// A page of an issue of a newspaper, as the METS file beside it names it.
struct SourcePage {
  std::string href;
  std::string place{};    // the path that is opened; empty when there is a failure
  std::string failure{};  // half a sentence: "no such file"
};

// One file to read. A METS file has its pages with it: sizes and times are of all of them together.
struct SourceFile {
  std::string path;              // its name (see source_names.h); "-" for standard input
  std::uint64_t bytes = 0;       // as are all the following: 0 for "-"
  std::int64_t modified_ns = 0;  // mtime, since 1970
  std::int64_t changed_ns = 0;   // ctime, since 1970
  std::uint64_t inode = 0;
  std::string place{};  // the path that is opened; empty: its name
  std::vector<SourcePage> pages{};
};

// Files that grow at their end by whole records.
enum class Growing : std::uint8_t { no, json_lines, mailbox, warc };

// Where to go on in a file that has grown: at its last record, which may not have been complete.
struct Resume {
  Growing shape = Growing::no;
  std::uint64_t offset = 0;  // bytes before that record
  std::uint64_t record = 0;  // its number
  friend bool operator==(const Resume&, const Resume&) = default;
};

// What an earlier reading of a file left.
struct EarlierReading {
  std::uint64_t bytes = 0;
  std::uint64_t content = 0;  // digest64 of them
  Resume resume;
  std::function<void()> on_tail{};  // called when only the tail is read, before its first record
};

struct ReadOutcome {
  std::string incomplete;     // why the file was not read to its end, or empty
  std::uint64_t bytes = 0;    // of the file, up to where it was read
  std::uint64_t content = 0;  // digest64 of them
  Resume resume;
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

// Reads the records of one file, in order. The format is found by content: containers (tar, zip,
// 7z) and compressed files, one in the other; web archives (WARC, ARC); JSON object, array or
// lines; SGML with <REUTERS> or <DOC>; XML; hOCR; HTML; otherwise a page of text. Empty and binary
// files are rejected, but passed over within containers. `take` may return false to stop early.
// Never throws for what is in the file. Where the file still begins with what `earlier` read, only
// its tail is read.
ReadOutcome read_records(const SourceFile& file, const ReadLimits& limits,
                         const std::function<bool(Record)>& take,
                         const std::function<void(Reject)>& reject,
                         const EarlierReading* earlier = nullptr);

// digest64 of the bytes of a file, with those of its pages; empty when it cannot be read.
std::optional<std::uint64_t> content_of(const SourceFile& file, const std::function<bool()>& go_on);

}  // namespace newsindex

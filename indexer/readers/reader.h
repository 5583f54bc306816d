// SPDX-License-Identifier: GPL-3.0-or-later
// Reads records from what the user names (file, folder, `-`). Reading is streamed: memory does not
// grow with the size of a file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/record.h"

namespace newsindex {

// A page of a newspaper issue, as the METS file beside it names it.
struct SourcePage {
  std::string href;
  std::string place{};    // the path that is opened; empty if there is a failure
  std::string failure{};  // half a sentence: "no such file"
};

// One file to read. A METS file comes with its pages; its size and times are those of all together.
struct SourceFile {
  std::string path;              // its name (see source_names.h); "-" for standard input
  std::uint64_t bytes = 0;       // 0 for "-", as all the following
  std::int64_t modified_ns = 0;  // mtime, since 1970
  std::int64_t changed_ns = 0;   // ctime, since 1970
  std::uint64_t inode = 0;
  std::string place{};  // the path that is opened; if empty, `path` is
  std::vector<SourcePage> pages{};
};

// Kinds of files to which whole records are appended.
enum class AppendableFormat : std::uint8_t { no, json_lines, mailbox, warc };

// Where to continue in a file that has grown: at its last record, which may have been incomplete.
struct Resume {
  AppendableFormat shape = AppendableFormat::no;
  std::uint64_t offset = 0;  // bytes before that record
  std::uint64_t record = 0;  // number of that record
  friend bool operator==(const Resume&, const Resume&) = default;
};

// What is known from an earlier reading of a file.
struct EarlierReading {
  std::uint64_t bytes = 0;
  std::uint64_t content = 0;  // digest64 of these bytes
  Resume resume;
  std::function<void()> on_tail{};  // called before the first record if only the tail is read
};

struct ReadOutcome {
  std::string incomplete;     // why the file was not read to its end, or empty
  std::uint64_t bytes = 0;    // of the file, up to where it was read
  std::uint64_t content = 0;  // digest64 of these bytes
  Resume resume;
};

struct ReadLimits {
  std::uint64_t record_bytes = 64ull << 20;  // a longer record is rejected; the rest is still read
  // Path of the record elements in XML that the user described, "messages/message"; or empty.
  std::string xml_record{};
  int nesting = 5;           // containers within containers
  std::size_t depth = 1000;  // nested elements of XML
  // A container may expand to at most `grace_bytes` plus `expansion` times its own size.
  std::uint64_t expansion = 200;
  std::uint64_t grace_bytes = 256ull << 20;
  // Asked before each block of the file, and while waiting for one; false ends the reading.
  std::function<bool()> go_on{};
};

// Reads the records of one file, in order. The format is found by content: containers (tar, zip,
// 7z) and compressed files, also nested; web archives (WARC, ARC); JSON object, array or lines;
// SGML with <REUTERS> or <DOC>; XML; e-mail; tables (CSV); messages of a news wire; hOCR; HTML;
// otherwise a page of text. Empty and binary files are rejected, but skipped within containers.
// `take` may return false to stop early. Never throws because of a file's content. If the file
// still begins with the bytes that `earlier` read, only its tail is read.
ReadOutcome read_records(const SourceFile& file, const ReadLimits& limits,
                         const std::function<bool(Record)>& take,
                         const std::function<void(Reject)>& reject,
                         const EarlierReading* earlier = nullptr);

// digest64 of the bytes of a file and of its pages; nullopt if the file cannot be read.
std::optional<std::uint64_t> content_of(const SourceFile& file, const std::function<bool()>& go_on);

}  // namespace newsindex

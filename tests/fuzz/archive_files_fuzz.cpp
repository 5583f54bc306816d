// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes can stand for one of the small files of an archive: archive.json, segment.json, a
// table, or the journal of runs. They are read twice: as they are, which fails almost always by the
// digest at their end, and with the digest that belongs to them. Either what was written is read,
// or there is an Error with a message.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/sources/ledger.h"
#include "indexer/write/removals.h"
#include "indexer/write/run_journal.h"
#include "indexer/write/source_activity.h"
#include "schema/archive/manifest.h"
#include "schema/archive/seal.h"
#include "schema/archive/segment_record.h"
#include "schema/archive/table_file.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

constexpr const char* kTable = "sources-1.tsv";

void require(bool holds) {
  if (!holds) std::abort();
}

template <class Read>
void read_or_say_why(Read read) {
  try {
    read();
  } catch (const Error& error) {
    require(error.what()[0] != '\0');
  }
}

bool is_kind(std::string_view text, const char* kind) {
  return text.starts_with("newsindex " + std::string(kind) + " ");
}

// The same table, with the last line (its digest) that belongs to it.
std::string with_table_digest(std::string_view text) {
  const std::string rows(text.substr(0, text.find("end\t")));
  return rows + "end\t" + hex_digits(digest64(rows)) + "\n";
}

std::string with_seal(std::string_view text) {
  constexpr std::string_view kSeal = ",\n \"digest\": \"";
  return sealed(std::string(text.substr(0, text.rfind(kSeal))) + "\n}\n");
}

// A table that is read and written again reads the same.
template <class Table, class Same>
void read_twice(const TemporaryFolder& folder, Same same) {
  const Table once = Table::read(folder.path(), kTable);
  const Table twice = Table::read(folder.path(), once.write(folder.path(), 2));
  require(same(once, twice));
}

void read_table(const TemporaryFolder& folder, const std::string& text) {
  folder.write(kTable, text);
  read_or_say_why([&] { check_table(folder.path(), kTable); });
  read_or_say_why([&] {
    if (is_kind(text, kRemovalsTable.name))
      read_twice<Removals>(
          folder, [](const Removals& a, const Removals& b) { return a.by_id() == b.by_id(); });
    else if (is_kind(text, kActivityTable.name))
      SourceActivity::read(folder.path(), kTable).write(folder.path(), 2);
    else
      read_twice<Ledger>(folder, [](const Ledger& a, const Ledger& b) {
        return a.entries() == b.entries() && a.roots() == b.roots() && a.analysis() == b.analysis();
      });
  });
}

// All names in a segment are plain file names, so they stay inside the archive.
void require_plain(const Segment& segment) {
  for (const SegmentFile& file : segment.files) require(file.name.find('/') == file.name.npos);
  require(segment.name.find('/') == segment.name.npos);
  require(segment.articles <= segment.documents);
}

void read_json(const TemporaryFolder& folder, const std::string& text) {
  read_or_say_why([&] {
    for (const Segment& segment : manifest_of(folder.path(), text).segments) require_plain(segment);
  });
  read_or_say_why([&] { manifest_without_seal(folder.path(), text); });
  folder.write(kSegmentRecordName, text);
  read_or_say_why([&] { require_plain(read_segment_record(folder.path()).segment); });
  folder.write(kRunJournalName, text);
  read_or_say_why([&] { read_runs(folder.path()); });
}

}  // namespace
}  // namespace newsindex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace newsindex;
  static const TemporaryFolder folder;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (text.starts_with("newsindex ")) {
    read_table(folder, text);
    read_table(folder, with_table_digest(text));
  } else {
    read_json(folder, text);
    read_json(folder, with_seal(text));
  }
  return 0;
}

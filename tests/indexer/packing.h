// SPDX-License-Identifier: GPL-3.0-or-later
// Containers and compressed text made in memory, and what is read from them, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/readers/reader.h"
#include "tests/temporary_folder.h"

namespace newsindex {

struct PackedOutcome {
  std::vector<std::string> records;  // "entry: bytes"
  std::vector<std::string> rejects;  // "entry: reason"
  std::vector<Record> whole;
};

inline PackedOutcome read_packed(const std::string& bytes, ReadLimits limits = {}) {
  const TemporaryFolder folder;
  PackedOutcome outcome;
  read_records(
      {folder.write("file", bytes), 0, 0}, limits,
      [&](Record record) {
        outcome.records.push_back(record.origin.entry + ": " + record.bytes);
        outcome.whole.push_back(std::move(record));
        return true;
      },
      [&](const Reject& reject) {
        outcome.rejects.push_back(reject.origin.entry + ": " + reject.reason);
      });
  return outcome;
}

using Entries = std::vector<std::pair<std::string, std::string>>;  // name, content

inline std::string pack(int format, int filter, const Entries& entries,
                        const char* password = nullptr) {
  std::string bytes(entries.size() * 2048 + (1 << 20), '\0');
  for (const auto& [name, content] : entries) bytes.resize(bytes.size() + content.size());
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format(writer, format);
  archive_write_add_filter(writer, filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  if (password != nullptr) {
    archive_write_set_options(writer, "zip:encryption=traditional");
    archive_write_set_passphrase(writer, password);
  }
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

inline std::string compressed(int filter, const std::string& content) {
  return pack(ARCHIVE_FORMAT_RAW, filter, {{"data", content}});
}

}  // namespace newsindex

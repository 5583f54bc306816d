// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of a segment are deleted: replaced by a newer version, or removed. The segment
// itself is never changed; each revision that deletes something in it writes a new small file
// beside it. This is the only place that answers "is this copy deleted?".
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "schema/segment/columns.h"

namespace newsindex {

class Deletions {
 public:
  // Nothing is deleted.
  Deletions() = default;

  // Reads such a file. Throws as SectionFile does, and Error(internal) when the count is another.
  Deletions(const std::filesystem::path& path, std::uint64_t articles, std::uint64_t count);

  // The same, however many it holds.
  Deletions(const std::filesystem::path& path, std::uint64_t articles);

  bool contains(Docid docid) const {
    const std::size_t index = docid - 1;
    return index / 64 < bits_.size() && (bits_[index / 64] >> index % 64 & 1u) != 0;
  }
  bool empty() const { return count_ == 0; }
  std::uint64_t count() const { return count_; }

  // Adds an article; false when it was deleted before.
  bool add(Docid docid);

  // Takes the deleted ones out of a list.
  void remove_from(std::vector<Docid>& docids) const;

  // Throws Error(cannot_create) or Error(io).
  void write(const std::filesystem::path& path, std::uint64_t articles) const;

 private:
  std::vector<std::uint64_t> bits_;  // one a docid, from 1
  std::uint64_t count_ = 0;
};

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// The set of deleted articles of a segment: replaced by a newer version, or removed. The segment
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
  // An empty set.
  Deletions() = default;

  // Reads a file of deletions. Throws as SectionFile does, and Error(internal) when it does not
  // hold exactly `count` deletions.
  Deletions(const std::filesystem::path& path, std::uint64_t articles, std::uint64_t count);

  // The same, for any number of deletions.
  Deletions(const std::filesystem::path& path, std::uint64_t articles);

  bool contains(Docid docid) const {
    const std::size_t index = docid - 1;
    return index / 64 < bits_.size() && (bits_[index / 64] >> index % 64 & 1u) != 0;
  }
  bool empty() const { return count_ == 0; }
  std::uint64_t count() const { return count_; }

  // Adds an article; false when it is already in the set.
  bool add(Docid docid);

  // Removes the deleted articles from a list.
  void remove_from(std::vector<Docid>& docids) const;

  // Writes the set to a file. Throws Error(cannot_create) or Error(io).
  void write(const std::filesystem::path& path, std::uint64_t articles) const;

 private:
  std::vector<std::uint64_t> bits_;  // one bit per docid, from docid 1
  std::uint64_t count_ = 0;
};

}  // namespace newsindex

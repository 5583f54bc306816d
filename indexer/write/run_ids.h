// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that a run has seen, with the newest version of each. A mapped file holds a hash table; a
// second file holds the versions and is only read for an id that was seen before. So both may grow
// beyond the memory of a run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/write/article_version.h"

namespace newsindex {

struct GivenArticle {
  std::uint64_t digest = 0;    // of the article
  std::uint64_t sequence = 0;  // 0: it was not written
  ArticleVersion version;
};

class RunIds {
 public:
  // Writes into this folder; the caller removes it.
  explicit RunIds(std::filesystem::path folder);
  ~RunIds();
  RunIds(const RunIds&) = delete;
  RunIds& operator=(const RunIds&) = delete;

  // The article with this id that was put last, if any. Throws Error(io).
  std::optional<GivenArticle> find(std::string_view id) const;

  // Stores an article, and replaces an earlier one with the same id. Throws Error(io) if the disk
  // is full.
  void put(std::string_view id, const GivenArticle& given);

 private:
  struct Slot {
    std::uint64_t id = 0;  // hash of the id; 0: the slot is free
    std::uint64_t at = 0;  // offset in the file of versions
  };
  void grow();
  Slot& slot_of(std::uint64_t id) const;
  void flush() const;

  std::filesystem::path folder_;
  unsigned files_ = 0;
  Slot* slots_ = nullptr;  // their number is a power of two
  std::uint64_t capacity_ = 0;
  std::uint64_t count_ = 0;
  int versions_ = -1;
  mutable std::uint64_t written_ = 0;
  mutable std::string unwritten_;  // to be appended to the file of versions
};

}  // namespace newsindex

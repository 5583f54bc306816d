// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that a run has seen, with the first article of each: a hash table in a mapped file, so
// that it may grow beyond the memory of a run.
#pragma once

#include <cstdint>
#include <filesystem>

namespace newsindex {

// The first article of a run with some id.
struct Given {
  std::uint64_t id = 0;      // hash of the id
  std::uint64_t digest = 0;  // of the article
  std::uint32_t file = 0;    // index in the run's list of files
  std::uint32_t record = 0;
};

class RunIds {
 public:
  // Writes into this folder, which the owner removes.
  explicit RunIds(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~RunIds();
  RunIds(const RunIds&) = delete;
  RunIds& operator=(const RunIds&) = delete;

  // Remembers an article if it is the first with its id; else gives the one that was. Throws
  // Error(io) when the disk is full.
  struct Result {
    Given given;
    bool is_new = false;
  };
  Result add(const Given& given);

 private:
  void grow();
  Given& slot_of(std::uint64_t id);

  std::filesystem::path folder_;
  unsigned files_ = 0;
  Given* slots_ = nullptr;  // a power of two of them; free where id is 0
  std::uint64_t capacity_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace newsindex

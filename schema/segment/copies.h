// SPDX-License-Identifier: GPL-3.0-or-later
// What copies of a story are found by (see schema/sketch.h): for each article the sketch of its
// body, and a sorted table from the keys of the sketches to the articles that have them.
//
// Of a key 24 bits are kept, so about one article in 16 million has a key by chance; of the words
// of a sketch four bits each, which are all that is compared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "schema/segment/columns.h"
#include "schema/sketch.h"

namespace newsindex {

// Thread-safe.
class Copies {
 public:
  // `folder` of a segment, and the number of its articles. Throws as SectionFile does.
  Copies(const std::filesystem::path& folder, std::uint64_t articles);

  // Appends the articles that have this key, ascending, at most `most` of them.
  void with_key(std::uint32_t key, std::size_t most, std::vector<Docid>& docids) const;

  // The sketch of an article, without its keys; none of short texts.
  std::optional<Sketch> sketch(Docid docid) const;

  std::uint64_t articles() const { return file_.articles(); }

  void verify() const { file_.verify(); }

 private:
  friend class CopiesWriter;
  SectionFile file_;
};

// Writes the file of a segment whose articles come part after part, and within a part in the order
// of their docids.
class CopiesWriter {
 public:
  CopiesWriter();
  ~CopiesWriter();

  // An article and its sketch, if it has one.
  void add(const std::optional<Sketch>& sketch);

  // All articles of another segment. It must outlive `write`.
  void add(const Copies& part);

  // Throws Error(cannot_create) or Error(io).
  void write(const std::filesystem::path& folder) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// The data for finding copies of a story (see schema/sketch.h): for each article the sketch of its
// body, and a sorted table from keys of sketches to the articles that have them.
//
// 24 bits of a key are kept, so about one article in 16 million has a given key by chance. Four
// bits of each byte of Sketch::words are kept; no more are compared.
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
  // Takes the folder of a segment and the number of its articles. Throws as SectionFile does.
  Copies(const std::filesystem::path& folder, std::uint64_t articles);

  // Appends to `docids` the articles that have this key, ascending, at most `most` of them.
  void with_key(std::uint32_t key, std::size_t most, std::vector<Docid>& docids) const;

  // The sketch of an article, without its keys; nullopt for short texts.
  std::optional<Sketch> sketch(Docid docid) const;

  std::uint64_t articles() const { return file_.articles(); }

  void verify() const { file_.verify(); }

 private:
  friend class CopiesWriter;
  SectionFile file_;
};

// Writes the file `copies` of a segment. Articles are added part after part, in the order of their
// docids.
class CopiesWriter {
 public:
  CopiesWriter();
  ~CopiesWriter();

  // Adds an article and its sketch, if it has one.
  void add(const std::optional<Sketch>& sketch);

  // Adds all articles of another segment, which must stay open until `write` has returned.
  void add(const Copies& part);

  // Throws Error(cannot_create) or Error(io).
  void write(const std::filesystem::path& folder) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsindex

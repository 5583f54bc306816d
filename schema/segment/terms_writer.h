// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of several parts become those of one segment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "schema/segment/terms.h"

namespace newsindex {

// One part: articles with docids from 1, their terms in the order of bytes, and their words.
class TermsSource {
 public:
  virtual ~TermsSource() = default;

  virtual Docid articles() const = 0;

  // To before the first term; to the next one (false at the end).
  virtual void rewind() = 0;
  virtual bool next() = 0;

  // Of the term that next() came to. The code is one of this part's own, below codes(); 0: none.
  virtual std::string_view term() const = 0;
  virtual WordCode code() const = 0;
  virtual std::uint32_t frequency() const = 0;  // articles that have it
  virtual void read(Postings& postings) const = 0;

  virtual WordCode codes() const = 0;
  virtual void read_words(Docid docid, std::vector<WordCode>& words) const = 0;
};

// The terms of another segment, which must outlive this.
std::unique_ptr<TermsSource> source_of(const Terms& terms);

// Writes the terms of a segment that holds the articles of these parts, one part after the other.
// Throws Error(cannot_create) or Error(io).
void write_terms(const std::filesystem::path& folder,
                 std::span<const std::unique_ptr<TermsSource>> parts);

}  // namespace newsindex

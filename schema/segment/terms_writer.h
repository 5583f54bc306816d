// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the terms of several parts into those of one segment.
#pragma once

#include <cstdint>
#include <filesystem>
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

  // rewind() goes to before the first term; next() goes to the next one (false at the end).
  virtual void rewind() = 0;
  virtual bool next() = 0;

  // The current term. Codes are private to this part and below codes(); 0: not a word of a text.
  virtual std::string_view term() const = 0;
  virtual WordCode code() const = 0;
  virtual std::uint32_t frequency() const = 0;  // number of articles that have it
  virtual void read(Postings& postings) const = 0;

  virtual WordCode codes() const = 0;
  virtual void read_words(Docid docid, std::vector<WordCode>& words) const = 0;
};

// The terms of another segment, which must outlive this object.
class MappedTermsSource : public TermsSource {
 public:
  explicit MappedTermsSource(const Terms& terms) : terms_(terms), cursor_(terms.begin()) {}

  Docid articles() const override { return static_cast<Docid>(terms_.articles()); }
  void rewind() override { cursor_ = terms_.begin(); }
  bool next() override { return cursor_.next(); }
  std::string_view term() const override { return cursor_.term(); }
  WordCode code() const override { return cursor_.entry().code; }
  std::uint32_t frequency() const override { return cursor_.entry().articles; }
  void read(Postings& postings) const override { terms_.read(cursor_.entry(), postings); }
  WordCode codes() const override { return terms_.codes(); }
  void read_words(Docid docid, std::vector<WordCode>& words) const override {
    terms_.read_words(docid, words);
  }

 private:
  const Terms& terms_;
  TermCursor cursor_;
};

// Writes the terms of a segment that consists of these parts, one after the other. Throws
// Error(cannot_create) or Error(io).
void write_terms(const std::filesystem::path& folder, std::span<TermsSource* const> parts);

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// The terms that stand for one word, in one segment, and the articles that have any of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/search/local/docid_lists.h"

namespace newsindex {

// Reads the postings once. Not thread-safe; `terms` must outlive it.
class TermGroup {
 public:
  TermGroup(const Terms& terms, std::span<const std::string> names);

  // An upper limit of the number of articles that have one of the terms.
  std::uint64_t most_matches() const;

  // The number of articles that have one of the terms.
  std::uint64_t articles();

  // True if all frequencies are 0: the terms only filter.
  bool only_filters() const;

  // The codes of the terms in the encoded words of articles.
  std::vector<WordCode> codes() const;

  // The articles that have one of the terms: all, or those in `among`. The result is also in
  // postings(). It is valid until the next call.
  DocidSpan read();
  DocidSpan read_among(DocidSpan among);
  const Postings& postings() const { return postings_; }

 private:
  const Terms* terms_;
  std::vector<TermEntry> entries_;  // of those terms that the segment has
  Postings postings_;
  bool is_whole_ = false;  // postings_ holds all articles
};

}  // namespace newsindex

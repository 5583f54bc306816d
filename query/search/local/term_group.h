// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that stand for one word, in one segment: the articles that have any of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/search/local/docid_lists.h"

namespace newsindex {

// Reads what it is asked for once. Not thread-safe; `terms` must outlive it.
class TermGroup {
 public:
  TermGroup(const Terms& terms, std::span<const std::string> names);

  // At most so many articles have one of the terms.
  std::uint64_t at_most() const;

  // How many have one of them.
  std::uint64_t articles();

  // True when all frequencies are 0: the terms only filter.
  bool only_filters() const;

  // The codes of the terms in lists of words.
  std::vector<WordCode> codes() const;

  // The articles that have one of the terms: all of them, or those in `among`. The result is valid,
  // and stands in postings(), until the next call.
  DocidSpan read();
  DocidSpan read_among(DocidSpan among);
  const Postings& postings() const { return postings_; }

 private:
  const Terms* terms_;
  std::vector<TermEntry> entries_;  // of the terms that the segment has
  Postings postings_;
  bool is_whole_ = false;  // postings_ holds all
};

}  // namespace newsindex

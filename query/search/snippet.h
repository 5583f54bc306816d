// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a text that shows best why it was found, with the matched words marked.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/search/results.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"

namespace newsindex {

// Marks the words of a query in texts of one language. Words are compared by stem and without
// accents. Words that were asked for as a phrase count only where they stand in its order. Not
// thread-safe.
class Highlighter {
 public:
  explicit Highlighter(const Node& query);

  // About `length` characters of the text around the best matches (most different words, phrases
  // first), or its beginning when nothing matches. Line ends become spaces; words are not cut.
  Snippet snippet(std::string_view text, std::string_view language, std::size_t length);

  // The whole text, marked.
  Snippet mark(std::string_view text, std::string_view language);

 private:
  // What one clause looks for: a word, the beginning of one, or words in order.
  struct Target {
    std::vector<std::string> words;  // folded
    bool exact = false;
    bool is_prefix = false;
  };
  struct Match {
    std::uint32_t start;
    std::uint32_t end;
    std::size_t target;
  };

  struct Window {
    std::size_t start = 0;
    std::size_t worth = 0;
  };
  class Finder;

  void collect(const Node& node);
  void add_target(const Node& node, bool is_prefix);
  Stemmer& stemmer(std::string_view language);
  std::vector<Match> find(std::string_view text, std::string_view language);
  Window best_window(const std::vector<Match>& matches, std::size_t bytes) const;
  std::size_t worth(std::size_t target) const;

  Analyzer analyzer_;
  std::map<std::string, Stemmer, std::less<>> stemmers_;
  std::vector<Target> targets_;
};

}  // namespace newsindex

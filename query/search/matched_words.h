// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the places of a text that match the words of a query.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"

namespace newsindex {

// Bytes [start, end) of a text.
struct MatchedWords {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::size_t clause = 0;  // of the query, numbered from 0 in its order
};

// Finds exactly what matched: a phrase where its words follow each other, words of NEAR where they
// are near each other, words of title: in titles, names of entities. Words are compared by stem,
// without accents and with what some languages attach to them (see affixed_forms.h). Clauses that
// exclude articles, or ask for other fields than the text, are not looked for. Not thread-safe.
class WordFinder {
 public:
  enum class Text { title, body };

  explicit WordFinder(const Node& query);

  // Returns the matches sorted by start; if several start at the same place, the longest first.
  // Matches can overlap. Each paragraph of the text must be one line; a phrase never runs over a
  // line end.
  std::vector<MatchedWords> find(std::string_view text, std::string_view language, Text kind);

  // How much it is worth to show a clause: a phrase counts more than a word.
  std::size_t worth(std::size_t clause) const { return worths_[clause]; }

  // The sum for all clauses that a body can show.
  std::size_t worth_of_body() const;

 private:
  // One thing to look for: a word, a prefix, words in order, or words near each other.
  using Forms = std::set<std::string, std::less<>>;
  struct Target {
    enum class Kind { in_order, prefix, near };
    Kind kind = Kind::in_order;
    std::vector<std::string> words;  // folded
    std::vector<Forms> forms;        // of each word, with what is attached to it
    bool is_exact = false;           // do not stem
    bool title_only = false;
    bool german_only = false;
    unsigned window = 0;  // near: number of places from the first word to the last, both counted
    std::size_t clause = 0;
  };
  class Search;

  void collect(const Node& node);
  void add_clause(const Node& node);
  void add_near(const Node& node);
  void add_spellings(const Node& node, const Target& plain);
  void add_target(const Node& node, Target target);
  std::vector<std::string> words_of(const std::string& text, std::string* joined);
  Stemmer& stemmer(std::string_view language);
  std::vector<Token> tokens_of(std::string_view text, std::string_view language,
                               std::deque<std::string>& spellings);

  Analyzer analyzer_;
  std::map<std::string, Stemmer, std::less<>> stemmers_;
  std::vector<Target> targets_;
  std::vector<std::size_t> worths_;  // by clause
  std::vector<bool> is_title_only_;  // by clause
};

}  // namespace newsindex

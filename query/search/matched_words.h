// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text has the words that a query asks for.
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
  std::size_t clause = 0;  // of the query, counted from 0 in its order
};

// Finds what matched, and nothing else: a phrase where its words stand in its order, words of NEAR
// where they are near, words of title: in titles, names of entities. Words are compared by stem,
// without accents and with what some languages write to them (see glued_forms.h). What is left out
// of a query is not looked for, nor what asks for other fields than the text. Not thread-safe.
class WordFinder {
 public:
  enum class Text { title, body };

  explicit WordFinder(const Node& query);

  // By start; of those that begin together, the longest first. They can overlap. Each paragraph of
  // the text is a line, which no phrase runs over.
  std::vector<MatchedWords> find(std::string_view text, std::string_view language, Text kind);

  // How much it is worth to show a clause: a phrase more than a word.
  std::size_t worth(std::size_t clause) const { return worths_[clause]; }

  // Of all clauses that a body can show.
  std::size_t worth_of_body() const;

 private:
  // What is looked for: a word, the beginning of one, words in order, or words near each other.
  using Forms = std::set<std::string, std::less<>>;
  struct Target {
    enum class Kind { in_order, prefix, near };
    Kind kind = Kind::in_order;
    std::vector<std::string> words;  // folded
    std::vector<Forms> forms;        // of each word, with what is written to it
    bool is_exact = false;           // not stemmed
    bool title_only = false;
    bool german_only = false;
    unsigned window = 0;  // near: places from the first word to the last, both counted
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

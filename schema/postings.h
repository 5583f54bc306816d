// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one article, gathered before they go into its document. Xapian inserts sorted terms
// with sorted positions fastest, and news repeats its words: each known word costs one look-up.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/text/stemmer.h"
#include "schema/word_table.h"

namespace newsindex {

// Not thread-safe. Kept from article to article for its memory of words.
class Postings {
 public:
  // The words of text in this language, from here on.
  void use_language(std::string_view language);

  // A folded word of the text at a position, `weight` times.
  void add(std::string_view word, Xapian::termpos position, Xapian::termcount weight);

  // The same in the title: under the title's prefix too.
  void add_title(std::string_view word, Xapian::termpos position, Xapian::termcount weight);

  // A word that a plain query shall find, at no position.
  void add_without_position(std::string_view word);

  // Moves what was gathered into the document and forgets it.
  void move_to(Xapian::Document& document);

 private:
  struct Word {
    std::uint32_t text;   // index of its stem in terms_
    std::uint32_t title;  // index of the stem under the title's prefix
  };
  struct Term {
    std::uint64_t beginning = 0;
    Xapian::termcount extra = 0;  // beyond one for each position
    std::vector<Xapian::termpos> positions;
    bool used = false;
  };
  struct Language {
    Stemmer stemmer;
    WordTable numbers;
    std::vector<Word> words;
  };
  // For sorting: most terms differ in their first eight bytes.
  struct Used {
    std::uint64_t beginning;
    std::uint32_t index;
  };

  const Word& word(std::string_view folded);
  std::uint32_t term_index(const std::string& term);
  Term& use(std::uint32_t index);
  void put(std::uint32_t index, Xapian::termpos position, Xapian::termcount weight);
  void forget_vocabulary();

  std::map<std::string, Language, std::less<>> languages_;
  Language* language_ = nullptr;
  WordTable indexes_;
  std::vector<Term> terms_;
  std::vector<Used> used_;
};

}  // namespace newsindex

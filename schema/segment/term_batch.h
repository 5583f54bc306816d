// SPDX-License-Identifier: GPL-3.0-or-later
// The terms and words of a few hundred articles, collected in memory. Each article's terms go into
// its Xapian document; after the last article, the batch is a part of a segment.
//
// News repeats its words, so the vocabulary is kept: a known word costs one look-up and is not
// stemmed again.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/segment/terms_writer.h"
#include "schema/text/stemmer.h"
#include "schema/word_table.h"

namespace newsindex {

// Not thread-safe. Reuse it for many batches, because it keeps its vocabulary, whose size is
// limited.
class TermBatch : public TermsSource {
 public:
  // Begins a new batch: forgets the articles.
  void begin();

  // Sets the language of the words that are added from now on.
  void use_language(std::string_view language);

  // Adds the next folded word of the article's text, with `weight` as its frequency. A title word
  // is also added under the title's prefix.
  void add_word(std::string_view folded, std::uint32_t weight);
  void add_title_word(std::string_view folded, std::uint32_t weight);

  // Adds kGap or kSamePlace.
  void add_mark(WordCode mark) { words_.push_back(mark); }

  // Adds a word that plain queries find although it is not in the text.
  void add_unplaced_word(std::string_view folded);

  // Adds a term that only filters: to the file `terms` only, or also to the database.
  void add_filter(std::string_view term) { use(term_index(term), 0); }
  void add_database_filter(std::string_view term);

  // Ends the article: adds its words and database filters to the document, and returns its length,
  // the sum of the frequencies of its terms.
  std::uint32_t end_article(Xapian::Document& document);

  // The batch as a part of a segment, after the last article.
  Docid articles() const override { return static_cast<Docid>(word_starts_.size() - 1); }
  void rewind() override;
  bool next() override;
  std::string_view term() const override;
  WordCode code() const override;
  std::uint32_t frequency() const override;
  void read(Postings& postings) const override;
  WordCode codes() const override { return static_cast<WordCode>(kFirstWord + used_.size()); }
  void read_words(Docid docid, std::vector<WordCode>& words) const override;

 private:
  static constexpr std::uint32_t kUnused = 0xffffffff;

  // The terms of a word, in the text and in the title, as indexes in terms_.
  struct Word {
    std::uint32_t text;
    std::uint32_t title;
  };
  struct Term {
    std::uint64_t beginning = 0;     // its first bytes as a number that sorts like them
    std::uint32_t number = kUnused;  // in used_
    std::uint32_t count = 0;         // in the current article
    bool in_article = false;
    bool in_database = false;  // for filters; words always are
  };
  struct Language {
    Stemmer stemmer;
    WordTable numbers;
    std::vector<Word> words;
  };
  // A term that occurs in the batch.
  struct Used {
    std::uint32_t index;  // in terms_
    std::uint32_t articles = 0;
    std::uint32_t first = 0;  // in postings_, once sorted
    bool is_word = false;
  };
  struct Posting {
    std::uint32_t number;
    Docid docid;
    std::uint32_t frequency;
  };

  const Word& word(std::string_view folded);
  std::uint32_t term_index(std::string_view term);
  Used& use(std::uint32_t index, std::uint32_t count);
  bool sorts_before(std::uint32_t a, std::uint32_t b) const;
  void forget_vocabulary();

  std::map<std::string, Language, std::less<>> languages_;
  Language* language_ = nullptr;
  WordTable indexes_;
  std::vector<Term> terms_;

  std::vector<Used> used_;
  std::vector<std::uint32_t> in_article_;  // indexes of terms
  std::vector<Posting> gathered_;          // in the order of articles
  std::vector<WordCode> words_;
  std::vector<std::size_t> word_starts_{0};

  std::vector<std::uint32_t> sorted_;  // indexes in used_, sorted by term
  std::vector<Posting> postings_;      // by number, then docid
  std::size_t at_ = 0;                 // the index in sorted_, plus one
};

}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the terms of a segment with a plain map, in one part or in several.
#include "schema/segment/terms.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/error.h"
#include "schema/segment/terms_writer.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

// An article: the frequency of each term, and the words in their order. "" is a gap; "+" means that
// the next word stands at the place of the word before.
struct Text {
  std::map<std::string, std::uint32_t> terms;
  std::vector<std::string> words;
};
using Texts = std::vector<Text>;

constexpr const char* kGapText = "";
constexpr const char* kSamePlaceText = "+";

// A part of a segment, made from plain lists.
class PlainTerms : public TermsSource {
 public:
  explicit PlainTerms(std::span<const Text> texts) : texts_(texts) {
    for (Docid docid = 1; docid <= texts.size(); ++docid)
      for (const auto& [term, frequency] : texts[docid - 1].terms) {
        postings_[term].docids.push_back(docid);
        postings_[term].frequencies.push_back(frequency);
      }
    for (const Text& text : texts)
      for (const std::string& word : text.words)
        if (word != kGapText && word != kSamePlaceText)
          codes_.try_emplace(word, static_cast<WordCode>(kFirstWord + codes_.size()));
  }
  Docid articles() const override { return static_cast<Docid>(texts_.size()); }
  void rewind() override { is_begun_ = false; }
  bool next() override {
    at_ = is_begun_ ? std::next(at_) : postings_.begin();
    is_begun_ = true;
    return at_ != postings_.end();
  }
  std::string_view term() const override { return at_->first; }
  WordCode code() const override {
    const auto found = codes_.find(at_->first);
    return found == codes_.end() ? 0 : found->second;
  }
  std::uint32_t frequency() const override {
    return static_cast<std::uint32_t>(at_->second.docids.size());
  }
  void read(Postings& postings) const override { postings = at_->second; }
  WordCode codes() const override { return static_cast<WordCode>(kFirstWord + codes_.size()); }
  void read_words(Docid docid, std::vector<WordCode>& words) const override {
    words.clear();
    for (const std::string& word : texts_[docid - 1].words)
      words.push_back(word == kGapText         ? kGap
                      : word == kSamePlaceText ? kSamePlace
                                               : codes_.at(word));
  }

 private:
  std::span<const Text> texts_;
  std::map<std::string, Postings> postings_;
  std::map<std::string, WordCode> codes_;
  std::map<std::string, Postings>::const_iterator at_;
  bool is_begun_ = false;
};

// Some terms are in every article, most in few; a third are filters, with the frequency 0.
Texts random_texts(std::size_t count, std::size_t vocabulary) {
  std::mt19937 random(5);
  Texts texts(count);
  for (Text& text : texts) {
    for (std::size_t i = 0; i < 30; ++i) {
      const std::size_t rank = random() % vocabulary;
      const std::size_t number = rank * (random() % 100) / 100;  // small numbers are frequent
      std::string term = "t" + std::to_string(number * 7919 % vocabulary);
      if (number % 3 == 0) {
        text.terms.emplace("X" + term, 0);
        continue;
      }
      ++text.terms[term];
      if (i % 6 == 2) text.words.emplace_back(kGapText);
      if (i % 7 == 3) text.words.emplace_back(kSamePlaceText);
      text.words.push_back(std::move(term));
    }
    text.terms.emplace("in all", 1);
    text.terms.emplace("XALL", 0);
    text.terms["at times"] += random() % 2 == 0 ? 0u : 200'000u;  // a filter or a large count
  }
  return texts;
}

// Writes the texts as a segment that is joined from parts of `part_size` articles.
void write(const std::filesystem::path& folder, const Texts& texts, std::size_t part_size) {
  std::deque<PlainTerms> parts;
  std::vector<TermsSource*> all;
  for (std::size_t i = 0; i < texts.size(); i += part_size) {
    const std::size_t size = std::min(part_size, texts.size() - i);
    all.push_back(&parts.emplace_back(std::span(texts).subspan(i, size)));
  }
  write_terms(folder, all);
}

std::map<std::string, Postings> postings_of(const Texts& texts) {
  std::map<std::string, Postings> all;
  for (Docid docid = 1; docid <= texts.size(); ++docid)
    for (const auto& [term, frequency] : texts[docid - 1].terms) {
      all[term].docids.push_back(docid);
      all[term].frequencies.push_back(frequency);
    }
  return all;
}

Postings among(const Postings& all, const std::vector<Docid>& docids) {
  Postings some;
  for (std::size_t i = 0; i < all.docids.size(); ++i) {
    if (!std::binary_search(docids.begin(), docids.end(), all.docids[i])) continue;
    some.docids.push_back(all.docids[i]);
    some.frequencies.push_back(all.frequencies[i]);
  }
  return some;
}

void expect_same(const Postings& read, const Postings& expected, const std::string& term) {
  ASSERT_EQ(read.docids, expected.docids) << term;
  ASSERT_EQ(read.frequencies, expected.frequencies) << term;
}

// Expects all of the texts, as read through the dictionary, the cursor and the words.
void expect_texts(const Terms& terms, const Texts& texts) {
  const std::map<std::string, Postings> all = postings_of(texts);
  std::map<WordCode, std::string> words{{kGap, kGapText}, {kSamePlace, kSamePlaceText}};
  Postings read;
  auto expected = all.begin();
  for (TermCursor cursor = terms.begin(); cursor.next(); ++expected) {
    ASSERT_NE(expected, all.end()) << cursor.term();
    ASSERT_EQ(cursor.term(), expected->first);
    ASSERT_EQ(cursor.entry().articles, expected->second.docids.size());
    terms.read(cursor.entry(), read);
    expect_same(read, expected->second, cursor.term());
    const auto found = terms.find(cursor.term());
    ASSERT_TRUE(found) << cursor.term();
    terms.read(*found, read);
    expect_same(read, expected->second, cursor.term());
    ASSERT_LT(found->code, terms.codes());
    ASSERT_TRUE(found->code == 0 || words.emplace(found->code, cursor.term()).second);
  }
  EXPECT_EQ(expected, all.end());
  std::vector<WordCode> codes;
  for (Docid docid = 1; docid <= texts.size(); ++docid) {
    terms.read_words(docid, codes);
    std::vector<std::string> text;
    for (const WordCode code : codes) text.push_back(words[code]);
    ASSERT_EQ(text, texts[docid - 1].words) << docid;
  }
}

TEST(Terms, ComeBackFromSeveralPartsAsFromOne) {
  const Texts texts = random_texts(700, 3000);
  const TemporaryFolder one;
  write(one.path(), texts, texts.size());
  expect_texts(Terms(one.path(), texts.size()), texts);
  for (const std::size_t part : {1u, 33u, 300u}) {
    const TemporaryFolder joined;
    write(joined.path(), texts, part);
    EXPECT_EQ(bytes_of_file(joined.path() / "terms"), bytes_of_file(one.path() / "terms")) << part;
  }
}

TEST(Terms, OfJoinedSegmentsAreThoseOfTheirParts) {
  const Texts texts = random_texts(400, 500);
  const TemporaryFolder folder;
  std::deque<Terms> parts;
  std::deque<MappedTermsSource> sources;
  std::vector<TermsSource*> all;
  for (std::size_t from = 0; from < texts.size(); from += 150) {
    const auto to = std::min(from + 150, texts.size());
    const Texts part(texts.begin() + static_cast<std::ptrdiff_t>(from),
                     texts.begin() + static_cast<std::ptrdiff_t>(to));
    const auto path = folder.path() / std::to_string(from);
    std::filesystem::create_directory(path);
    write(path, part, 40);
    all.push_back(&sources.emplace_back(parts.emplace_back(path, part.size())));
  }
  write_terms(folder.path(), all);
  expect_texts(Terms(folder.path(), texts.size()), texts);
}

TEST(Terms, GiveFrequentWordsSmallCodes) {
  const Texts texts = random_texts(300, 200);
  const TemporaryFolder folder;
  write(folder.path(), texts, 50);
  const Terms terms(folder.path(), texts.size());
  std::map<WordCode, std::uint32_t> articles;
  for (TermCursor cursor = terms.begin(); cursor.next();)
    if (cursor.entry().code != 0) articles[cursor.entry().code] = cursor.entry().articles;
  EXPECT_EQ(articles.begin()->first, kFirstWord);
  EXPECT_EQ(articles.rbegin()->first + 1, terms.codes());
  EXPECT_TRUE(std::is_sorted(articles.rbegin(), articles.rend(),
                             [](const auto& a, const auto& b) { return a.second < b.second; }));
}

TEST(Terms, AreReadAmongSomeArticlesOnly) {
  const Texts texts = random_texts(700, 300);
  const TemporaryFolder folder;
  write(folder.path(), texts, 200);
  const Terms terms(folder.path(), texts.size());
  std::mt19937 random(2);
  for (const unsigned one_of : {1u, 2u, 10u, 150u, 10'000u}) {
    std::vector<Docid> some;
    for (Docid docid = 1; docid <= texts.size(); ++docid)
      if (random() % one_of == 0) some.push_back(docid);
    Postings read;
    for (const auto& [term, postings] : postings_of(texts)) {
      terms.read_among(*terms.find(term), some, read);
      expect_same(read, among(postings, some), term);
    }
  }
  Postings read;
  terms.read_among(*terms.find("in all"), std::vector<Docid>{128, 129, 256, 257, 700}, read);
  EXPECT_THAT(read.docids, ::testing::ElementsAre(128, 129, 256, 257, 700));
}

// Lengths just below, at and just above what fits into a block or a list.
TEST(Terms, KeepListsOfEveryLength) {
  for (const std::size_t count : {1u, 8u, 9u, 127u, 128u, 129u, 255u, 256u, 257u, 385u}) {
    Texts texts(count);
    for (std::size_t i = 0; i < count; ++i) {
      texts[i].terms = {{"filter", 0}, {"once", 1}, {"often", static_cast<std::uint32_t>(i * 50)}};
      texts[i].words = {"once"};
    }
    const TemporaryFolder folder;
    write(folder.path(), texts, 100);
    const Terms terms(folder.path(), count);
    expect_texts(terms, texts);
    for (Docid docid = 1; docid <= count; ++docid) {
      Postings read;
      terms.read_among(*terms.find("often"), std::vector<Docid>{docid}, read);
      ASSERT_THAT(read.frequencies, ::testing::ElementsAre((docid - 1) * 50));
    }
  }
}

TEST(Terms, KeepDictionariesOfEverySize) {
  for (const std::size_t count : {0u, 1u, 31u, 32u, 33u, 64u, 65u, 96u}) {
    Texts texts(1);
    for (std::size_t i = 0; i < count; ++i) texts[0].terms["term" + std::to_string(i)] = 1;
    const TemporaryFolder folder;
    write(folder.path(), texts, 1);
    const Terms terms(folder.path(), 1);
    expect_texts(terms, texts);
    for (const char* absent : {"", "a", "term", "term00", "term5x", "zebra"})
      EXPECT_FALSE(terms.find(absent)) << absent << " of " << count;
  }
}

TEST(Terms, CursorWalksAlongAPrefix) {
  const Texts texts = random_texts(50, 800);
  const TemporaryFolder folder;
  write(folder.path(), texts, 50);
  const Terms terms(folder.path(), texts.size());
  const auto all = postings_of(texts);
  std::set<std::string> prefixes{"",    "a",   "t",    "X",      "Xt",     "t1",
                                 "t79", "zzz", "\xff", "in all", "in all "};
  for (const auto& [term, postings] : all) prefixes.insert({term, term + "0"});
  for (const std::string& prefix : prefixes) {
    std::vector<std::string> expected;
    for (const auto& [term, postings] : all)
      if (term.starts_with(prefix)) expected.push_back(term);
    std::vector<std::string> found;
    for (TermCursor cursor = terms.begin(prefix); cursor.next();) found.push_back(cursor.term());
    ASSERT_EQ(found, expected) << prefix;
  }
}

TEST(Terms, TellDamageAndNeverReadSomethingElse) {
  Texts texts = random_texts(20, 60);
  const TemporaryFolder folder;
  write(folder.path(), texts, 7);
  const auto path = folder.path() / "terms";
  const std::size_t bytes = std::filesystem::file_size(path);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes; ++at) {
    const DamagedByte damage(path, at, 1u << at % 8);
    try {
      expect_texts(Terms(folder.path(), texts.size()), texts);
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ExitCode::internal);
      ++refused;
    }
  }
  EXPECT_GT(refused, bytes * 3 / 4);
}

}  // namespace
}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/word_order.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/packed.h"

namespace newsindex {
namespace {

constexpr WordCode kOil = 2, kRain = 3, kCoast = 200, kShip = 300, kMoon = 70'000, kRare = 128;

std::string encoded(const std::vector<WordCode>& words) {
  std::string bytes;
  for (const WordCode word : words) append_varint(bytes, word);
  return bytes;
}

std::vector<CodesOfWord> one_code_each(const std::vector<WordCode>& words) {
  std::vector<CodesOfWord> codes;
  for (const WordCode word : words) codes.push_back({word});
  return codes;
}

bool in_order(const std::vector<WordCode>& article, const std::vector<WordCode>& words,
              bool title_only = false) {
  return WordSearch(one_code_each(words), title_only).are_in_order(encoded(article));
}

bool near(const std::vector<WordCode>& article, const std::vector<WordCode>& words,
          unsigned window) {
  return WordSearch(one_code_each(words), false).are_near(encoded(article), window);
}

TEST(WordOrder, TakesAnyFormOfAWord) {
  const std::string article = encoded({kOil, kMoon, kCoast, kRain, kShip, kOil});
  const std::vector<CodesOfWord> forms{{kRare, kCoast, kMoon}, {kRain, kCoast}};
  EXPECT_TRUE(WordSearch(forms, false).are_in_order(article));
  EXPECT_TRUE(WordSearch({{kRare, kShip}, {kMoon, kOil}}, false).are_in_order(article));
  EXPECT_FALSE(WordSearch({{kRare, kShip}, {kMoon, kCoast}}, false).are_in_order(article));
  EXPECT_TRUE(WordSearch({{kRare, kRain}, {kMoon, kCoast}}, false).are_near(article, 2));
  EXPECT_FALSE(WordSearch({{kRare, kShip}, {kMoon, kCoast}}, false).are_near(article, 2));
}

TEST(WordOrder, FindsWordsOneAfterTheOther) {
  const std::vector<WordCode> article{kOil, kMoon, kCoast, kRain, kShip, kOil};
  EXPECT_TRUE(in_order(article, {kOil, kMoon}));
  EXPECT_TRUE(in_order(article, {kMoon, kCoast, kRain}));
  EXPECT_TRUE(in_order(article, {kShip, kOil}));
  EXPECT_FALSE(in_order(article, {kMoon, kOil}));
  EXPECT_FALSE(in_order(article, {kMoon, kRain}));
  EXPECT_FALSE(in_order(article, {kOil, kOil}));
  EXPECT_FALSE(in_order(article, {kShip, kOil, kOil}));
}

TEST(WordOrder, TakesNoPartOfACodeForAnother) {
  // 200 is stored as 0xC8 0x01, whose last byte looks like kSamePlace; 70,000 ends in 0x04.
  EXPECT_FALSE(in_order({kCoast, kOil}, {1 + kOil, kOil}));
  EXPECT_FALSE(in_order({kMoon, kOil}, {4, kOil}));
  EXPECT_TRUE(in_order({kRare, kCoast, kOil}, {kCoast, kOil}));
  EXPECT_TRUE(in_order({kCoast, kRare, kOil}, {kRare, kOil}));
}

TEST(WordOrder, CrossesNoGap) {
  EXPECT_FALSE(in_order({kOil, kGap, kRain}, {kOil, kRain}));
  EXPECT_FALSE(near({kOil, kGap, kRain}, {kOil, kRain}, 99));
  EXPECT_TRUE(in_order({kOil, kGap, kRain, kShip}, {kRain, kShip}));
}

TEST(WordOrder, KeepsToTheTitleWhereAsked) {
  EXPECT_TRUE(in_order({kOil, kRain, kGap, kShip, kMoon}, {kOil, kRain}, true));
  EXPECT_FALSE(in_order({kOil, kRain, kGap, kShip, kMoon}, {kShip, kMoon}, true));
}

// "the o'brien case": the, o or obrien, brien, case.
TEST(WordOrder, KnowsBothSpellingsAtAPlace) {
  const std::vector<WordCode> article{kOil, kRain, kSamePlace, kMoon, kCoast, kShip};
  EXPECT_TRUE(in_order(article, {kOil, kRain, kCoast, kShip}));
  EXPECT_TRUE(in_order(article, {kOil, kMoon}));
  EXPECT_TRUE(in_order(article, {kMoon, kCoast}));
  EXPECT_FALSE(in_order(article, {kRain, kMoon}));
  EXPECT_TRUE(near(article, {kMoon, kCoast}, 2));
  EXPECT_FALSE(near(article, {kMoon, kRain}, 50));
}

TEST(WordOrder, FindsWordsNearEachOtherInAnyOrder) {
  const std::vector<WordCode> article{kOil, kRain, kCoast, kShip, kMoon};
  EXPECT_TRUE(near(article, {kMoon, kRain}, 4));
  EXPECT_FALSE(near(article, {kMoon, kRain}, 3));
  EXPECT_TRUE(near(article, {kShip, kOil, kCoast}, 4));
  EXPECT_FALSE(near(article, {kShip, kShip}, 9));
  EXPECT_TRUE(near({kShip, kOil, kShip}, {kShip, kShip}, 3));
}

// The plain definition: the words stand side by side in this order.
bool plainly_in_order(const std::vector<WordCode>& article, const std::vector<WordCode>& words) {
  return std::search(article.begin(), article.end(), words.begin(), words.end()) != article.end();
}

TEST(WordOrder, AgreesWithAPlainSearchOnRandomArticles) {
  std::mt19937 random(5);
  const std::vector<WordCode> vocabulary{2,   3,   127,    128,    129,   130,
                                         255, 256, 16'383, 16'384, 16'386};
  for (int i = 0; i < 20'000; ++i) {
    std::vector<WordCode> article(random() % 12);
    for (WordCode& word : article) word = vocabulary[random() % vocabulary.size()];
    std::vector<WordCode> words(2 + random() % 2);
    for (WordCode& word : words) word = vocabulary[random() % vocabulary.size()];
    ASSERT_EQ(in_order(article, words), plainly_in_order(article, words)) << i;
  }
}

}  // namespace
}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_table.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(WordTable, NumbersWordsInTheOrderTheyCome) {
  WordTable table;
  EXPECT_EQ(table.number_of("oil").value, 0u);
  EXPECT_EQ(table.number_of("").value, 1u);
  EXPECT_EQ(table.number_of("oil").value, 0u);
  EXPECT_FALSE(table.number_of("").is_new);
  EXPECT_EQ(table.word(0), "oil");
  EXPECT_EQ(table.size(), 2u);
}

TEST(WordTable, KeepsItsNumbersAsItGrows) {
  WordTable table;
  constexpr std::uint32_t kWords = 20'000;
  for (std::uint32_t i = 0; i < kWords; ++i)
    EXPECT_TRUE(table.number_of("w" + std::to_string(i)).is_new);
  for (std::uint32_t i = 0; i < kWords; ++i)
    ASSERT_EQ(table.number_of("w" + std::to_string(i)).value, i);
}

TEST(WordTable, TellsAllShortWordsApart) {
  std::vector<std::string> words{""};
  for (std::size_t first = 0, length = 1; length <= 5; ++length) {
    const std::size_t end = words.size();
    for (; first < end; ++first)
      for (const char c : {'\0', 'a', 'b', '\xff'}) words.push_back(words[first] + c);
  }
  for (const char c : {'a', 'b'})
    for (std::size_t length = 6; length <= 20; ++length)
      for (std::size_t at = 0; at < length; ++at) {
        words.emplace_back(length, c);
        words.back()[at] = 'x';
      }
  WordTable table;
  for (const std::string& word : words) EXPECT_TRUE(table.number_of(word).is_new);
  for (std::uint32_t i = 0; i < words.size(); ++i) ASSERT_EQ(table.number_of(words[i]).value, i);
}

}  // namespace
}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_table.h"

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

}  // namespace
}  // namespace newsindex

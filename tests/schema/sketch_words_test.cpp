// SPDX-License-Identifier: GPL-3.0-or-later
// The changes that newsrooms make to a text that they take over do not change its words.
#include "schema/sketch_words.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

// The stems that runs are made of: those of all words but numbers and units.
std::vector<std::uint64_t> stems_of(std::string_view text) {
  std::vector<std::uint64_t> stems;
  SketchWords words(text);
  for (SketchWord word; words.next(word);)
    if (word.kind == WordKind::plain || word.kind == WordKind::name) stems.push_back(word.stem);
  return stems;
}

std::string kinds_of(std::string_view text) {
  std::string kinds;
  SketchWords words(text);
  for (SketchWord word; words.next(word);) kinds += "pn#u"[static_cast<int>(word.kind)];
  return kinds;
}

struct SameCase {
  const char* name;
  const char* a;
  const char* b;
  friend std::ostream& operator<<(std::ostream& out, const SameCase& c) { return out << c.name; }
};

class Same : public ::testing::TestWithParam<SameCase> {};

TEST_P(Same, WordsOfBoth) { EXPECT_EQ(stems_of(GetParam().a), stems_of(GetParam().b)); }

INSTANTIATE_TEST_SUITE_P(
    Of, Same,
    ::testing::Values(
        SameCase{"Spelling", "the color of an organization", "The colour of an organisation"},
        SameCase{"Units", "rose 5 pct to 3.2 mln dlrs", "rose 5 per cent to 3.2 million dollars"},
        SameCase{"Typography", "\"No,\" he said - it's over...", "“No,” he said — it’s over…"},
        SameCase{"NoBreakSpace", "5 ships sank", "5\u00a0ships\u00a0sank"},
        SameCase{"Initials", "the U.S. Navy", "the US Navy"},
        SameCase{"FullWidthComma", "東京、北京", "東京，北京"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(SketchWords, TellNumbersUnitsAndNames) {
  EXPECT_EQ(kinds_of("The mayor of Port Solveig paid 1,200.50 mln crowns."), "pppnnp#up");
  EXPECT_EQ(kinds_of("He left. Then she came.\n\nOslo: Rain"),
            "pppppp"
            "p");
}

TEST(SketchWords, TakeANumberAsAWhole) {
  SketchWords words("1,234 1234 12.34 1 2");
  SketchWord a;
  SketchWord b;
  words.next(a);
  words.next(b);
  EXPECT_EQ(a.hash, b.hash);
  EXPECT_EQ(kinds_of("7.25 7,25"), "##");
}

TEST(SketchWords, EndWithTheTextEvenWithinACharacter) {
  EXPECT_EQ(kinds_of(""), "");
  EXPECT_EQ(kinds_of("a\xE2"), "p");
  EXPECT_EQ(kinds_of("\xE3"), "p");
}

}  // namespace
}  // namespace newsindex

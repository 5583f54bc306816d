// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles are copies of one story.
#include "indexer/write/stories.h"

#include <algorithm>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/segment/copies.h"
#include "schema/sketch.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

// A text of words that no other seed has.
std::string text_of(int seed, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    text += "w" + std::string(1, static_cast<char>('a' + seed)) +
            std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26));
    text += i % 12 == 11 ? ".\n\n" : " ";
  }
  return text;
}

StoryCopy copy_of(const std::string& body, int day = 1) {
  StoryCopy copy;
  copy.sketch = *sketch_of(body);
  copy.day = std::chrono::sys_days(std::chrono::year(2024) / 3 / day);
  return copy;
}

bool are_copies(const std::string& a, const std::string& b, int days = 0) {
  return likeness(copy_of(a), copy_of(b, 1 + days)) > 0;
}

const std::string kStory = text_of(0, 200);

struct EditCase {
  const char* name;
  std::string body;
  int days;
  bool copies;
  friend std::ostream& operator<<(std::ostream& out, const EditCase& c) { return out << c.name; }
};

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

class Edit : public ::testing::TestWithParam<EditCase> {};

TEST_P(Edit, IsACopyOrNot) {
  EXPECT_EQ(are_copies(kStory, GetParam().body, GetParam().days), GetParam().copies);
}

INSTANTIATE_TEST_SUITE_P(
    Of, Edit,
    ::testing::Values(
        EditCase{"Same", kStory, 0, true}, EditCase{"NextDay", kStory, 1, true},
        EditCase{"NextWeek", kStory, 9, false},
        EditCase{"CutEnding", kStory.substr(0, kStory.size() * 3 / 5), 0, true},
        EditCase{"Byline", "By Jane Doe\n\nPARIS (Wire) - " + kStory + "\n\nFollow us.", 0, true},
        EditCase{"Update", "(Adds quotes) " + kStory + text_of(1, 60), 0, true},
        EditCase{"Typography", replaced(replaced(kStory, "\n\n", "\n"), " ", "  "), 0, true},
        EditCase{"Capitals", replaced(kStory, "wa", "WA"), 0, true},
        EditCase{"Correction", replaced(kStory, "waca", "other"), 0, true},
        EditCase{"CutToAThird", kStory.substr(0, kStory.size() / 3), 0, true},
        EditCase{"UpdateTheNextDay", text_of(1, 150) + kStory, 1, true},
        EditCase{"HalfOfItInAnother", kStory.substr(0, kStory.size() / 2) + text_of(2, 120), 0,
                 false},
        EditCase{"AnotherStory", text_of(2, 200), 0, false},
        EditCase{"AParagraphInCommon", text_of(2, 160) + kStory.substr(0, kStory.size() / 5), 0,
                 false}),
    [](const auto& row) { return std::string(row.param.name); });

// Prices of twenty shares, as they are sent every day.
std::string prices(int day) {
  std::string text = "Closing prices of the shares that are traded in the harbour exchange today: ";
  for (int i = 0; i < 20; ++i)
    text += "The share of company number " + std::string(1, static_cast<char>('a' + i)) +
            " closed the day of trading at a price of " + std::to_string(100 + i * 7 + day * 3) +
            " after " + std::to_string(90 + i * 5 + day * 11) + " crowns.\n\n";
  return text;
}

TEST(Likeness, TellsTheDaysOfARecurringListApart) {
  EXPECT_FALSE(are_copies(prices(1), prices(2), 1));
  EXPECT_FALSE(are_copies(prices(1), prices(2), 0));
  EXPECT_TRUE(are_copies(prices(1), prices(1), 0));
}

// A report that is the same for every firm but for names and numbers.
std::string contract(const std::string& firm, const std::string& town, int sum) {
  return "Yesterday the shipbuilder " + firm + " of " + town + " got an order of " +
         std::to_string(sum) + " mln crowns from the navy for the repair of its older ships. The" +
         " work is to begin in spring and will keep the yard in " + town + " busy for " +
         std::to_string(sum / 7) + " months, the chairman of " + firm + " said on Monday. The" +
         " order is one of several that the navy gives to yards on the coast this year.";
}

TEST(Likeness, TellsFirmsApartThatOneFormWritesOf) {
  EXPECT_FALSE(are_copies(contract("Nordhavn Varv", "Port Solveig", 210),
                          contract("Hansen Brothers", "East Brannock", 96)));
  EXPECT_TRUE(are_copies(contract("Nordhavn Varv", "Port Solveig", 210),
                         contract("Nordhavn Varv", "Port Solveig", 212)));
}

TEST(Likeness, FindsTheTableWithAFewNumbersPutRight) {
  EXPECT_TRUE(are_copies(prices(1), replaced(prices(1), "117", "118"), 1));
}

TEST(Likeness, LetsTheDayInADatelineChange) {
  const std::string rest = " (Wire) - " + kStory;
  EXPECT_TRUE(are_copies("PARIS, March 2" + rest, "PARIS, March 3" + rest, 1));
}

Article article(const std::string& id, const std::string& body) {
  Article made;
  made.id = id;
  made.body = body;
  return made;
}

std::string assign(Stories& stories, const Article& made,
                   const std::optional<StoryCopy>& known = {}) {
  return stories.assign(made, sketch_of(made.body), known);
}

TEST(Stories, GroupsTheCopiesOfARun) {
  const TemporaryFolder folder;
  Stories stories(folder.path());
  const std::string first = assign(stories, article("1", kStory));
  EXPECT_EQ(first.size(), 16u);
  EXPECT_NE(assign(stories, article("2", text_of(3, 200))), first);
  EXPECT_EQ(assign(stories, article("3", "By A\n\n" + kStory)), first);
}

TEST(Stories, JoinsTheGroupOfACopyInTheArchive) {
  StoryCopy known = copy_of(kStory);
  const std::string story = "0123456789abcdef";
  known.story = column_story(story);
  known.day.reset();
  const TemporaryFolder folder;
  Stories stories(folder.path());
  EXPECT_EQ(assign(stories, article("1", kStory), known), story);
  EXPECT_NE(assign(stories, article("2", text_of(3, 200)), known), story);
}

TEST(Stories, LeavesShortTextsAlone) {
  const TemporaryFolder folder;
  Stories stories(folder.path());
  EXPECT_NE(assign(stories, article("1", "Flash: bridge open.")),
            assign(stories, article("2", "Flash: bridge open.")));
}

TEST(Sketch, TellsOfNoShortText) { EXPECT_FALSE(sketch_of("too short")); }

TEST(Sketch, IsStoredAndComesBack) {
  const Sketch sketch = *sketch_of(kStory + " 12 of 300 in Port Solveig");
  const TemporaryFolder folder;
  CopiesWriter writer;
  writer.add(std::nullopt);
  writer.add(sketch);
  writer.write(folder.path());
  const Copies copies(folder.path(), 2);
  EXPECT_FALSE(copies.sketch(1));
  const auto back = copies.sketch(2);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->size, sketch.size);
  EXPECT_EQ(back->numbers, sketch.numbers);
  EXPECT_EQ(back->names, sketch.names);
  EXPECT_DOUBLE_EQ(resemblance(*back, sketch), 1);
  EXPECT_NEAR(count_of(back->numbers), 2, 0.1);
  EXPECT_NEAR(count_of(back->names), 2, 0.1);
  for (const std::uint32_t key : sketch.keys) {
    std::vector<Docid> docids;
    copies.with_key(key, 10, docids);
    EXPECT_THAT(docids, ::testing::ElementsAre(2));
  }
}

TEST(Sketch, CutsTextsWithoutSpaces) {
  const std::string japanese =
      "日本と中国の外相が北京で会談した。両国の関係について話し合ったとみられる。会談は三時間続いた"
      "。";
  ASSERT_TRUE(sketch_of(japanese));
  EXPECT_DOUBLE_EQ(resemblance(*sketch_of(japanese), *sketch_of(japanese + "。")), 1);
}

TEST(Sketch, CountsSmallSets) {
  std::string a;
  std::string b;
  for (int i = 0; i < 40; ++i) a += std::to_string(1000 + i) + " ";
  for (int i = 20; i < 60; ++i) b += std::to_string(1000 + i) + " ";
  const Sketch first = *sketch_of(kStory + a);
  const Sketch second = *sketch_of(kStory + b);
  EXPECT_NEAR(count_of(first.numbers), 40, 5);
  EXPECT_NEAR(count_of_shared(first.numbers, second.numbers), 20, 6);
  EXPECT_EQ(count_of_shared(first.numbers, HashSet{}), 0);
}

TEST(Sketch, SharesAKeyWithATextOfWhichAThirdIsLeft) {
  for (int seed = 0; seed < 10; ++seed) {
    const std::string text = text_of(seed, 400);
    const auto keys = sketch_of(text)->keys;
    const auto others = sketch_of(text.substr(0, text.size() / 3))->keys;
    EXPECT_NE(std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()),
              keys.end());
  }
}

TEST(Sketch, EstimatesResemblance) {
  // Each text has half of its runs in common with the other: a third of all runs.
  const Sketch a = *sketch_of(text_of(0, 600));
  const Sketch b = *sketch_of(text_of(0, 600).substr(0, text_of(0, 300).size()) + text_of(4, 300));
  EXPECT_NEAR(resemblance(a, b), 1.0 / 3, 0.12);
}

}  // namespace
}  // namespace newsindex

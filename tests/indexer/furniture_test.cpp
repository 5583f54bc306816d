// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/furniture.h"

#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// This text sounds like that of an article, but is on every page of the site.
const std::string kMotto =
    "The Harbour Gazette has told the stories of the coast since 1871, from the first light on the "
    "pier to the last ferry of the night, and it always will.";

Record page(int number, RecordFormat format, bool with_motto) {
  const std::string n = std::to_string(number);
  const std::string first = "The council of ward " + n +
                            " voted for the new tram line on Tuesday evening, after a debate of "
                            "six hours, its chairman said.";
  const std::string second = "Work in ward " + n +
                             " begins in autumn, and it will take four years to finish the line "
                             "and the bridge over the river.";
  Record record;
  record.format = format;
  record.origin.path = "/pages/" + n;
  if (format == RecordFormat::html)
    record.bytes = "<h1>Ward " + n + " votes</h1><main><p>" + first + "</p>" +
                   (with_motto ? "<p>" + kMotto + "</p>" : "") + "<p>" + second + "</p></main>";
  else
    record.bytes = "Ward " + n + " votes for the tram\n\nBy Jane Doe\n\n" + first + "\n\n" +
                   (with_motto ? kMotto + "\n\n" : "") + second + "\n";
  return record;
}

Understood read(const Record& record) {
  UnderstandOptions options;
  options.explain = true;
  return std::get<Understood>(understand(record, options));
}

Understood cleared(int pages, RecordFormat format, int with_motto) {
  Furniture furniture;
  for (int i = 1; i <= pages; ++i) {
    const Record record = page(i, format, i <= with_motto);
    furniture.learn(record, read(record));
  }
  const Record record = page(1, format, true);
  Understood understood = read(record);
  EXPECT_THAT(understood.article.body, HasSubstr(kMotto));
  furniture.clear(record, {}, understood);
  return understood;
}

class FurnitureOf : public ::testing::TestWithParam<RecordFormat> {};

TEST_P(FurnitureOf, IsTakenOutOfThePagesOfASite) {
  const Understood understood = cleared(5, GetParam(), 5);
  EXPECT_THAT(understood.article.body,
              AllOf(HasSubstr("council of ward 1"), HasSubstr("bridge over the river"),
                    Not(HasSubstr(kMotto))));
  EXPECT_THAT(understood.article.title, HasSubstr("Ward 1 votes"));
  ASSERT_FALSE(understood.why.cut.empty());
  EXPECT_EQ(understood.why.cut.back().reason, "on most pages of the site");
}

TEST_P(FurnitureOf, IsNotToldByAFewPages) {
  EXPECT_THAT(cleared(4, GetParam(), 4).article.body, HasSubstr(kMotto));
}

TEST_P(FurnitureOf, IsOnMoreThanHalfOfThePages) {
  EXPECT_THAT(cleared(8, GetParam(), 4).article.body, HasSubstr(kMotto));
  EXPECT_THAT(cleared(8, GetParam(), 5).article.body, Not(HasSubstr(kMotto)));
}

TEST_P(FurnitureOf, IsLearnedFromTheFirstPages) {
  EXPECT_THAT(cleared(200, GetParam(), 64).article.body, Not(HasSubstr(kMotto)));
}

INSTANTIATE_TEST_SUITE_P(Pages, FurnitureOf,
                         ::testing::Values(RecordFormat::page, RecordFormat::html),
                         [](const auto& row) {
                           return row.param == RecordFormat::page ? "OfText" : "OfHtml";
                         });

TEST(Furniture, KeepsTheAuthorOfAllPages) {
  EXPECT_THAT(cleared(5, RecordFormat::page, 5).article.authors,
              ::testing::ElementsAre("Jane Doe"));
}

TEST(Furniture, LeavesATextThatIsAllTheSameAsItIs) {
  Furniture furniture;
  Record record = page(1, RecordFormat::html, false);
  for (int i = 0; i < 6; ++i) {
    Understood understood = read(record);
    understood.article.id = std::to_string(i);
    furniture.learn(record, understood);
  }
  Understood understood = read(record);
  furniture.clear(record, {}, understood);
  EXPECT_THAT(understood.article.body, HasSubstr("council of ward 1"));
}

}  // namespace
}  // namespace newsindex

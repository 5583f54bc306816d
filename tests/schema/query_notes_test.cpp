// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> suggestions(std::string_view query) {
  std::vector<std::string> all;
  for (const QueryNote& note : read_query(query, {}).notes) all.push_back(note.suggestion);
  return all;
}

TEST(QueryNotes, AskWhetherAWordBetweenWordsIsAnOperator) {
  EXPECT_THAT(suggestions("Biden or Sanders"), ElementsAre("Biden OR Sanders"));
  EXPECT_THAT(suggestions("Biden and \"oil spill\""), ElementsAre("Biden AND \"oil spill\""));
  EXPECT_THAT(suggestions("Biden not Sanders"), ElementsAre("Biden NOT Sanders"));
  EXPECT_THAT(suggestions("not Sanders"), ElementsAre("NOT Sanders"));
  EXPECT_THAT(suggestions("a or b or c"), ElementsAre("a OR b OR c"));
  EXPECT_THAT(suggestions("title:a or title:b"), ElementsAre("title:a OR title:b"));
  EXPECT_EQ(to_text(read_query("a or b", {}).notes.at(0)),
            "did you mean OR? 'or' in small letters is a word like others; write a OR b");
}

TEST(QueryNotes, LeaveAloneWhatCannotBeAnOperator) {
  EXPECT_THAT(suggestions("or Sanders"), IsEmpty());
  EXPECT_THAT(suggestions("Biden or"), IsEmpty());
  EXPECT_THAT(suggestions("\"war and peace\""), IsEmpty());
  EXPECT_THAT(suggestions("title:or Biden"), IsEmpty());
  EXPECT_THAT(suggestions("Biden OR Sanders"), IsEmpty());
}

TEST(QueryNotes, SuggestNothingThatDoesNotParse) {
  EXPECT_THAT(suggestions("\"oil\" near spill"), ElementsAre(""));
}

TEST(QueryNotes, SayThatAPlusChangesNothing) {
  EXPECT_EQ(read_query("+oil -spill", {}).notes.size(), 1u);
}

TEST(LanguageClauses, TakeCodesAndNames) {
  for (const char* written : {"de", "DE", "de-AT", "deu", "German", "german", "Deutsch"})
    EXPECT_EQ(parse_query("lang:" + std::string(written), {}).text, "de") << written;
}

TEST(LevelsBehindAGroup, CompareEveryNameInIt) {
  EXPECT_EQ(to_string(parse_query("(person:Biden OR person:Sanders)>=80", {})),
            "any_of{label{person Biden 80..100} label{person Sanders 80..100}}");
  EXPECT_EQ(to_string(parse_query("(topic:a OR (person:\"B C\" person:d))>=80", {})),
            "any_of{label{topic a 80..100} all_of{label{person B C 80..100} label{person d "
            "80..100}}}");
  EXPECT_THROW(parse_query("(person:Biden OR flood)>=80", {}), QueryError);
}

}  // namespace
}  // namespace newsindex

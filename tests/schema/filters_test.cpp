// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/filters.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

std::string filtered(std::string_view query, const std::vector<FieldValue>& wanted,
                     const std::vector<FieldValue>& unwanted = {}, Match match = Match::all) {
  const ParseOptions options{match, {}};
  const std::string text = with_filters(query, wanted, unwanted, options);
  return to_string(parse_query(text, options));
}

TEST(Filters, AskForOneValueOfEachField) {
  EXPECT_EQ(filtered("oil", {{"source", "CNN"}, {"lang", "en"}, {"source", "BBC"}}),
            "all_of{word{oil} any_of{whole{source CNN} whole{source BBC}} whole{lang exact en}}");
}

TEST(Filters, LeaveOutWhatIsUnwanted) {
  EXPECT_EQ(filtered("", {}, {{"person", "Qin Gang"}}),
            "without{all{} label{person exact Qin Gang}}");
}

TEST(Filters, HoldForEachChoiceOfTheQuery) {
  EXPECT_EQ(filtered("oil OR gas", {{"lang", "en"}}),
            "all_of{any_of{word{oil} word{gas}} whole{lang exact en}}");
  EXPECT_EQ(
      filtered("oil gas", {{"lang", "en"}, {"lang", "de"}}, {}, Match::any),
      "all_of{any_of{word{oil} word{gas}} any_of{whole{lang exact en} whole{lang exact de}}}");
}

TEST(Filters, TakeAnySignOfAValue) {
  for (const char* value : {"The \"Star\"", "\"", "a OR b)", "Sport*", "x>=5", "(", "-"})
    EXPECT_EQ(filtered("", {{"org", value}}), "label{org exact " + std::string(value) + "}");
}

TEST(Filters, DoNotMendAQueryThatIsWrong) {
  EXPECT_THROW(filtered("oil) OR (gas", {{"lang", "en"}}), QueryError);
}

}  // namespace
}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/commands/commands.h"
#include "query/commands/newsquery_table.h"
#include "query/commands/option_values.h"
#include "query/commands/output_choice.h"
#include "query/commands/query_choice.h"
#include "query/commands/run_command.h"
#include "schema/archive/location.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

using Arguments = std::vector<std::string>;

constexpr Day kToday = 2023y / 4 / 7;

Environment environment(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

CommandLine line_of(const Arguments& arguments) {
  return read_command_line(newsquery_table(), arguments, newsquery_subject);
}

SearchRequest request(const Arguments& arguments) {
  const CommandLine line = line_of(arguments);
  std::istringstream in;
  std::ostringstream out;
  return search_request(line, {environment({}), kToday, in, out, out, {}},
                        detail_for(output_choice(line)));
}

OutputChoice output(const Arguments& arguments) { return output_choice(line_of(arguments)); }

// The message and exit code of a command that is run without an archive.
std::pair<std::string, ExitCode> end_of(const Arguments& arguments) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream messages;
  try {
    run_command(line_of(arguments),
                {environment({}), kToday, in, out, messages, [](Color) { return Style(); }, false});
  } catch (const Error& error) {
    return {shown(error), error.code()};
  }
  return {"accepted", ExitCode::ok};
}

// The message of a command that ends with ExitCode::usage.
std::string refused(const Arguments& arguments) {
  const auto [sentence, code] = end_of(arguments);
  EXPECT_EQ(code, ExitCode::usage);
  return sentence;
}

std::string help_text(const Arguments& arguments) {
  return line_of(arguments).answer.value_or("no text");
}

TEST(Request, HasSensibleValuesWithoutOptions) {
  const SearchRequest plain = request({"search", "oil", "spill"});
  EXPECT_EQ(plain.query_text, "oil spill");
  EXPECT_EQ(to_string(plain.query), "all_of{word{oil} word{spill}}");
  EXPECT_EQ(plain.limit, 10u);
  EXPECT_EQ(plain.offset, 0u);
  EXPECT_EQ(plain.sort, Sort::relevance);
  EXPECT_FALSE(plain.explain);
  EXPECT_FALSE(plain.half_life_days);
  EXPECT_EQ(plain.today, kToday);
  EXPECT_EQ(output({"search", "oil"}).format, Format::text);
  EXPECT_EQ(output({"search", "oil"}).color, Color::automatic);
}

TEST(Request, TakesEveryOptionOfASearch) {
  const Arguments arguments{"search",      "--archive",
                            "/other",      "oil",
                            "--match=any", "--sort",
                            "newest",      "--limit",
                            "5",           "--offset",
                            "20",          "--format",
                            "json",        "--explain",
                            "spill",       "--recent",
                            "2w",          "--color",
                            "never",       "--today",
                            "2024-02-29",  "--snippet-length",
                            "80",          "--prefer",
                            "topic:sport", "--prefer=-lang:de",
                            "date:today"};
  const SearchRequest full = request(arguments);
  EXPECT_EQ(to_string(full.query),
            "all_of{any_of{word{oil} word{spill}} dates{2024-02-29..2024-02-29}}");
  EXPECT_EQ(full.match, Match::any);
  EXPECT_EQ(full.sort, Sort::newest);
  EXPECT_EQ(full.limit, 5u);
  EXPECT_EQ(full.offset, 20u);
  EXPECT_TRUE(full.explain);
  EXPECT_DOUBLE_EQ(full.half_life_days.value(), 14.0);
  EXPECT_EQ(output(arguments).format, Format::json);
  EXPECT_EQ(output(arguments).color, Color::never);
  EXPECT_EQ(full.snippet_length, 80u);
  ASSERT_EQ(full.prefer.size(), 2u);
  EXPECT_EQ(to_string(full.prefer[0]), "label{topic sport}");
  EXPECT_EQ(to_string(full.prefer[1]), "without{all{} whole{lang de}}");
}

struct WordsCase {
  Arguments arguments;
  std::string query;
};

TEST(RequestWords, WithOneDashAreText) {
  const WordsCase rows[]{
      {{"search", "flood", "-river"}, "flood -river"},
      {{"search", "-river", "flood"}, "-river flood"},
      {{"search", "flood", "-river", "dam"}, "flood -river dam"},
      {{"search", "flood", "-limit"}, "flood -limit"},
      {{"search", "flood", "-title:dam", "--limit", "3", "-5"}, "flood -title:dam -5"},
      {{"search", "flood", "-(river OR dam)"}, "flood -(river OR dam)"},
      {{"search", "C", "++"}, "C ++"},
      {{"search", "--", "-river", "flood"}, "-river flood"},
      {{"search", "flood", "--", "-h"}, "flood -h"},
  };
  for (const auto& [arguments, query] : rows) {
    EXPECT_EQ(request(arguments).query_text, query);
  }
}

TEST(RequestArchive, IsTheOptionThenTheEnvironment) {
  const Environment both = environment({{"NEWSINDEX_ARCHIVE", "/environment"}});
  EXPECT_EQ(resolve_archive(line_of({"count", "x", "--archive", "/option"}).text("archive"), both),
            "/option");
  EXPECT_EQ(resolve_archive(line_of({"count", "x"}).text("archive"), both), "/environment");
}

TEST(RequestArchive, ThatNobodyNamedIsAnError) {
  for (const Arguments& arguments :
       {Arguments{"search", "x"}, Arguments{"count", "x"}, Arguments{"show", "-17"},
        Arguments{"facets", "--by", "source"}, Arguments{"timeline", "x"}, Arguments{"entities"},
        Arguments{"related", "x"}, Arguments{"batch", "--queries", "-"},
        Arguments{"complete", "source"}})
    EXPECT_THAT(refused(arguments), HasSubstr("--archive DIR")) << arguments.front();
}

TEST(RequestCommands, AreAllRunBySomething) {
  for (const CommandRow& row : newsquery_table().commands)
    EXPECT_NE(handler_of(row.name), nullptr) << row.name;
  EXPECT_EQ(handler_of("serach"), nullptr);
}

TEST(RequestHalfLife, IsInDaysWeeksMonthsOrYears) {
  EXPECT_DOUBLE_EQ(request({"search", "x", "--recent", "7d"}).half_life_days.value(), 7.0);
  EXPECT_DOUBLE_EQ(request({"search", "x", "--recent", "2m"}).half_life_days.value(), 60.875);
  EXPECT_DOUBLE_EQ(request({"search", "x", "--recent", "1y"}).half_life_days.value(), 365.25);
  for (const std::string wrong : {"7", "d", "0d", "-7d", "7h", "1.5y", "7 d"})
    EXPECT_EQ(refused({"search", "x", "--recent", wrong}),
              "--recent '" + wrong + "' is not a half-life; write 7d, 2w, 3m or 1y");
}

TEST(RequestWeights, AreThoseThatAreNamedAndElseTheUsual) {
  EXPECT_EQ(request({"search", "x"}).weights, Weights());
  Weights expected;
  expected.topic = 3;
  expected.b = 0.5;
  EXPECT_EQ(request({"search", "x", "--weights", "topic=3,b=0.5"}).weights, expected);
  EXPECT_EQ(refused({"search", "x", "--weights", "topik=3"}),
            "--weights 'topik=3' has no weight that we know, 'topik' (did you mean 'topic'?); "
            "there are topic, entity, recency, "
            "closeness, lead, feedback, function, k1, b");
  for (const std::string wrong : {"b=1.1", "b=-0.1", "b=", "b", "b=nan", "b=1e-1", "b=0.5x"})
    EXPECT_EQ(refused({"search", "x", "--weights", wrong}),
              "--weights '" + wrong + "' has no number from 0 to 1 in '" + wrong + "'");
}

TEST(RequestWeights, AreToldInHelpAsTheyAre) {
  const Weights usual;
  for (const NamedWeight& weight : kNamedWeights) {
    std::ostringstream told;
    told << weight.name << " " << usual.*weight.weight;
    EXPECT_THAT(help_text({"help", "search"}), HasSubstr(told.str()));
  }
}

TEST(RequestTimeout, IsInSeconds) {
  const auto now = std::chrono::steady_clock::now();
  EXPECT_EQ(deadline_of(line_of({"count", "x"})), std::nullopt);
  const auto deadline = deadline_of(line_of({"count", "x", "--timeout", "2.5"}));
  ASSERT_TRUE(deadline);
  EXPECT_GE(*deadline - now, 2500ms);
  for (const std::string wrong : {"0", "-1", "2s", "nan", "inf", "1e9"})
    EXPECT_THROW(deadline_of(line_of({"count", "x", "--timeout", wrong})), Error) << wrong;
}

TEST(RequestFacets, AreNamesOfTheTableEachOnce) {
  EXPECT_THAT(facets_named("source,organisation,org"), ElementsAre("source", "org"));
}

TEST(RequestShow, TakesIdsAsTheyAre) {
  EXPECT_THAT(line_of({"show", "-17", "a:b", "https://example.org/x"}).words,
              ElementsAre("-17", "a:b", "https://example.org/x"));
}

TEST(RequestBatch, WritesTrecRunsFromAFile) {
  const Arguments arguments{"batch", "--queries", "-", "--limit", "1000"};
  EXPECT_EQ(output(arguments).format, Format::trec);
  EXPECT_EQ(request(arguments).limit, 1000u);
  EXPECT_EQ(request(arguments).detail, HitDetail::id);
  const SearchRequest next =
      with_query(request({"batch", "--queries", "f", "--match", "any"}), "oil spill");
  EXPECT_EQ(to_string(next.query), "any_of{word{oil} word{spill}}");
  EXPECT_EQ(next.query_text, "oil spill");
}

TEST(RequestPreferences, KeepTheirPlaceInWhatWasTyped) {
  SearchRequest batch =
      request({"batch", "--queries", "f", "--prefer", "topic:sport", "--prefer", "lang:de"});
  const auto place = [](const SearchRequest& of, std::size_t clause) {
    const Span span = of.prefer[clause].span;
    return of.typed.substr(span.start, span.end - span.start);
  };
  EXPECT_EQ(place(batch, 0), "topic:sport");
  EXPECT_EQ(place(batch, 1), "lang:de");
  batch = with_query(with_query(batch, "a longer query"), "x");
  EXPECT_EQ(batch.typed, "x --prefer topic:sport --prefer lang:de");
  EXPECT_EQ(place(batch, 0), "topic:sport");
  EXPECT_EQ(place(batch, 1), "lang:de");
}

struct RefusedCase {
  Arguments arguments;
  std::string sentence;
};

TEST(RequestErrors, NameTheOptionAndTheWayOut) {
  const RefusedCase rows[]{
      {{"serach", "x"}, "unknown command 'serach' (did you mean 'search'?)"},
      {{"zebra"}, "unknown command 'zebra'; newsquery help lists them"},
      {{"help", "serach"}, "unknown command 'serach' (did you mean 'search'?)"},
      {{"search", "x", "--limit", "-1"}, "--limit '-1' is not a number from 0 to 100000"},
      {{"search", "x", "--limit", "100001"}, "--limit '100001' is not a number from 0 to 100000"},
      {{"search", "x", "--offset", "ten"}, "--offset 'ten' is not a number from 0 to 100000"},
      {{"search", "x", "--format", "jsn"},
       "--format 'jsn' is not one of text, json, jsonl, tsv, csv, html, atom, bibtex, ris, ids "
       "(did you mean 'json'?)"},
      {{"search", "x", "--format", "trec"},
       "--format 'trec' is not one of text, json, jsonl, tsv, csv, html, atom, bibtex, ris, ids"},
      {{"batch", "--queries", "f", "--format", "html"},
       "--format 'html' is not one of trec, text, jsonl, tsv, csv"},
      {{"search", "x", "--sort", "date"}, "--sort 'date' is not one of relevance, newest, oldest"},
      {{"search", "x", "--match", "some"}, "--match 'some' is not one of all, any"},
      {{"search", "x", "--today", "2023-02-30"},
       "--today '2023-02-30' is not a day that exists; write it as 2023-04-02"},
      {{"search"}, "say what to search for, as in: newsquery search oil spill"},
      {{"search", " "}, "say what to search for, as in: newsquery search oil spill"},
      {{"show"}, "say which articles to show, by their ids, as in: newsquery show 20230402-17"},
      {{"batch"}, "say where the queries are, as in: newsquery batch --queries FILE"},
      {{"search", "x", "--prefer", ""}, "--prefer needs a clause, as in --prefer topic:sport"},
  };
  for (const auto& [arguments, sentence] : rows) EXPECT_EQ(refused(arguments), sentence);
}

TEST(RequestErrors, SuggestTheNearestOption) {
  EXPECT_THAT(refused({"search", "--limt", "5"}),
              StartsWith("newsquery search has no option '--limt' (did you mean '--limit'?)"));
  EXPECT_THAT(refused({"count", "--sort", "newest"}),
              StartsWith("newsquery count has no option '--sort'"));
  EXPECT_THAT(refused({"search", "x", "--zebra=1"}),
              StartsWith("newsquery search has no option '--zebra'"));
  EXPECT_THAT(refused({"batch", "word"}), StartsWith("newsquery batch takes no 'word'"));
  EXPECT_THAT(refused({"search", "x", "--limit"}),
              testing::StrEq("--limit needs a value, as in --limit N"));
  EXPECT_EQ(refused({"search", "x", "--limit="}), "--limit needs a value, as in --limit N");
  EXPECT_EQ(refused({"search", "x", "--prefer"}), "--prefer needs a value, as in --prefer CLAUSE");
  EXPECT_EQ(refused({"search", "--archive", "--limit", "3"}),
            "--archive needs a value, as in --archive DIR");
  EXPECT_EQ(refused({"search", "x", "--explain=maybe"}), "--explain takes no value");
}

TEST(RequestErrors, ListTheFieldsToCountBy) {
  EXPECT_THAT(refused({"facets", "x"}), HasSubstr("author, source, section"));
  EXPECT_THAT(refused({"facets", "--by", "sorce"}),
              StartsWith("--by: unknown field 'sorce' (did you mean 'source'?)"));
  EXPECT_THAT(refused({"facets", "--by", "title"}),
              StartsWith("--by: articles cannot be counted by 'title'; the fields are author"));
  EXPECT_THAT(refused({"facets", "--by", "source,"}), StartsWith("--by: unknown field ''"));
  EXPECT_THAT(refused({"timeline", "--by", "decade", "x"}),
              HasSubstr("is not one of month, day, week, quarter, year"));
}

TEST(RequestErrors, ShowTheQueryWithACaret) {
  EXPECT_EQ(refused({"search", "oil", "topik:x"}),
            "unknown field 'topik' (did you mean 'topic'?)\n  oil topik:x\n      ^^^^^");
  EXPECT_EQ(refused({"search", "oil", "--prefer", "topik:x"}),
            "unknown field 'topik' (did you mean 'topic'?)\n  oil --prefer topik:x\n"
            "               ^^^^^");
}

TEST(RequestErrors, WithoutArgumentsSayWhatToDo) {
  EXPECT_THAT(
      refused({}),
      StartsWith("say what to do, as in: newsquery search oil spill\n\nnewsquery searches"));
}

TEST(RequestHelp, ExplainsCommandsQueriesAndFields) {
  EXPECT_THAT(help_text({"help"}), HasSubstr("timeline"));
  EXPECT_THAT(help_text({"--help"}), HasSubstr("timeline"));
  EXPECT_THAT(help_text({"help", "query"}), HasSubstr("NEAR/5"));
  EXPECT_THAT(help_text({"help", "fields"}), HasSubstr("person:\"Qin Gang\">=85"));
  EXPECT_THAT(help_text({"--version"}), StartsWith("newsquery "));
  for (const Arguments& arguments : {Arguments{"help", "search"}, Arguments{"search", "--help"},
                                     Arguments{"search", "x", "-h", "--limit", "3"}})
    EXPECT_THAT(help_text(arguments), HasSubstr("--prefer CLAUSE"));
  EXPECT_THAT(help_text({"search", "--help"}), HasSubstr("examples:\n  newsquery search"));
  EXPECT_THAT(help_text({"count", "--help"}), testing::Not(HasSubstr("--prefer")));
}

}  // namespace
}  // namespace newsindex

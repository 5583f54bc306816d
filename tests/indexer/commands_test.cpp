// SPDX-License-Identifier: GPL-3.0-or-later
// Flags, requests, reports and the progress line: all without a process.
#include "indexer/commands/commands.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/commands/newsindex_table.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/commands/requests.h"
#include "schema/error.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string usage_error(const std::vector<std::string>& arguments) {
  try {
    const Flags flags = flags_of(read_command_line(newsindex_table(), arguments));
    StopRequest stop;
    update_request(
        flags, [](const std::string&) { return std::optional<std::string>("x"); }, stop);
    return "(none)";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    return error.what();
  }
}

TEST(Flags, AreReadInAnyOrder) {
  const std::vector<std::string> arguments{
      "update",  "a",     "--archive", "news", "b", "--map", "title=headline,body=content",
      "--again", "--map", "id=key",    "-"};
  const Flags flags = flags_of(read_command_line(newsindex_table(), arguments));
  EXPECT_THAT(flags.arguments, ElementsAre("a", "b", "-"));
  EXPECT_EQ(flags.archive, "news");
  EXPECT_TRUE(flags.again);
  EXPECT_THAT(flags.map, ElementsAre("title=headline", "body=content", "id=key"));
}

TEST(Flags, SuggestWhatWasMeant) {
  EXPECT_THAT(usage_error({"updaet", "a"}), HasSubstr("did you mean 'update'?"));
  EXPECT_THAT(usage_error({"update", "a", "--archve", "x"}),
              HasSubstr("did you mean '--archive'?"));
  EXPECT_THAT(usage_error({}), HasSubstr("newsindex update"));
  EXPECT_THAT(usage_error({"update", "--archive", "x"}), HasSubstr("SOURCE"));
}

std::string answer_to(const std::vector<std::string>& arguments) {
  return read_command_line(newsindex_table(), arguments).answer.value_or("(none)");
}

TEST(Flags, AnswerHelpAndVersion) {
  for (const char* command :
       {"update", "inspect", "remove", "info", "check", "compact", "export"}) {
    EXPECT_THAT(answer_to({"--help"}), HasSubstr(command));
    EXPECT_THAT(answer_to({command, "--help"}), HasSubstr(std::string("newsindex ") + command));
  }
  EXPECT_THAT(answer_to({"--version"}), HasSubstr(NEWSINDEX_VERSION));
}

TEST(Requests, RefuseValuesThatMakeNoSense) {
  EXPECT_THAT(usage_error({"update", "a", "--map", "headline"}), HasSubstr("--map 'headline'"));
  EXPECT_THAT(usage_error({"update", "a", "--map", "titel=headline"}), HasSubstr("titel"));
  EXPECT_THAT(usage_error({"update", "a", "--date-order", "american"}), HasSubstr("--date-order"));
  EXPECT_THAT(usage_error({"update", "a", "--reference-time", "2023-02-30"}),
              HasSubstr("2023-02-30"));
  EXPECT_THAT(usage_error({"update", "a", "--memory", "0"}), HasSubstr("--memory"));
}

TEST(Requests, TurnFlagsIntoValues) {
  StopRequest stop;
  Flags flags;
  flags.archive = "news";
  flags.date_order = "day-first";
  flags.map = {"title=a.b", "body=c"};
  flags.memory_mb = 64;
  const UpdateRequest request = update_request(
      flags, [](const std::string&) { return std::nullopt; }, stop);
  EXPECT_EQ(request.archive, "news");
  EXPECT_EQ(request.understand.date_order, DateOrder::day_first);
  EXPECT_EQ(request.understand.fields.at("title"), "a.b");
  EXPECT_EQ(request.run.memory_bytes, 64u << 20);
}

TEST(Run, TurnsErrorsIntoASentenceAndAnExitCode) {
  std::ostringstream out;
  std::ostringstream messages;
  const Environment models_only = [](const std::string& name) {
    return name == "NEWSINDEX_MODELS" ? std::optional<std::string>(kModels) : std::nullopt;
  };
  const Streams streams{out, messages, false};
  StopRequest stop;
  EXPECT_EQ(run_newsindex({"info", "--archive", "/no/such/archive"}, models_only, streams, stop),
            ExitCode::no_input);
  EXPECT_THAT(messages.str(), HasSubstr("newsindex: no archive at '/no/such/archive'"));
  EXPECT_EQ(run_newsindex({"inspect", "/no/such/file"}, models_only, streams, stop),
            ExitCode::no_input);
  EXPECT_EQ(run_newsindex({"info"}, models_only, streams, stop), ExitCode::usage);
}

RunReport some_report() {
  RunReport report;
  report.archive = "news";
  report.uuid = "an uuid";
  report.revision = 3;
  report.added = 14'667;
  report.rejected = 1;
  report.rejects = {{{"a.sgm", 658}, "no title and no body"}};
  report.articles = 14'667;
  report.seconds = 4.25;
  report.articles_per_second = 3451;
  return report;
}

TEST(RunReport, TellsPeopleWhatHappened) {
  EXPECT_THAT(warnings_text(some_report()),
              HasSubstr("newsindex: a.sgm: record 658: no title and no body\n"));
  EXPECT_THAT(
      summary_text(some_report()),
      HasSubstr("14,667 added, 0 replaced, 0 unchanged, 1 rejected in 4.3 s (3,451 articles/s)"));
  RunReport nothing;
  nothing.unchanged = 7;
  EXPECT_THAT(summary_text(nothing), HasSubstr("nothing changed"));
}

TEST(RunReport, ShowsTheFirstRejectsAndCountsTheOthers) {
  RunReport report = some_report();
  report.rejects.assign(50, report.rejects.front());
  report.rejected = 1050;
  EXPECT_THAT(warnings_text(report), HasSubstr("1,030 more records rejected"));
}

TEST(RunReport, IsOneJsonObject) {
  const auto json = nlohmann::json::parse(to_json(some_report()));
  EXPECT_EQ(json["version"], 2);
  EXPECT_EQ(json["exit_code"], 0);
  EXPECT_FALSE(json.contains("error"));
  EXPECT_EQ(json["added"], 14'667);
  EXPECT_EQ(json["rejects"][0]["record"], 658);
  EXPECT_EQ(json["rejects"][0]["reason"], "no title and no body");
}

TEST(RunReport, OfARunThatPublishedNothingHasTheReasonAndNoCounts) {
  RunReport report;
  report.archive = "news";
  report.exit_code = ExitCode::try_again;
  report.error = "archive 'news' is locked";
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["exit_code"], 75);
  EXPECT_EQ(json["error"], "archive 'news' is locked");
  EXPECT_FALSE(json.contains("added"));
}

TEST(ProgressLine, ShowsShareRateAndTimeLeft) {
  Progress progress;
  progress.bytes_done = 25'000'000;
  progress.bytes_total = 100'000'000;
  EXPECT_EQ(progress_line(progress, 10, 80), "reading  25 %  2.5 MB/s  30 s left");
  progress.bytes_total = 0;  // standard input
  EXPECT_EQ(progress_line(progress, 10, 80), "reading  2.5 MB/s");
  progress.phase = Progress::Phase::merging;
  EXPECT_EQ(progress_line(progress, 10, 80), "merging");
  EXPECT_EQ(progress_line(progress, 10, 4), "mer");
}

TEST(ProgressBar, DrawsNothingWhereThereIsNoTerminal) {
  std::ostringstream out;
  {
    ProgressBar bar(out, false, 80);
    bar.show({});
  }
  EXPECT_EQ(out.str(), "");
  {
    ProgressBar bar(out, true, 80);
    bar.show({});
  }
  EXPECT_THAT(out.str(), HasSubstr("reading"));
  EXPECT_THAT(out.str(), testing::EndsWith("\r\x1b[K"));
}

}  // namespace
}  // namespace newsindex

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/command_line.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/command_line/completions.h"
#include "schema/command_line/configuration.h"
#include "schema/command_line/help.h"
#include "schema/command_line/man.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::array kToolCommands{CommandRow{"find", "[WORD...]", "Find words."},
                                   CommandRow{"copy", "TARGET", "Copy.", "", 1, false}};
constexpr std::array kToolOptions{
    OptionRow{.name = "archive",
              .letter = 'a',
              .value = "DIR",
              .help = "the archive",
              .is_setting = true,
              .environment = "ARCHIVE"},
    OptionRow{.name = "limit",
              .letter = 'n',
              .value = "N",
              .help = "at most so many",
              .commands = "find",
              .default_value = "10",
              .most = 100,
              .is_setting = true},
    OptionRow{.name = "sort",
              .value = "ORDER",
              .help = "what comes first",
              .commands = "find",
              .choices = "newest oldest",
              .is_setting = true},
    OptionRow{
        .name = "prefer", .value = "WORD", .help = "first", .commands = "find", .repeats = true},
    OptionRow{.name = "deep", .help = "look longer", .commands = "find"},
};

ToolTable tool(std::string_view unknown_option_hint = "behind a -- they are words") {
  return {.name = "newsquery",
          .summary = "finds words.",
          .example = "newsquery find x",
          .commands = kToolCommands,
          .options = kToolOptions,
          .exit_codes = {},
          .unknown_option_hint = unknown_option_hint};
}

using Arguments = std::vector<std::string>;

CommandLine line_of(const Arguments& arguments) { return read_command_line(tool(), arguments); }

template <class Action>
std::string refused(Action action, ExitCode code = ExitCode::usage) {
  try {
    action();
    return "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code);
    return error.what();
  }
}

std::string refused(const Arguments& arguments) {
  return refused([&] { line_of(arguments); });
}

TEST(CommandLine, HasWordsAndValuesInAnyOrder) {
  const CommandLine line = line_of({"find", "x", "-n", "3", "--prefer", "-y", "y", "--prefer=z",
                                    "--deep", "--limit", "4", "-a", "news"});
  EXPECT_THAT(line.words, ElementsAre("x", "y"));
  EXPECT_EQ(line.whole_number("limit", 10), 4);
  EXPECT_THAT(line.texts("prefer"), ElementsAre("-y", "z"));
  EXPECT_TRUE(line.has("deep"));
  EXPECT_EQ(line.text("archive"), "news");
  EXPECT_EQ(line.text("sort"), "");
}

TEST(CommandLine, TakesALetterBehindADashForAnOptionAndAWordForAWord) {
  EXPECT_THAT(line_of({"find", "oil", "-gulf", "-f1", "-5", "-"}).words,
              ElementsAre("oil", "-gulf", "-f1", "-5", "-"));
  EXPECT_THAT(line_of({"find", "--", "-x", "--deep"}).words, ElementsAre("-x", "--deep"));
  EXPECT_EQ(refused({"find", "oil", "-x"}),
            "newsquery find has no option '-x'; behind a -- they are words");
  EXPECT_EQ(refused({"find", "-n5"}), "-n5: write -n 5");
  EXPECT_THAT(refused([] {
                read_command_line(tool(""), Arguments{"find", "-gulf"});
              }),
              HasSubstr("has no option '-gulf'"));
}

TEST(CommandLine, RefusesWhatTheTableDoesNotAllow) {
  EXPECT_EQ(refused({"find", "--limit", "many"}), "--limit 'many' is not a number from 0 to 100");
  EXPECT_EQ(refused({"find", "--limit", "101"}), "--limit '101' is not a number from 0 to 100");
  EXPECT_EQ(refused({"find", "--sort", "newes"}),
            "--sort 'newes' is not one of newest, oldest (did you mean 'newest'?)");
  EXPECT_EQ(refused({"find", "--limit"}), "--limit needs a value, as in --limit N");
  EXPECT_EQ(refused({"find", "--limit="}), "--limit needs a value, as in --limit N");
  EXPECT_EQ(refused({"find", "--deep=1"}), "--deep takes no value");
  EXPECT_THAT(refused({"find", "--lmit", "3"}), HasSubstr("(did you mean '--limit'?)"));
  EXPECT_THAT(refused({"copy", "--limit", "3"}), HasSubstr("newsquery copy has no option"));
  EXPECT_THAT(refused({"copy"}), HasSubstr("newsquery copy needs TARGET"));
  EXPECT_EQ(refused({"copy", "a", "b"}), "newsquery copy takes no 'b'");
  EXPECT_EQ(refused({"fnd"}), "unknown command 'fnd' (did you mean 'find'?)");
}

TEST(Help, IsShortOrInFull) {
  EXPECT_EQ(line_of({"find", "-h"}).answer.value_or(""),
            "Find words.\nusage: newsquery find [OPTION...] [WORD...]\n\n"
            "  -a, --archive DIR  the archive\n  -n, --limit N      at most so many\n"
            "      --sort ORDER   what comes first\n      --prefer WORD  first\n"
            "      --deep         look longer\n"
            "  -h, --help         -h: on one screen; --help: in full, with examples\n");
  EXPECT_THAT(line_of({"find", "--help"}).answer.value_or(""),
              HasSubstr("one of newest, oldest; also in the configuration file"));
}

TEST(ManualPage, HasEveryOptionAndNothingThatRoffReadsAsACommand) {
  const std::string page = manual_page(tool());
  for (const OptionRow& option : kToolOptions)
    EXPECT_THAT(page, HasSubstr("\\-\\-" + std::string(option.name))) << option.name;
  EXPECT_THAT(manual_page("x", "7", "a page", ".text\n'more \\"),
              HasSubstr("\\&.text\n\\&'more \\e"));
}

TEST(Completions, HaveEveryOptionAndItsChoices) {
  for (const std::string& shell : words_of(kShells)) {
    const std::string script = completions(tool(), shell);
    for (const OptionRow& option : kToolOptions)
      EXPECT_THAT(script, HasSubstr(std::string(option.name))) << shell;
    EXPECT_THAT(script, HasSubstr("newest oldest"));
  }
}

class ConfigurationTest : public testing::Test {
 protected:
  void SetUp() override {
    variables_ = {{"XDG_CONFIG_HOME", folder_.path().string()},
                  {"XDG_CONFIG_DIRS", (folder_.path() / "system").string()},
                  {"HOME", "/of/user"}};
  }
  Environment environment() const {
    return [this](const std::string& name) {
      const auto found = variables_.find(name);
      return found == variables_.end() ? std::nullopt : std::optional(found->second);
    };
  }
  void write(const std::string& text) { folder_.write("newsindex/config.ini", text); }
  CommandLine read(const Arguments& arguments) {
    CommandLine line = line_of(arguments);
    add_settings(line, tool(), environment());
    return line;
  }
  std::string fault(const std::string& text) {
    write(text);
    const std::string said = refused([&] { read({"find"}); }, ExitCode::config);
    return said.substr(std::min(said.find("config.ini'"), said.size()));
  }

  TemporaryFolder folder_;
  std::map<std::string, std::string> variables_;
};

TEST_F(ConfigurationTest, OfTheUserComesBehindTheCommandLineAndTheEnvironment) {
  write("# mine\n archive = news \n[newsindex]\nlimit = x\n[newsquery]\nlimit = 20\n");
  folder_.write("system/newsindex/config.ini", "[newsquery]\nlimit = 30\nsort = oldest\n");
  EXPECT_EQ(read({"find"}).text("archive"), (folder_.path() / "newsindex/news").string());
  EXPECT_EQ(read({"find"}).whole_number("limit", 10), 20);
  EXPECT_EQ(read({"find"}).text("sort"), "oldest");
  EXPECT_EQ(read({"find", "-n", "5"}).whole_number("limit", 10), 5);
  EXPECT_EQ(read({"copy", "x"}).text("limit"), "");
  variables_["ARCHIVE"] = "/of/environment";
  EXPECT_EQ(read({"find"}).text("archive"), "/of/environment");
  EXPECT_EQ(read({"find", "-a", "/typed"}).text("archive"), "/typed");
}

TEST_F(ConfigurationTest, NamesTheFolderOfTheUserByATilde) {
  write("archive = ~/news\n");
  EXPECT_EQ(read({"find"}).text("archive"), "/of/user/news");
}

TEST_F(ConfigurationTest, SaysWhereItIsWrong) {
  EXPECT_EQ(fault("archive: x\n"), "config.ini' line 1 is not 'key = value'");
  EXPECT_EQ(fault("[newsquery]\nlimt = 3\n"),
            "config.ini' line 2 has the unknown key 'limt' (did you mean 'limit'?); the keys of "
            "newsquery are archive, limit, sort");
  EXPECT_EQ(fault("limit = 3\n"),
            "config.ini' line 1 has 'limit', which belongs below [newsquery]");
  EXPECT_EQ(fault("[newsqury]\n"),
            "config.ini' line 1 has the section 'newsqury', which is neither newsindex nor "
            "newsquery (did you mean 'newsquery'?)");
  EXPECT_EQ(fault("[newsquery]\nlimit = many\n"),
            "config.ini' line 2 has limit 'many', which is not a number from 0 to 100");
  variables_["NEWSINDEX_CONFIG"] = "/no/such/file";
  EXPECT_EQ(refused([&] { read({"find"}); }, ExitCode::config),
            "cannot read the configuration file '/no/such/file'");
}

}  // namespace
}  // namespace newsindex

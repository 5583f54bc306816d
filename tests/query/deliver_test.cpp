// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/deliver.h"

#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/commands/newsquery_table.h"
#include "query/commands/pager.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using testing::IsEmpty;
using testing::StrEq;

using Variables = std::map<std::string, std::string>;

ExitCode answer(const CommandLine&, const Surroundings& around) {
  around.out << "an answer\n";
  around.messages << (around.style(Color::automatic).links ? "links" : "no links");
  return ExitCode::no_match;
}

ExitCode fail(const CommandLine&, const Surroundings& around) {
  around.out << "half an ans";
  throw Error(ExitCode::internal, "broken");
}

class Delivering : public testing::Test {
 protected:
  ExitCode deliver_to(const std::vector<std::string>& arguments, bool is_terminal = false,
                      RunCommand& run = answer) {
    const Environment environment = [this](const std::string& name) {
      const auto found = variables_.find(name);
      return found == variables_.end() ? std::nullopt : std::optional(found->second);
    };
    Style with_links;
    with_links.links = true;
    return deliver(
        run, read_command_line(newsquery_table(), arguments),
        {environment, Day(), in_, out_, messages_, [&](Color) { return with_links; }, is_terminal});
  }

  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  void page_into(const std::string& name) {
    variables_ = {{"TERM", "xterm"}, {"NEWSQUERY_PAGER", "cat >'" + path(name) + "'"}};
  }
  std::string text_of(const std::string& name) const {
    std::ifstream file(path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      names.push_back(entry.path().filename().string());
    return names;
  }

  TemporaryFolder folder_;
  Variables variables_{{"TERM", "xterm"}};
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream messages_;
};

TEST_F(Delivering, ToAFileLeavesNothingForTheStandardOutput) {
  EXPECT_EQ(deliver_to({"search", "x", "-o", path("found")}, true), ExitCode::no_match);
  EXPECT_EQ(out_.str(), "");
  EXPECT_EQ(text_of("found"), "an answer\n");
  EXPECT_EQ(messages_.str(), "no links");
  EXPECT_THAT(files(), testing::ElementsAre("found"));
}

TEST_F(Delivering, KeepsTheFileBeforeWhereTheCommandFails) {
  folder_.write("found", "before\n");
  EXPECT_THROW(deliver_to({"search", "x", "-o", path("found")}, false, fail), Error);
  EXPECT_EQ(text_of("found"), "before\n");
  EXPECT_THAT(files(), testing::ElementsAre("found"));
}

TEST_F(Delivering, KeepsLinksAndModes) {
  namespace fs = std::filesystem;
  folder_.write("found", "before\n");
  fs::permissions(path("found"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("found", path("link"));
  deliver_to({"search", "x", "--output", path("link")});
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(text_of("found"), "an answer\n");
  EXPECT_EQ(fs::status(path("found")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Delivering, WritesDevicesInPlace) {
  deliver_to({"search", "x", "-o", "/dev/null"});
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  deliver_to({"search", "x", "-o", "-"});
  EXPECT_EQ(out_.str(), "an answer\n");
}

TEST_F(Delivering, NamesAFileThatCannotBeMade) {
  try {
    deliver_to({"search", "x", "-o", path("missing/found")});
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::cannot_create);
    EXPECT_THAT(error.what(), testing::HasSubstr("missing/found"));
  }
  EXPECT_THROW(deliver_to({"search", "x", "-o", folder_.path().string()}), Error);
}

TEST_F(Delivering, PagesTextOnATerminal) {
  page_into("pages");
  EXPECT_EQ(deliver_to({"search", "x"}, true), ExitCode::no_match);
  EXPECT_EQ(text_of("pages"), "an answer\n");
  EXPECT_EQ(out_.str(), "");
  EXPECT_EQ(messages_.str(), "no links");
}

TEST_F(Delivering, PagesNothingElse) {
  page_into("pages");
  deliver_to({"search", "x"}, false);
  deliver_to({"search", "x", "--no-pager"}, true);
  deliver_to({"search", "x", "--format", "json"}, true);
  deliver_to({"count", "x"}, true);
  variables_["TERM"] = "dumb";
  deliver_to({"search", "x"}, true);
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Delivering, PrintsPlainlyWhereThePagerCannotStart) {
  variables_["NEWSQUERY_PAGER"] = "/missing/pager 2>&-";
  EXPECT_EQ(deliver_to({"search", "x"}, true), ExitCode::no_match);
  EXPECT_EQ(out_.str(), "an answer\n");
}

TEST_F(Delivering, ChoosesThePagerByTheEnvironment) {
  const auto pager = [](Variables variables) {
    return pager_of([&](const std::string& name) {
             const auto found = variables.find(name);
             return found == variables.end() ? std::nullopt : std::optional(found->second);
           })
        .value_or("none");
  };
  EXPECT_EQ(pager({{"TERM", "xterm"}}), "less -FRX");
  EXPECT_EQ(pager({{"TERM", "xterm"}, {"PAGER", "more"}}), "more");
  EXPECT_EQ(pager({{"TERM", "xterm"}, {"PAGER", "more"}, {"NEWSQUERY_PAGER", "most"}}), "most");
  EXPECT_EQ(pager({{"TERM", "xterm"}, {"PAGER", "more"}, {"NEWSQUERY_PAGER", ""}}), "none");
  EXPECT_EQ(pager({{"TERM", "xterm"}, {"PAGER", "cat"}}), "none");
  EXPECT_EQ(pager({{"PAGER", "more"}}), "none");
}

TEST_F(Delivering, OutlivesAPagerThatIsLeftEarly) {
  EXPECT_TRUE(show_in_pager("exit 3", std::string(1 << 20, 'x')));
}

}  // namespace
}  // namespace newsindex

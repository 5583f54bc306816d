// SPDX-License-Identifier: GPL-3.0-or-later
// What a user keeps: queries by name, and watches.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/saved/query_file.h"
#include "query/saved/saved_queries.h"
#include "query/saved/watches.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

template <class Do>
std::string sentence(Do what) {
  try {
    what();
  } catch (const Error& error) {
    return error.what();
  }
  return "(no error)";
}

TEST(QueryFile, HasCommentsNamesAndQueriesWithoutAName) {
  std::istringstream in("\xef\xbb\xbf# mine\r\nfloods\ttitle:flood\r\n\n  oil spill  \n");
  std::vector<std::string> read;
  read_query_file(in, [&](const QueryLine& line) {
    read.push_back(std::to_string(line.number) + " " + line.name + ": " + line.query);
  });
  EXPECT_THAT(read, ElementsAre("2 floods: title:flood", "4 4: oil spill"));
}

class SavedQueriesTest : public ::testing::Test {
 protected:
  void save(const std::string& name, const std::string& query) { save_query(path_, name, query); }
  SavedQueries saved() const { return SavedQueries::read(path_); }
  std::map<std::string, std::string> by_name() const {
    std::map<std::string, std::string> queries;
    const SavedQueries all = saved();
    for (const auto& [name, line] : all.by_name()) queries[name] = line.query;
    return queries;
  }

  TemporaryFolder folder_;
  const fs::path path_ = folder_.path() / "config/newsindex/queries.tsv";
};

TEST_F(SavedQueriesTest, AreReadBackAndWrittenOverByName) {
  EXPECT_THAT(by_name(), IsEmpty());
  save("floods", "title:flood");
  save("oil", "oil OR gas");
  save("floods", "flood\tdam\nriver");
  EXPECT_THAT(by_name(), ElementsAre(Pair("floods", "flood dam river"), Pair("oil", "oil OR gas")));
  EXPECT_TRUE(forget_query(path_, "floods"));
  EXPECT_FALSE(forget_query(path_, "floods"));
  EXPECT_THAT(by_name(), ElementsAre(Pair("oil", "oil OR gas")));
}

TEST_F(SavedQueriesTest, KeepTheCommentsOfTheirFile) {
  folder_.write("config/newsindex/queries.tsv", "# for the desk\nfloods\tflood\n");
  save("floods", "flood OR dam");
  std::ifstream in(path_);
  std::string first;
  std::getline(in, first);
  EXPECT_EQ(first, "# for the desk");
}

TEST_F(SavedQueriesTest, StandInBracketsWhereTheyAreNamed) {
  save("energy", "oil OR gas");
  save("crisis", "@energy prices");
  EXPECT_EQ(saved().replaced("@energy -coal"), "(oil OR gas) -coal");
  EXPECT_EQ(saved().replaced("-@energy (@energy)."), "-(oil OR gas) ((oil OR gas)).");
  EXPECT_EQ(saved().replaced("@crisis"), "((oil OR gas) prices)");
}

TEST_F(SavedQueriesTest, AreNoneWithinQuotesAndAddresses) {
  save("energy", "oil");
  EXPECT_EQ(saved().replaced("\"@energy\" a@energy me@energy.org @"),
            "\"@energy\" a@energy me@energy.org @");
}

TEST_F(SavedQueriesTest, AreRefusedWhenTheyAreNotThereOrNeedThemselves) {
  save("energy", "oil @crisis");
  save("crisis", "@energy");
  EXPECT_THAT(sentence([&] { saved().replaced("@enery"); }), HasSubstr("no saved query '@enery'"));
  EXPECT_THAT(sentence([&] { saved().replaced("@enery"); }), HasSubstr("energy"));
  EXPECT_THAT(sentence([&] { saved().replaced("@energy"); }),
              HasSubstr("'@energy' needs itself: @energy @crisis @energy"));
}

TEST_F(SavedQueriesTest, CanBeUsedBesideLinesThatAreWrong) {
  folder_.write("config/newsindex/queries.tsv",
                "floods\tflood\nno name\ntwo words\tx\noil\toil\noil\tgas\n");
  EXPECT_EQ(saved().replaced("@floods"), "(flood)");
  EXPECT_THAT(sentence([&] { saved().replaced("@oil"); }),
              HasSubstr("line 5: the name 'oil' stands in line 4, too"));
  std::vector<std::size_t> lines;
  const SavedQueries all = saved();
  for (const SavedFault& fault : all.faults()) lines.push_back(fault.line.number);
  EXPECT_THAT(lines, ElementsAre(2, 3, 5));
  save("oil", "oil OR gas");
  EXPECT_EQ(saved().replaced("@oil"), "(oil OR gas)");
}

TEST_F(SavedQueriesTest, WithAnotherNeedNotNeedThemselves) {
  save("energy", "oil");
  save("crisis", "@energy");
  EXPECT_THAT(sentence([&] { saved().with("energy", "@crisis").replaced("@energy"); }),
              HasSubstr("needs itself"));
  EXPECT_EQ(saved().with("energy", "gas").replaced("@crisis"), "((gas))");
}

TEST_F(SavedQueriesTest, HaveNamesOfLettersAndDigits) {
  EXPECT_THAT(sentence([&] { save("no name", "x"); }), HasSubstr("is no name for a query"));
}

TEST(WatchStore, RemembersEachWatchByItsName) {
  const TemporaryFolder folder;
  const Watches watches(folder.path() / "state/newsindex/watches");
  EXPECT_FALSE(watches.find("floods"));
  EXPECT_THAT(watches.all({}), IsEmpty());
  const Watch floods{
      "floods", "/news", "uuid", 12, 3, "flood \"x\"", {{"match", "any"}}, "2026-11-29T03:15:00Z"};
  const Watch oil{"oil", "/news", "uuid", 18446744073709551615u, 3, "oil", {}, ""};
  watches.write(oil);
  watches.write(floods);
  EXPECT_EQ(watches.find("floods"), floods);
  EXPECT_THAT(watches.all({}), ElementsAre(floods, oil));
  EXPECT_TRUE(watches.forget("floods"));
  EXPECT_FALSE(watches.forget("floods"));
}

TEST(WatchStore, RefusesDamagedStateAndNamesThatLeaveTheFolder) {
  const TemporaryFolder folder;
  const Watches watches(folder.path());
  folder.write("floods.json", "{\"version\":1,");
  EXPECT_THAT(sentence([&] { watches.find("floods"); }), HasSubstr("floods.json', is damaged"));
  int damaged = 0;
  EXPECT_THAT(watches.all([&](const Error&) { ++damaged; }), IsEmpty());
  EXPECT_EQ(damaged, 1);
  EXPECT_THAT(sentence([&] { watches.find("../floods"); }), HasSubstr("is no name for a watch"));
}

TEST(WatchStore, OneProcessAtATimeRunsAWatch) {
  const TemporaryFolder folder;
  const Watches watches(folder.path() / "watches");
  const Watches::Lock first(watches, "floods");
  const Watches::Lock other(watches, "oil");
  EXPECT_THAT(sentence([&] { const Watches::Lock second(watches, "floods"); }),
              HasSubstr("is run by another process"));
}

}  // namespace
}  // namespace newsindex
